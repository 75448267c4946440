import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Numbers.module.css";
import { GiveBackNumberDocument, type NumberLeasePartsFragment } from "./ordering.generated.ts";
import { useDialogLabels } from "./use-dialog-labels.ts";

interface GiveBackNumberProps {
  readonly number: { readonly id: string; readonly label: string };
  readonly lease: NumberLeasePartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what comes of it before it is done. */
export function GiveBackNumber({ number, lease, onClose, onDone }: GiveBackNumberProps) {
  const { t } = useTranslation("numbers");
  const labels = useDialogLabels();
  const { send, isBusy, problem } = useSend();
  const [giveBack] = useMutation(GiveBackNumberDocument);
  async function submit(): Promise<void> {
    const input = { itemId: number.id };
    if (!(await send(async () => (await giveBack({ variables: { input } })).data?.giveBackNumber.userErrors))) return;
    notifications.show({ message: t("giveBack.done") });
    onDone();
  }
  return (
    <FormDialog
      title={t("giveBack.title", { number: number.label })}
      onClose={onClose}
      deed={t("giveBack.deed")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <ul className={classes.list}>
        <li>{t("giveBack.gone", { seller: lease.seller })}</li>
        <li>{t("giveBack.fees")}</li>
        <li>{t("giveBack.again")}</li>
      </ul>
    </FormDialog>
  );
}
