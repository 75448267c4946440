import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { EndCallDocument, type LiveCallRowFragment } from "../../api/live-calls.generated.ts";
import { useSave } from "../../api/use-save.ts";
import { numberOf } from "../../navigation/LiveCallTable.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";

interface EndCallProps {
  readonly call: LiveCallRowFragment;
  readonly onClose: () => void;
}

/** Has the switch end a call, with the reason that the audit trail keeps. */
export function EndCall({ call, onClose }: EndCallProps) {
  const { t } = useTranslation("live-calls");
  const form = useForm({ initialValues: { reason: "" } });
  const { save, isBusy, problem } = useSave(form, ["reason"]);
  const [end] = useMutation(EndCallDocument);
  async function send(): Promise<void> {
    const input = { id: call.id, reason: form.values.reason };
    const isDone = await save(async () => (await end({ variables: { input } })).data?.endCall.userErrors);
    if (!isDone) return;
    notifications.show({ message: t("end.done") });
    onClose();
  }
  return (
    <FormDialog
      title={t("end.title")}
      onClose={onClose}
      deed={t("end.now")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{
        close: t("limits.close"),
        cancel: t("limits.cancel"),
        notDone: t("end.notDone"),
        request: t("limits.request"),
      }}
    >
      <p>
        <strong>{numberOf(call.called)}</strong> · {call.customer.label}
      </p>
      <p>{t(call.answeredAt === null ? "end.textRinging" : "end.text")}</p>
      <TextInput
        label={t("end.reason")}
        description={t("end.reasonHint")}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  );
}
