import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { DidTermsFragment } from "../../api/numbers.generated.ts";
import { useSave } from "../../api/use-save.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { CallTermsFields, callTermsInput } from "../../navigation/CallTermsFields.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatDate } from "../../ui/format.ts";
import { PhoneText } from "../../ui/PhoneText.tsx";
import classes from "./Numbers.module.css";
import { ChangeDidDocument } from "./numbers.generated.ts";

interface ChangeNumberProps {
  readonly did: DidTermsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const fields = ["monthly", "billing", "perMinute", "cadence"] as const;

/** What a connected number costs: the fee from the next month on, calls from now on. */
export function ChangeNumber({ did, onClose, onDone }: ChangeNumberProps) {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  const currency = did.monthly?.currency ?? "";
  const form = useForm({
    initialValues: {
      monthly: did.monthly?.amount ?? "0",
      billing: did.billing,
      perMinute: did.billing === "FLAT" ? "" : did.perMinute,
      cadence: did.cadence,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [change] = useMutation(ChangeDidDocument);
  async function send(): Promise<void> {
    const { monthly, ...calls } = form.values;
    const isDone = await save(async () => {
      const fee = monthly.trim().replace(",", ".") || "0";
      const input = { id: did.id, monthly: fee, ...callTermsInput(calls) };
      return (await change({ variables: { input } })).data?.changeDid.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: t("change.done") });
    onDone();
    onClose();
  }
  const on = did.nextBillingOn === null ? null : formatDate(did.nextBillingOn, locale);
  return (
    <FormDialog
      title={t("change.title")}
      onClose={onClose}
      deed={t("change.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>
        <PhoneText value={did.number} />
      </p>
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
