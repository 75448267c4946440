import { useMutation } from "@apollo/client/react";
import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { identifierKinds, releasePolicies, type IdentifierKind, type ReleasePolicy } from "@tierline/shared/kinds.ts";
import { quarantineDays } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { fieldErrors, type UserErrorLike } from "../../api/user-errors.ts";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { FormDialog } from "./FormDialog.tsx";
import type { TemplateRowFragment } from "./inventory.generated.ts";
import { CreateTemplateDocument, UpdateTemplateDocument } from "./template.generated.ts";
import { useSend } from "../../api/use-send.ts";

interface TemplateValues {
  readonly key: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly releasePolicy: ReleasePolicy;
  readonly quarantineDays: number;
  readonly checksLuhn: boolean;
  readonly lowStockThreshold: number;
}

const emptyValues: TemplateValues = {
  key: "",
  label: "",
  identifierKind: "SERIAL",
  releasePolicy: "RESTOCK",
  quarantineDays,
  checksLuhn: false,
  lowStockThreshold: 0,
};

interface TemplateDialogProps {
  /** Null makes another one. */
  readonly template: TemplateRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function TemplateDialog({ template, onClose, onSaved }: TemplateDialogProps) {
  const { t } = useTranslation("inventory");
  const form = useForm<TemplateValues>({ initialValues: valuesOf(template) });
  const { send, isBusy, problem } = useSend();
  const change = useChange();
  const make = useMake();

  async function save(values: TemplateValues): Promise<void> {
    const isDone = await send(async () => {
      const errors = await (template === null ? make(values) : change(template, values));
      form.setErrors(fieldErrors(errors, Object.keys(emptyValues)).byField);
      return errors;
    });
    if (!isDone) return;
    onSaved();
    onClose();
  }

  return (
    <FormDialog
      title={template === null ? t("newTemplate") : t("editNamed", { template: template.label })}
      isOpen
      onClose={onClose}
      deed={t(template === null ? "create" : "save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void save(form.values)}
    >
      <TextInput label={t("label")} required data-autofocus autoComplete="off" {...form.getInputProps("label")} />
      {template === null && <FixedFields form={form} />}
      <NumberInput
        label={t("threshold")}
        description={t("thresholdHint")}
        min={0}
        allowDecimal={false}
        {...form.getInputProps("lowStockThreshold")}
      />
      {form.values.identifierKind === "ICCID" && (
        <Checkbox label={t("checksLuhn")} {...form.getInputProps("checksLuhn", { type: "checkbox" })} />
      )}
      {template !== null && <AuditLink subject={template.id} />}
    </FormDialog>
  );
}

function valuesOf(template: TemplateRowFragment | null): TemplateValues {
  if (template === null) return emptyValues;
  const { key, label, identifierKind, releasePolicy, checksLuhn, lowStockThreshold } = template;
  const days = template.quarantineDays;
  return {
    key,
    label,
    identifierKind,
    releasePolicy,
    quarantineDays: days,
    checksLuhn,
    lowStockThreshold,
  };
}

function useMake(): (values: TemplateValues) => Promise<readonly UserErrorLike[]> {
  const [create] = useMutation(CreateTemplateDocument);
  return async ({ quarantineDays: days, ...values }) => {
    const rests = values.releasePolicy === "QUARANTINE";
    const template = { ...values, key: values.key.trim(), ...(rests && { quarantineDays: days }) };
    const intent = `template.create:${JSON.stringify(template)}`;
    const input = { ...template, idempotencyKey: idempotencyKey(intent) };
    const errors = (await create({ variables: { input } })).data?.createInventoryTemplate.userErrors ?? [];
    if (errors.length === 0) forgetIdempotencyKey(intent);
    return errors;
  };
}

function useChange(): (template: TemplateRowFragment, values: TemplateValues) => Promise<readonly UserErrorLike[]> {
  const [update] = useMutation(UpdateTemplateDocument);
  return async ({ id, version }, { label, lowStockThreshold, checksLuhn }) => {
    const input = { id, version, label, lowStockThreshold, checksLuhn };
    return (await update({ variables: { input } })).data?.updateInventoryTemplate.userErrors ?? [];
  };
}

/** What is decided once: offerings and playbooks go by the key, and items are written by their kind. */
function FixedFields({ form }: { form: UseFormReturnType<TemplateValues> }) {
  const { t } = useTranslation("inventory");
  const count = Number(form.values.quarantineDays);
  return (
    <>
      <TextInput
        label={t("key")}
        description={t("keyHint")}
        required
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps("key")}
      />
      <Select
        label={t("identifier")}
        allowDeselect={false}
        data={identifierKinds.map((value) => ({ value, label: t(`identifierKind.${value}`) }))}
        {...form.getInputProps("identifierKind")}
      />
      <Select
        label={t("policy")}
        allowDeselect={false}
        data={releasePolicies.map((value) => ({
          value,
          label: t(`releasePolicy.${value}`, { count }),
        }))}
        {...form.getInputProps("releasePolicy")}
      />
      {form.values.releasePolicy === "QUARANTINE" && (
        <NumberInput
          label={t("quarantineDays")}
          min={1}
          allowDecimal={false}
          {...form.getInputProps("quarantineDays")}
        />
      )}
    </>
  );
}
