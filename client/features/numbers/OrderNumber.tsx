import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import { decimalOf, parseMoney } from "@tierline/shared/money.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Facts } from "../../ui/Facts.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "./Numbers.module.css";
import { OrderNumberDocument, type NumberOfferPartsFragment } from "./ordering.generated.ts";
import { useDialogLabels } from "./use-dialog-labels.ts";
import { useTermsFacts } from "./use-terms-facts.tsx";

interface OrderNumberProps {
  readonly offer: NumberOfferPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what is charged now and each month before it is ordered. */
export function OrderNumber({ offer, onClose, onDone }: OrderNumberProps) {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  const labels = useDialogLabels();
  const factsOf = useTermsFacts();
  const { send, isBusy, problem } = useSend();
  const [order] = useMutation(OrderNumberDocument);
  const { itemId, number, fingerprint, seller, terms } = offer;
  async function submit(): Promise<void> {
    const intent = `order-number:${itemId}:${fingerprint}`;
    const input = { itemId, fingerprint, idempotencyKey: idempotencyKey(intent) };
    const isDone = await send(async () => (await order({ variables: { input } })).data?.orderNumber.userErrors);
    onDone(); // what was refused has changed or is gone
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("order.done") });
    onClose();
  }
  const now = dueNow(terms);
  return (
    <FormDialog
      title={t("order.title", { number: formatIdentifier("PHONE_NUMBER", number) })}
      onClose={onClose}
      deed={t("order.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <p className={classes.dim}>{t("order.from", { seller })}</p>
      <Facts
        items={[
          ...factsOf(terms),
          ...(now === null
            ? []
            : [{ key: "now", label: t("order.now"), value: <MoneyText {...now} locale={locale} />, isStrong: true }]),
        ]}
      />
      <p className={classes.dim}>{t("order.then")}</p>
    </FormDialog>
  );
}

/** The setup fee and the first month. */
function dueNow({ setup, monthly }: NumberOfferPartsFragment["terms"]) {
  if (setup === null || monthly === null) return null;
  const { currency } = setup;
  const micros = parseMoney(setup.amount, currency).micros + parseMoney(monthly.amount, currency).micros;
  return { amount: decimalOf({ micros, currency }), currency };
}
