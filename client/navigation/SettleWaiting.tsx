import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { decimalOf, parseMoney, sumMoney } from "@tierline/shared/money.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { useSave } from "../api/use-save.ts";
import { SettleWaitingChargesDocument, type WaitingChargeRowFragment } from "../api/waiting-charges.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { formatMoney } from "../ui/format.ts";

export interface Settling {
  readonly decision: "CHARGE" | "WAIVE";
  readonly rows: readonly WaitingChargeRowFragment[];
}

interface SettleWaitingProps extends Settling {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Charges what was missed, or waives it with the reason that the audit trail keeps: so many periods as were seen. */
export function SettleWaiting({ decision, rows, onClose, onDone }: SettleWaitingProps) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const form = useForm({ initialValues: { reason: "" } });
  const { save, isBusy, problem } = useSave(form, ["reason"]);
  const [settle] = useMutation(SettleWaitingChargesDocument);
  const amount = totalsOf(rows)
    .map(({ micros, currency }) => formatMoney(decimalOf({ micros, currency }), currency, locale))
    .join(" + ");
  const what = rows.length === 1 ? rows[0]!.description : ""; // the only one
  async function send(): Promise<void> {
    const charges = rows.map(({ id, periods }) => ({ id, periods }));
    const said = { decision, reason: form.values.reason || null, charges };
    const intent = `settle:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      return (await settle({ variables: { input } })).data?.settleWaitingCharges.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t(`waiting.${decision}.done`, { count: rows.length }) });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={
        rows.length === 1
          ? t(`waiting.${decision}.of`, { description: what })
          : t(`waiting.${decision}.ofAll`, { count: rows.length })
      }
      onClose={onClose}
      deed={t(`waiting.${decision}.amount`, { amount })}
      isDangerous={decision === "WAIVE"}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t(`waiting.${decision}.text`, { amount })}</p>
      <TextInput
        label={t("reverse.reason")}
        description={t("waiting.reasonHint")}
        required={decision === "WAIVE"}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  );
}

/** Buyers may have accounts in several currencies. */
function totalsOf(rows: readonly WaitingChargeRowFragment[]) {
  const amounts = rows.map(({ amount }) => parseMoney(amount.amount, amount.currency));
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies.map((currency) =>
    sumMoney(
      amounts.filter((each) => each.currency === currency),
      currency,
    ),
  );
}
