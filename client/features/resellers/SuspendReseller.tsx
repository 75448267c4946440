import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SuspendResellerDocument } from "./reseller-changes.generated.ts";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { useDeed } from "./use-deed.ts";

export function SuspendReseller(props: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  return (
    <ResellerDialog {...props} title={t("suspend.title", { name: props.reseller.name })}>
      <SuspendForm {...props} />
    </ResellerDialog>
  );
}

function SuspendForm({ reseller, onClose }: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  const [note, setNote] = useState("");
  const { send, isBusy, problem } = useDeed(SuspendResellerDocument);
  const suspend = async (): Promise<void> => {
    if (await send({ input: { id: reseller.id, note: note.trim() || null } })) onClose();
  };
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void suspend()}
      deed={t("suspend.button")}
      isBusy={isBusy}
      problem={problem === null ? null : { message: problem }}
    >
      <ul className={classes.consequences}>
        <li>{t("suspend.stops", { name: reseller.name })}</li>
        <li>{t("suspend.stays")}</li>
        <li>{t("suspend.undone")}</li>
      </ul>
      <Textarea
        label={t("field.note")}
        description={t("field.noteHint")}
        autosize
        minRows={2}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
