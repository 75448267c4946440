import { NativeSelect, type MantineSize } from "@mantine/core";
import { languageNames, languages, reviewedLanguages, type Language } from "@tierline/shared/language.ts";
import { useTranslation } from "react-i18next";

interface LanguageSelectProps {
  readonly label: string;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
  readonly size?: MantineSize;
}

/** Each language by its own name, and which of them nobody who grew up with it has read yet. */
export function LanguageSelect({ label, value, onChange, size = "sm" }: LanguageSelectProps) {
  const { t } = useTranslation("shell");
  return (
    <NativeSelect
      label={label}
      size={size}
      maw={320}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Language)} // one of the options
      data={languages.map((each) => ({
        value: each,
        label: reviewedLanguages.has(each) ? languageNames[each] : `${languageNames[each]} (${t("notReviewed")})`,
      }))}
    />
  );
}
