import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { WithdrawNumbersDocument } from "./ordering.generated.ts";
import { useDialogLabels } from "./use-dialog-labels.ts";

interface WithdrawNumberProps {
  readonly number: { readonly id: string; readonly label: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function WithdrawNumber({ number, onClose, onDone }: WithdrawNumberProps) {
  const { t } = useTranslation("numbers");
  const labels = useDialogLabels();
  const { send, isBusy, problem } = useSend();
  const [withdraw] = useMutation(WithdrawNumbersDocument);
  async function submit(): Promise<void> {
    const input = { itemIds: [number.id] };
    if (!(await send(async () => (await withdraw({ variables: { input } })).data?.withdrawNumbers.userErrors))) return;
    notifications.show({ message: t("withdraw.done") });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={t("withdraw.title", { number: number.label })}
      onClose={onClose}
      deed={t("withdraw.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <p>{t("withdraw.text")}</p>
    </FormDialog>
  );
}
