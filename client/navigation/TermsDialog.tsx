import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { SetAccountTermsDocument } from "../api/account.generated.ts";
import type { AccountTermsFragment, BillingFiguresFragment } from "../api/billing.generated.ts";
import { useSave, within } from "../api/use-save.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TermsFields } from "./TermsFields.tsx";
import { termsInput, termsValues, type TermsValues } from "./terms-values.ts";

interface TermsDialogProps {
  readonly account: BillingFiguresFragment & AccountTermsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const fields = ["policy", "creditLimit", "cycleDay", "dueDay", "lowBalance", "lowBalanceEmail"];

/** Who becomes strict with nothing on the account is suspended at once, which the dialog says before. */
export function TermsDialog({ account, onClose, onDone }: TermsDialogProps) {
  const { t } = useTranslation("billing");
  const form = useForm<TermsValues>({ initialValues: termsValues(account) });
  const { save, isBusy, problem } = useSave(form, fields);
  const [setTerms] = useMutation(SetAccountTermsDocument);
  async function send(): Promise<void> {
    const input = { accountId: account.id, terms: termsInput(form.values) };
    const isDone = await save(async () => {
      const { data } = await setTerms({ variables: { input } });
      return within("terms", data?.setAccountTerms.userErrors);
    });
    if (!isDone) return;
    notifications.show({ message: t("terms.done") });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={t("terms.change")}
      onClose={onClose}
      deed={t("terms.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <TermsFields
        values={form.values}
        currency={account.currency}
        field={(name) => form.getInputProps(name)}
        onChange={(change) => form.setValues(change)}
      />
    </FormDialog>
  );
}
