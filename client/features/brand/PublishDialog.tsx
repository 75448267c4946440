import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { PublishBrandDocument, RevertBrandDocument } from "./brand.generated.ts";

interface PublishDialogProps {
  /** A version that was shown once; null publishes the draft. */
  readonly revertTo: { readonly id: string; readonly number: number } | null;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** What customers see from now on, with a note for those who come later. */
export function PublishDialog({ revertTo, onClose, onDone }: PublishDialogProps) {
  const { t } = useTranslation("brand");
  const form = useForm({ initialValues: { note: "" } });
  const { save, isBusy, problem } = useSave(form, ["note"]);
  const [publish] = useMutation(PublishBrandDocument);
  const [revert] = useMutation(RevertBrandDocument);
  const submit = async (): Promise<void> => {
    const note = form.values.note === "" ? null : form.values.note;
    const isDone = await save(async () => {
      if (revertTo === null) return (await publish({ variables: { input: { note } } })).data?.publishBrand.userErrors;
      return (await revert({ variables: { input: { id: revertTo.id, note } } })).data?.revertBrand.userErrors;
    });
    if (!isDone) return;
    await onDone();
    onClose();
  };
  return (
    <FormDialog
      title={revertTo === null ? t("publishTitle") : t("revertTitle", { number: revertTo.number })}
      onClose={onClose}
      deed={t(revertTo === null ? "publish" : "revert")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("publishText")}</p>
      <TextInput label={t("note")} description={t("noteHint")} data-autofocus {...form.getInputProps("note")} />
    </FormDialog>
  );
}
