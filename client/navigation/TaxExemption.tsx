import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SetTaxExemptionDocument, type AccountOfInvoicesFragment } from "../api/invoices.generated.ts";
import { useSave } from "../api/use-save.ts";
import { useCan } from "../api/viewer.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";

interface TaxExemptionProps {
  readonly account: AccountOfInvoicesFragment;
}

/** Whether a buyer is asked for taxes, and the deed of its seller that changes it. */
export function TaxExemption({ account }: TaxExemptionProps) {
  const { t } = useTranslation("billing");
  const can = useCan("balance.change");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setIsOpen(true)}>
        {account.taxExemption === null ? t("exempt.deed") : t("exempt.is")}
      </ReasonedButton>
      {isOpen && <ExemptionDialog account={account} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function ExemptionDialog({ account, onClose }: TaxExemptionProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("billing");
  const { taxExemption } = account;
  const form = useForm({
    initialValues: { reason: taxExemption?.reason ?? "", taxNumber: taxExemption?.taxNumber ?? "" },
  });
  const { save, isBusy, problem } = useSave(form, ["reason", "taxNumber"]);
  const [setExemption] = useMutation(SetTaxExemptionDocument);
  async function send(): Promise<void> {
    const { reason, taxNumber } = form.values;
    const input = { accountId: account.id, reason: reason || null, taxNumber: taxNumber || null };
    const isDone = await save(
      async () => (await setExemption({ variables: { input } })).data?.setTaxExemption.userErrors,
    );
    if (!isDone) return;
    notifications.show({ message: t("exempt.done") });
    onClose();
  }
  return (
    <FormDialog
      title={t("exempt.deed")}
      onClose={onClose}
      deed={t("exempt.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <TextInput
        label={t("exempt.reason")}
        description={t("exempt.reasonHint")}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps("reason")}
      />
      <TextInput
        label={t("exempt.taxNumber")}
        autoComplete="off"
        disabled={form.values.reason === ""}
        {...form.getInputProps("taxNumber")}
      />
    </FormDialog>
  );
}
