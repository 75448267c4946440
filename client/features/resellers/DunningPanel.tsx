import { useMutation, useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnDunningDocument, SetDunningDocument, type DunningFieldsFragment } from "../../api/account.generated.ts";
import { useSave } from "../../api/use-save.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { amountOf, dayOf, daysOf } from "../../navigation/terms-values.ts";
import { Facts } from "../../ui/Facts.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";

/** U27: when those one sells to are warned, suspended and ended. */
export function DunningPanel({ resellerId }: { readonly resellerId: string }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const can = useCan("balance.change");
  const [isOpen, setOpen] = useState(false);
  const result = useQuery(OwnDunningDocument, { variables: { id: resellerId } });
  const dunning = result.data?.reseller?.dunning ?? null;
  if (dunning === null) return null;
  const { warn, suspend, terminate, terminateDays, cardRetryDays } = dunning;
  const amount = (money: DunningFieldsFragment["warn"]) =>
    money === null ? t("dunning.never") : <MoneyText {...money} locale={locale} isSigned />;
  return (
    <Panel
      title={t("dunning.title")}
      aside={
        <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setOpen(true)}>
          {t("dunning.change")}
        </ReasonedButton>
      }
    >
      <Facts
        layout="columns"
        items={[
          { key: "warn", label: t("dunning.warn"), value: amount(warn) },
          { key: "suspend", label: t("dunning.suspend"), value: amount(suspend) },
          { key: "terminate", label: t("dunning.terminate"), value: amount(terminate) },
          {
            key: "days",
            label: t("dunning.terminateDays"),
            value: terminateDays === null ? t("dunning.never") : t("dunning.days", { count: terminateDays }),
          },
          {
            key: "retries",
            label: t("dunning.cardRetryDays"),
            value: cardRetryDays.length === 0 ? t("dunning.never") : cardRetryDays.join(", "),
          },
        ]}
      />
      {isOpen && (
        <DunningDialog dunning={dunning} onClose={() => setOpen(false)} onDone={() => void result.refetch()} />
      )}
    </Panel>
  );
}

interface DunningDialogProps {
  readonly dunning: DunningFieldsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DunningDialog({ dunning, onClose, onDone }: DunningDialogProps) {
  const { t } = useTranslation("billing");
  const { currency } = useViewer().reseller;
  const form = useForm({
    initialValues: {
      warn: dunning.warn?.amount ?? "",
      suspend: dunning.suspend.amount,
      terminate: dunning.terminate?.amount ?? "",
      terminateDays: String(dunning.terminateDays ?? ""),
      cardRetryDays: dunning.cardRetryDays.join(", "),
    },
  });
  const { save, isBusy, problem } = useSave(form, ["warn", "suspend", "terminate", "terminateDays", "cardRetryDays"]);
  const [setDunning] = useMutation(SetDunningDocument);
  async function send(): Promise<void> {
    const { warn, suspend, terminate, terminateDays, cardRetryDays } = form.values;
    const input = {
      warn: amountOf(warn, "-1"),
      suspend: amountOf(suspend, "-1"),
      terminate: amountOf(terminate, "1"),
      terminateDays: dayOf(terminateDays),
      cardRetryDays: daysOf(cardRetryDays),
    };
    const isDone = await save(async () => (await setDunning({ variables: { input } })).data?.setDunning.userErrors);
    if (!isDone) return;
    notifications.show({ message: t("dunning.done") });
    onDone();
    onClose();
  }
  const text = (name: keyof typeof form.values, label: string, hint: string) => (
    <TextInput label={label} description={hint} inputMode="decimal" autoComplete="off" {...form.getInputProps(name)} />
  );
  return (
    <FormDialog
      title={t("dunning.title")}
      onClose={onClose}
      deed={t("dunning.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("dunning.text")}</p>
      {text("warn", t("dunning.warnIn", { currency }), t("dunning.warnHint"))}
      {text("suspend", t("dunning.suspendIn", { currency }), t("dunning.suspendHint"))}
      {text("terminate", t("dunning.terminateIn", { currency }), t("dunning.terminateHint"))}
      {text("terminateDays", t("dunning.daysLabel"), t("dunning.daysHint"))}
      {text("cardRetryDays", t("dunning.retryLabel"), t("dunning.retryHint"))}
    </FormDialog>
  );
}
