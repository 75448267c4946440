import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { brandWordsMax } from "@tierline/shared/brand.ts";
import { languageNames, languages } from "@tierline/shared/language.ts";
import { useTranslation } from "react-i18next";
import type { Language } from "../../api/generated/schema.ts";
import classes from "./Brand.module.css";
import type { OwnWord } from "./look.ts";

interface OwnWordsProps {
  readonly words: readonly OwnWord[];
  readonly onChange: (words: readonly OwnWord[]) => void;
}

const spoken = languages.map((language) => ({
  value: language.toUpperCase() as Language, // the schema's spelling of it
  label: languageNames[language],
}));

/** What the reseller says instead of the portal's own texts, in each language by itself. */
export function OwnWords({ words, onChange }: OwnWordsProps) {
  const { t } = useTranslation(["brand", "portal"]);
  const texts = usePortalTexts();
  const put = (index: number, changed: Partial<OwnWord>): void =>
    onChange(words.map((word, at) => (at === index ? { ...word, ...changed } : word)));
  return (
    <fieldset className={`${classes.form} ${classes.plain}`}>
      <legend className={classes.label}>{t("words.title")}</legend>
      <p className={classes.hint}>{t("words.hint")}</p>
      <ul className={classes.words} hidden={words.length === 0}>
        {words.map((word, index) => (
          <li key={index} className={classes.word}>
            <Select
              label={t("words.language")}
              allowDeselect={false}
              data={spoken}
              value={word.language}
              onChange={(language) => put(index, { language: language as Language })}
            />
            <Select
              label={t("words.text")}
              searchable
              allowDeselect={false}
              data={texts}
              value={word.key}
              onChange={(key) => put(index, { key: key ?? "" })}
            />
            <TextInput
              label={t("words.instead")}
              value={word.text}
              onChange={(event) => put(index, { text: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t("words.remove", { text: word.text })}
              onClick={() => onChange(words.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {words.length < brandWordsMax && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          className={classes.save}
          onClick={() => onChange([...words, { language: "EN", key: texts[0]?.value ?? "", text: "" }])}
        >
          {t("words.add")}
        </Button>
      )}
    </fieldset>
  );
}

type Texts = { readonly [key: string]: string | Texts };

/** The portal's texts in the language in use, each with its key. Texts with something put into them are the portal's to say. */
function usePortalTexts(): { value: string; label: string }[] {
  const { i18n } = useTranslation("portal");
  const bundle = i18n.getResourceBundle(i18n.resolvedLanguage ?? "en", "portal") as Texts | undefined;
  const flat = (texts: Texts, prefix: string): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
    );
  return flat(bundle ?? {}, "")
    .filter(([, text]) => !/\{\{|</.test(text))
    .map(([key, text]) => ({ value: `portal:${key}`, label: `${text} (${key})` }));
}
