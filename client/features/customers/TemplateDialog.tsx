import { useMutation, useQuery } from "@apollo/client/react";
import { MultiSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { nameLengthMax, templatePackagesMax } from "@tierline/shared/limits.ts";
import { authentications } from "@tierline/shared/onboarding-template.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { AttributeFields } from "./AttributeFields.tsx";
import { orNull } from "./customer-form.ts";
import classes from "./CustomerForm.module.css";
import { CountrySelect, LanguageSelect } from "./form-fields.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";
import {
  SaveOnboardingTemplateDocument,
  TemplateOfferingsDocument,
  type TemplateFieldsFragment,
} from "./templates.generated.ts";

interface TemplateDialogProps {
  /** Which template; null makes another one. */
  readonly of: TemplateFieldsFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = ["name", "country", "language", "packages", "pstnVendor", "authenticationNote", "settings"];

function valuesOf(of: TemplateFieldsFragment | null, country: string, language: string) {
  return {
    name: of?.name ?? "",
    country: of?.country ?? country,
    language: of?.language ?? language,
    packages: [...(of?.packages ?? [])],
    pstnVendor: of?.pstnVendor ?? "",
    authentication: of?.authentication ?? "OURS",
    authenticationNote: of?.authenticationNote ?? "",
    settings: (of?.settings ?? []).map(({ key, value }) => ({ key, value })),
  };
}

export function TemplateDialog({ of, onClose, onSaved }: TemplateDialogProps) {
  const { t, i18n } = useTranslation(["customer-templates", "customers"]);
  const { country } = useViewer().reseller;
  const form = useForm({ initialValues: valuesOf(of, country, i18n.resolvedLanguage ?? "en") });
  const { save, isBusy, problem } = useSave(form, fields);
  const [send] = useMutation(SaveOnboardingTemplateDocument);
  const packages = usePackages(form.values.packages);
  const submit = async (values: typeof form.values): Promise<void> => {
    const said = { pstnVendor: orNull(values.pstnVendor), authenticationNote: orNull(values.authenticationNote) };
    const input = { ...values, ...said, id: of?.id ?? null, version: of?.version ?? null };
    const intent = `onboarding_template.save:${JSON.stringify(input)}`;
    const variables = { input: { ...input, idempotencyKey: idempotencyKey(intent) } };
    const isSaved = await save(async () => (await send({ variables })).data?.saveOnboardingTemplate.userErrors);
    if (!isSaved) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <PartDialog title={of === null ? t("new") : t("editNamed", { name: of.name })} isOpen onClose={onClose}>
      <PartForm
        onSubmit={form.onSubmit((values) => void submit(values))}
        isBusy={isBusy}
        problem={problem}
        onClose={onClose}
      >
        {of !== null && <p className={classes.dim}>{t("laterOnly")}</p>}
        <TextInput
          label={t("customers:field.name")}
          required
          data-autofocus
          autoComplete="off"
          maxLength={nameLengthMax}
          {...form.getInputProps("name")}
        />
        <div className={classes.grid}>
          <CountrySelect field={form.getInputProps("country")} isRequired />
          <LanguageSelect field={form.getInputProps("language")} />
        </div>
        <MultiSelect
          label={t("packages")}
          description={t("packagesHint")}
          data={packages}
          searchable
          maxValues={templatePackagesMax}
          comboboxProps={{ keepMounted: false }}
          {...form.getInputProps("packages")}
        />
        <TextInput
          label={t("pstnVendor")}
          description={t("optional")}
          autoComplete="off"
          maxLength={nameLengthMax}
          {...form.getInputProps("pstnVendor")}
        />
        <SegmentedChoice
          label={t("authentication")}
          value={form.values.authentication}
          onChange={(value) => form.setFieldValue("authentication", value)}
          options={authentications.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        {form.values.authentication === "SAML" && (
          <TextInput
            label={t("authenticationNote")}
            description={t("authenticationHint")}
            autoComplete="off"
            maxLength={nameLengthMax}
            {...form.getInputProps("authenticationNote")}
          />
        )}
        <AttributeFields form={form} at="settings" count={form.values.settings.length} title={t("settings")} />
      </PartForm>
    </PartDialog>
  );
}

/** Offerings by their keys; one that a template names stays a choice, whatever became of it. */
function usePackages(chosen: readonly string[]): { value: string; label: string }[] {
  const { data } = useQuery(TemplateOfferingsDocument, { fetchPolicy: "cache-and-network" });
  const known = (data?.offerings.nodes ?? []).map(({ slug, name }) => ({ value: slug, label: name }));
  const gone = chosen.filter((slug) => !known.some(({ value }) => value === slug));
  return [...known, ...gone.map((slug) => ({ value: slug, label: slug }))];
}
