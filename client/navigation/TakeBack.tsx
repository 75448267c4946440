import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { BillingFiguresFragment, StatementLineFragment } from "../api/billing.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { useSave } from "../api/use-save.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { formatMoney } from "../ui/format.ts";
import { ReverseLedgerEntryDocument } from "../api/account.generated.ts";

interface TakeBackProps {
  readonly account: BillingFiguresFragment;
  readonly line: StatementLineFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes a line of the statement back, with the reason that will stand there. */
export function TakeBack({ account, line, onClose, onDone }: TakeBackProps) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const left = line.left ?? line.amount;
  const isInPart = left.amount !== line.amount.amount.replace("-", "");
  const form = useForm({ initialValues: { reason: "" } });
  const { save, isBusy, problem } = useSave(form, ["reason"]);
  const [reverse] = useMutation(ReverseLedgerEntryDocument);
  async function send(): Promise<void> {
    const said = { accountId: account.id, transactionId: line.transactionId, reason: form.values.reason };
    const intent = `reverse:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      return (await reverse({ variables: { input } })).data?.reverseLedgerEntry.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("reverse.done") });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={t("reverse.of", { description: line.description })}
      onClose={onClose}
      deed={t("reverse.deed")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("reverse.text", { amount: formatMoney(left.amount, left.currency, locale) })}</p>
      {isInPart && (
        <p>
          {t("reverse.before", { amount: formatMoney(line.amount.amount.replace("-", ""), left.currency, locale) })}
        </p>
      )}
      <TextInput
        label={t("reverse.reason")}
        description={t("reverse.reasonHint")}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  );
}
