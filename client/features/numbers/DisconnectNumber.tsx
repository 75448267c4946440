import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { DidTermsFragment } from "../../api/numbers.generated.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import classes from "./Numbers.module.css";
import { DisconnectDidDocument, type NumberRowFragment } from "./numbers.generated.ts";

interface DisconnectNumberProps {
  readonly did: DidTermsFragment;
  readonly customer: NumberRowFragment["customer"];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what comes of it before it is done. */
export function DisconnectNumber({ did, customer, onClose, onDone }: DisconnectNumberProps) {
  const { t } = useTranslation("numbers");
  const { send, isBusy, problem } = useSend();
  const [disconnect] = useMutation(DisconnectDidDocument);
  async function submit(): Promise<void> {
    const isDone = await send(
      async () => (await disconnect({ variables: { input: { id: did.id } } })).data?.disconnectDid.userErrors,
    );
    if (!isDone) return;
    notifications.show({ message: t("disconnect.done") });
    onDone();
    onClose();
  }
  const number = formatIdentifier("PHONE_NUMBER", did.number);
  return (
    <FormDialog
      title={t("disconnect.title", { number })}
      onClose={onClose}
      deed={t("disconnect.deed")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <ul className={classes.list}>
        <li>{t("disconnect.calls", { customer: customer?.label ?? t("theCustomer") })}</li>
        <li>{t("disconnect.fees")}</li>
        <li>{t("disconnect.rests")}</li>
      </ul>
    </FormDialog>
  );
}
