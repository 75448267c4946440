import { useMutation } from "@apollo/client/react";
import { Button, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SetAutoRechargeDocument, type RechargedFragment } from "../api/payment-methods.generated.ts";
import { useSave } from "../api/use-save.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { formatDateTime, formatMoney } from "../ui/format.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Panel } from "../ui/Panel.tsx";

interface AutoRechargeProps {
  readonly account: RechargedFragment;
  readonly mayChange: boolean;
}

/** VX14: at which balance the card is charged by itself. Nothing where no card could be. */
export function AutoRecharge({ account, mayChange }: AutoRechargeProps) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const [isOpen, setOpen] = useState(false);
  const { autoRecharge, rechargeAmounts } = account;
  if (autoRecharge === null && rechargeAmounts.length === 0) return null;
  const money = ({ amount, currency }: { amount: string; currency: string }) => formatMoney(amount, currency, locale);
  return (
    <Panel
      title={t("recharge.title")}
      {...(mayChange && {
        aside: (
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t("recharge.change")}
          </Button>
        ),
      })}
    >
      <span>
        {autoRecharge === null
          ? t("recharge.off")
          : t("recharge.on", { threshold: money(autoRecharge.threshold), amount: money(autoRecharge.amount) })}{" "}
        {autoRecharge?.nextTryAt != null &&
          t("recharge.next", { time: formatDateTime(autoRecharge.nextTryAt, locale, { timeZone }) })}
      </span>
      {isOpen && <Change account={account} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

const never = "";

function Change({ account, onClose }: { readonly account: RechargedFragment; readonly onClose: () => void }) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { autoRecharge, rechargeAmounts, currency, id: accountId } = account;
  const form = useForm({
    initialValues: { threshold: autoRecharge?.threshold.amount ?? "", amount: autoRecharge?.amount.amount ?? never },
  });
  const { save, isBusy, problem } = useSave(form, ["threshold", "amount"]);
  const [set] = useMutation(SetAutoRechargeDocument);
  const isOff = form.values.amount === never;
  const submit = async (): Promise<void> => {
    const threshold = form.values.threshold.trim().replace(",", ".");
    const input = isOff ? { accountId } : { accountId, threshold, amount: form.values.amount };
    if (await save(async () => (await set({ variables: { input } })).data?.setAutoRecharge.userErrors)) onClose();
  };
  return (
    <FormDialog
      title={t("recharge.title")}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("recharge.text")}</p>
      <Select
        label={t("recharge.amount")}
        allowDeselect={false}
        data={[
          { value: never, label: t("recharge.never") },
          ...rechargeAmounts.map(({ amount }) => ({ value: amount, label: formatMoney(amount, currency, locale) })),
        ]}
        {...form.getInputProps("amount")}
      />
      {!isOff && (
        <TextInput
          label={t("recharge.threshold", { currency })}
          required
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps("threshold")}
        />
      )}
    </FormDialog>
  );
}
