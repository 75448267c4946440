import { useMutation } from "@apollo/client/react";
import { Alert, Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { brandColorFields, brandColorPattern, defaultBrandColors, type BrandColors } from "@tierline/shared/brand.ts";
import { rampOf, weakContrasts } from "@tierline/shared/brand-ramp.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { SaveBrandDocument, type BrandQuery } from "./brand.generated.ts";
import { BrandPreview } from "./BrandPreview.tsx";
import classes from "./Brand.module.css";
import { ColorField } from "./ColorField.tsx";
import { LogoField } from "./LogoField.tsx";
import { OwnWords } from "./OwnWords.tsx";
import type { LookValues } from "./look.ts";

interface LookFormProps {
  readonly brand: BrandQuery["brand"];
  readonly onSaved: () => Promise<unknown>;
}

/** The draft, with what it would look like beside it at every key. */
export function LookForm({ brand, onSaved }: LookFormProps) {
  const { t } = useTranslation("brand");
  const { reseller } = useViewer();
  const look = brand.draft ?? brand.published;
  const form = useForm<LookValues>({ initialValues: valuesOf(look, reseller.name) });
  const { save, isBusy, problem } = useSave(form, ["header", ...brandColorFields]);
  const [saveBrand] = useMutation(SaveBrandDocument);
  const { values } = form;
  const colors = readableColors(values);
  const submit = async (): Promise<void> => {
    const input = { ...values, words: [...values.words], version: brand.draft?.version ?? null };
    const isDone = await save(async () => (await saveBrand({ variables: { input } })).data?.saveBrand.userErrors);
    if (!isDone) return;
    form.resetDirty();
    await onSaved();
  };
  const logos = { light: look?.logoLight ?? null, dark: look?.logoDark ?? null };
  return (
    <div className={classes.look}>
      <Panel title={t("look")} aside={brand.draft === null ? t("isShown") : t("isDraft")}>
        <form className={classes.form} onSubmit={form.onSubmit(() => void submit())} noValidate>
          <TextInput label={t("header")} description={t("headerHint")} required {...form.getInputProps("header")} />
          <div className={classes.pair}>
            <LogoField scheme="LIGHT" logo={logos.light} onChanged={onSaved} />
            <LogoField scheme="DARK" logo={logos.dark} onChanged={onSaved} />
          </div>
          <ColorField label={t("color.accent")} description={t("color.accentHint")} {...form.getInputProps("accent")} />
          <div className={classes.pair}>
            <ColorField label={t("color.titleBackground")} {...form.getInputProps("titleBackground")} />
            <ColorField label={t("color.titleText")} {...form.getInputProps("titleText")} />
            <ColorField label={t("color.contentBackground")} {...form.getInputProps("contentBackground")} />
            <ColorField label={t("color.contentText")} {...form.getInputProps("contentText")} />
          </div>
          <WeakContrasts colors={colors} />
          <OwnWords words={values.words} onChange={(words) => form.setFieldValue("words", words)} />
          {problem !== null && (
            <ErrorNotice
              title={t("notDone")}
              what={problem.message}
              requestId={problem.requestId}
              requestIdLabel={t("request")}
            />
          )}
          <Button type="submit" loading={isBusy} disabled={!form.isDirty()} className={classes.save}>
            {t("save")}
          </Button>
        </form>
      </Panel>
      <Panel title={t("preview.title")} padded={false}>
        <BrandPreview header={values.header} colors={colors} ramp={rampOf(colors.accent)} logos={logos} />
      </Panel>
    </div>
  );
}

type Look = NonNullable<BrandQuery["brand"]["draft"]>;

function valuesOf(look: Look | null, name: string): LookValues {
  if (look === null) return { header: name, ...defaultBrandColors, words: [] };
  const { header, accent, titleBackground, titleText, contentBackground, contentText, words } = look;
  const plain = words.map(({ language, key, text }) => ({ language, key, text }));
  return { header, accent, titleBackground, titleText, contentBackground, contentText, words: plain };
}

/** What is being typed is no colour yet: until it is, the usual one stands in its place. */
function readableColors(values: LookValues): BrandColors {
  const read = brandColorFields.map((field) => {
    const color = values[field].toLowerCase();
    return [field, brandColorPattern.test(color) ? color : defaultBrandColors[field]];
  });
  return Object.fromEntries(read) as BrandColors; // the same fields
}

function WeakContrasts({ colors }: { readonly colors: BrandColors }) {
  const { t } = useTranslation("brand");
  const locale = useLocale();
  const weak = weakContrasts(colors);
  if (weak.length === 0) return null;
  return (
    <Alert color="amber" role="status">
      {weak.map(({ pair, contrast }) => (
        <p key={pair} className={classes.weak}>
          {t(`weak.${pair}`, { contrast: contrast.toLocaleString(locale) })}
        </p>
      ))}
    </Alert>
  );
}
