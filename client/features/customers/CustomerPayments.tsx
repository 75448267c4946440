import { useMutation, useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StatementLineFragment } from "../../api/billing.generated.ts";
import { AccountPaymentsDocument, type PaymentRowFragment } from "../../api/payments.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { PaymentRows } from "../../navigation/PaymentRows.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RefundPaymentDocument } from "./refund.generated.ts";

/** So many stand in the list. */
const shown = 10;

export interface Refunds {
  readonly payments: readonly PaymentRowFragment[];
  /** What can be done with a payment; null where there is nothing. */
  readonly deedOf: (payment: PaymentRowFragment) => ReactNode;
  /** Of a line of the statement that a provider's payment was credited by; null for any other. */
  readonly ofLine: (line: StatementLineFragment) => PaymentRowFragment | null;
  readonly dialog: ReactNode;
}

/** What a customer has paid by providers, to be given back from the list of payments or from its line in the statement. */
export function useRefunds(customerId: string, skip: boolean, onDone: () => void): Refunds {
  const { t } = useTranslation("payments");
  const can = useCan("balance.change");
  const [refunded, setRefunded] = useState<PaymentRowFragment | null>(null);
  const { data } = useQuery(AccountPaymentsDocument, {
    variables: { id: customerId, first: shown },
    fetchPolicy: "cache-and-network",
    skip,
  });
  const payments = data?.customer?.billingAccount?.payments.nodes ?? [];
  const close = () => setRefunded(null);
  return {
    payments,
    ofLine: ({ kind, payment }) => (kind === "PAYMENT" ? payment : null),
    deedOf: (payment) =>
      payment.state !== "COMPLETED" || can.reason !== null ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => setRefunded(payment)}>
          {t("refund")}
        </Button>
      ),
    dialog: refunded === null ? null : <Refund payment={refunded} onClose={close} onDone={onDone} />,
  };
}

/** What the customer has paid by providers; what was paid can be given back. Nothing where nothing was. */
export function CustomerPayments({ refunds: { payments, deedOf } }: { readonly refunds: Refunds }) {
  const { t } = useTranslation("payments");
  if (payments.length === 0) return null;
  return (
    <Panel title={t("payments")} padded={false}>
      <PaymentRows payments={payments} deedOf={deedOf} />
    </Panel>
  );
}

interface RefundProps {
  readonly payment: PaymentRowFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Refund({ payment, onClose, onDone }: RefundProps) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { amount, currency } = payment.amount;
  const form = useForm({ initialValues: { amount: "", reason: "" } });
  const { save, isBusy, problem } = useSave(form, ["amount", "reason"]);
  const [refund] = useMutation(RefundPaymentDocument);
  const submit = async (): Promise<void> => {
    const asked = form.values.amount.trim().replace(",", ".");
    const said = { id: payment.id, amount: asked === "" ? null : asked, reason: form.values.reason };
    const intent = `refund:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      return (await refund({ variables: { input } })).data?.refundPayment.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t("refundOf", { description: payment.description })}
      onClose={onClose}
      deed={t("refund")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("refundText", { amount: formatMoney(amount, currency, locale) })}</p>
      <TextInput
        label={t("refundAmount", { currency })}
        description={t("refundAmountHint")}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("amount")}
      />
      <TextInput label={t("reason")} required autoComplete="off" {...form.getInputProps("reason")} />
    </FormDialog>
  );
}
