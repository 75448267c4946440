import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { tryParseMoney } from "@tierline/shared/money.ts";
import { useTranslation } from "react-i18next";
import type { BillingFiguresFragment } from "../api/billing.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { useSave } from "../api/use-save.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { formatMoney } from "../ui/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { AddChargeDocument, RecordPaymentDocument } from "../api/account.generated.ts";
import { useDryRun } from "./use-dry-run.ts";

export type EntryKind = "PAYMENT" | "CHARGE";

interface EnterByHandProps {
  readonly account: BillingFiguresFragment;
  readonly kind: EntryKind;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A payment or a charge by hand (V15, V16); what it makes of the balance is seen before it is done (VX5). */
export function EnterByHand({ account, kind, onClose, onDone }: EnterByHandProps) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { currency } = account;
  const isPayment = kind === "PAYMENT";
  // What a payment is called matters to few, and is there to be changed.
  const description = isPayment ? t("paymentReceived") : "";
  const form = useForm({ initialValues: { amount: "", description, reference: "" } });
  const { save, isBusy, problem } = useSave(form, ["amount", "description", "reference"]);
  const enter = useEnter(kind);
  const dryRun = useDryRun((amount) =>
    enter({ accountId: account.id, amount, description: "-", idempotencyKey: "dry run", dryRun: true }),
  );
  const amount = form.values.amount.trim().replace(",", ".");
  const isAmount = tryParseMoney(amount, currency) !== null;
  async function send(): Promise<void> {
    const { reference } = form.values;
    const said = {
      accountId: account.id,
      amount: isAmount ? amount : "0",
      description: form.values.description,
      reference: reference.trim() || null,
    };
    const intent = `${kind}:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const payload = await enter({ ...said, idempotencyKey: idempotencyKey(intent) });
      return payload?.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t(kind === "PAYMENT" ? "paid" : "charged") });
    onDone();
    onClose();
  }
  const written = isAmount ? formatMoney(amount, currency, locale) : null;
  return (
    <FormDialog
      title={t(isPayment ? "recordPayment" : "addCharge")}
      onClose={onClose}
      deed={
        written === null
          ? t(isPayment ? "recordNone" : "chargeNone")
          : t(isPayment ? "record" : "charge", { amount: written })
      }
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <TextInput
        label={t("amount", { currency })}
        required
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("amount")}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          form.setFieldValue("amount", typed);
          form.clearFieldError("amount");
          const next = typed.trim().replace(",", ".");
          dryRun.ask(tryParseMoney(next, currency) === null ? null : next);
        }}
      />
      <TextInput
        label={t("description")}
        description={t(isPayment ? "paymentHint" : "chargeHint")}
        required
        autoComplete="off"
        {...form.getInputProps("description")}
      />
      <TextInput
        label={t("reference")}
        description={t("referenceHint")}
        autoComplete="off"
        {...form.getInputProps("reference")}
      />
      <section aria-label={t("preview.label")} aria-live="polite">
        {dryRun.refusal !== null && <p>{dryRun.refusal}</p>}
        {dryRun.refusal === null && dryRun.balances === null && <p>{t("preview.none")}</p>}
        {dryRun.balances !== null && (
          <Facts
            items={[
              {
                key: "before",
                label: t("preview.before"),
                value: <MoneyText {...dryRun.balances.before} locale={locale} isSigned />,
              },
              {
                key: "after",
                label: t("preview.after"),
                value: <MoneyText {...dryRun.balances.after} locale={locale} isSigned />,
                isStrong: true,
              },
            ]}
          />
        )}
      </section>
    </FormDialog>
  );
}

interface EntryInput {
  readonly accountId: string;
  readonly amount: string;
  readonly description: string;
  readonly reference?: string | null;
  readonly idempotencyKey: string;
  readonly dryRun?: boolean;
}

function useEnter(kind: EntryKind) {
  const [pay] = useMutation(RecordPaymentDocument);
  const [charge] = useMutation(AddChargeDocument);
  return async (input: EntryInput) =>
    kind === "PAYMENT"
      ? (await pay({ variables: { input } })).data?.recordPayment
      : (await charge({ variables: { input } })).data?.addCharge;
}
