import { useMutation } from "@apollo/client/react";
import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { archiveWord } from "@tierline/shared/customer-state.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { ConfirmForm } from "../../ui/ConfirmByName.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { forgetCustomerLists } from "./customer-lists.ts";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import { ArchiveCustomerDocument } from "./customer-standing.generated.ts";

interface ArchiveCustomerProps {
  readonly customer: CustomerFieldsFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Puts a customer away for good (V14): what still hangs on it, or is owed, is said when it is tried. */
export function ArchiveCustomer({ customer, isOpen, onClose }: ArchiveCustomerProps) {
  const { t } = useTranslation("customers");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("archive.title", { customer: customer.label })}
      closeLabel={t("close")}
      size="lg"
    >
      <Confirm customer={customer} onClose={onClose} />
    </Dialog>
  );
}

function Confirm({ customer, onClose }: Omit<ArchiveCustomerProps, "isOpen">) {
  const { t } = useTranslation("customers");
  const form = useForm({ initialValues: { note: "" } });
  const { save, isBusy, problem } = useSave(form, ["note"]);
  const [archive] = useMutation(ArchiveCustomerDocument, { update: forgetCustomerLists });
  const send = async (): Promise<void> => {
    const input = { id: customer.id, confirmation: archiveWord, note: form.values.note.trim() || null };
    const isDone = await save(async () => (await archive({ variables: { input } })).data?.archiveCustomer.userErrors);
    if (isDone) onClose();
  };
  return (
    <ConfirmForm
      onClose={onClose}
      name={archiveWord}
      isAnyCase
      consequences={[t("archive.needs"), t("archive.keeps"), t("archive.forGood")]}
      onConfirm={() => void send()}
      isBusy={isBusy}
      labels={{
        typeName: (word) => t("deactivate.typeWord", { word }),
        confirm: t("archive.confirm"),
        cancel: t("cancel"),
        notYet: t("deactivate.notYet", { word: archiveWord }),
      }}
    >
      <Textarea label={t("deactivate.note")} autosize minRows={2} mb="md" {...form.getInputProps("note")} />
      {problem !== null && <ErrorNotice title={t("notSaved")} what={problem.message} />}
    </ConfirmForm>
  );
}
