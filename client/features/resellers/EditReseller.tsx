import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { UpdateResellerDocument } from "./reseller-changes.generated.ts";
import { CountryField, FailureEmailsField, LocaleField, ManagedBy, TimeZoneField } from "./reseller-fields.tsx";
import { updateInput, valuesOf, type ResellerValues } from "./reseller-values.ts";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { parentName } from "./parent-name.ts";

const fields = ["name", "country", "timeZone", "locale", "failureEmails"];

export function EditReseller(props: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  return (
    <ResellerDialog {...props} title={t("edit.title", { name: props.reseller.name })}>
      <EditForm {...props} />
    </ResellerDialog>
  );
}

/** Name and country of one's own reseller are its parent's to say: there to be read, with the reason (M14). */
function EditForm({ reseller, onClose }: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  const viewer = useViewer();
  const form = useForm<ResellerValues>({ initialValues: valuesOf(reseller) });
  const { save, isBusy, problem } = useSave(form, fields);
  const [mutate] = useMutation(UpdateResellerDocument);
  const managedBy = reseller.id === viewer.reseller.id ? parentName(reseller) : null;
  async function update(): Promise<void> {
    const isSaved = await save(async () => {
      const { data } = await mutate({ variables: { input: updateInput(reseller, form.getValues()) } });
      return data?.updateReseller.userErrors;
    });
    if (isSaved) onClose();
  }
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void update()}
      deed={t("edit.save")}
      isBusy={isBusy}
      problem={problem}
    >
      <div className={classes.fields}>
        <TextInput
          className={classes.wide ?? ""}
          label={t("field.name")}
          required
          autoComplete="off"
          readOnly={managedBy !== null}
          {...(managedBy !== null ? { description: <ManagedBy parent={managedBy} /> } : { "data-autofocus": true })}
          {...form.getInputProps("name")}
        />
        <CountryField field={form.getInputProps("country")} managedBy={managedBy} />
        <TimeZoneField field={form.getInputProps("timeZone")} />
        <LocaleField field={form.getInputProps("locale")} />
        <FailureEmailsField field={form.getInputProps("failureEmails")} />
      </div>
    </DialogForm>
  );
}
