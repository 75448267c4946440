import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { CallTermsFields, callTermsInput } from "../../navigation/CallTermsFields.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatDate } from "../../ui/format.ts";
import classes from "./Numbers.module.css";
import { ChangeNumberLeaseDocument, type NumberLeasePartsFragment } from "./ordering.generated.ts";
import { useDialogLabels } from "./use-dialog-labels.ts";

interface ChangeLeaseProps {
  readonly number: { readonly id: string; readonly label: string };
  readonly sale: NumberLeasePartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const fields = ["monthly", "billing", "perMinute", "cadence"] as const;

/** What a number costs the reseller below that ordered it: the fee from the next month on, calls from now on. */
export function ChangeLease({ number, sale, onClose, onDone }: ChangeLeaseProps) {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  const labels = useDialogLabels();
  const { monthly: fee, billing, perMinute, cadence } = sale.terms;
  const currency = fee?.currency ?? "";
  const form = useForm({
    initialValues: { monthly: fee?.amount ?? "0", billing, perMinute: billing === "FLAT" ? "" : perMinute, cadence },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [change] = useMutation(ChangeNumberLeaseDocument);
  async function send(): Promise<void> {
    const { monthly, ...calls } = form.values;
    const isDone = await save(async () => {
      const said = monthly.trim().replace(",", ".") || "0";
      const input = { itemId: number.id, monthly: said, ...callTermsInput(calls) };
      return (await change({ variables: { input } })).data?.changeNumberLease.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: t("change.done") });
    onDone();
    onClose();
  }
  const on = sale.nextBillingOn === null ? null : formatDate(sale.nextBillingOn, locale);
  return (
    <FormDialog
      title={t("sale.change", { number: number.label })}
      onClose={onClose}
      deed={t("change.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={labels}
    >
      <p className={classes.dim}>{t("sale.told", { buyer: sale.buyer?.name ?? "" })}</p>
      <TextInput
        label={t("field.monthly", { currency })}
        {...(on !== null && { description: t("change.from", { date: on }) })}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("monthly")}
      />
      <CallTermsFields form={form} currency={currency} />
      <p className={classes.dim}>{t("change.calls")}</p>
    </FormDialog>
  );
}
