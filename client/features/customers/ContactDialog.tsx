import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { AddContactDocument, UpdateContactDocument } from "./customer-changes.generated.ts";
import { contactInput, type ContactValues } from "./customer-form.ts";
import type { CustomerContactFragment } from "./customer.generated.ts";
import { ContactFields } from "./form-fields.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";
import { useSave, within } from "../../api/use-save.ts";

interface ContactDialogProps {
  readonly customerId: string;
  /** The contact to be changed, `new` for another one, null while closed. */
  readonly contact: CustomerContactFragment | "new" | null;
  readonly onClose: () => void;
}

export function ContactDialog({ customerId, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation("customers");
  const title = contact === null || contact === "new" ? t("contacts.add") : t("editNamed", { name: contact.name });
  return (
    <PartDialog title={title} isOpen={contact !== null} onClose={onClose}>
      {contact !== null && (
        <ContactForm customerId={customerId} contact={contact === "new" ? null : contact} onClose={onClose} />
      )}
    </PartDialog>
  );
}

function ContactForm({
  customerId,
  contact,
  onClose,
}: {
  customerId: string;
  contact: CustomerContactFragment | null;
  onClose: () => void;
}) {
  const form = useForm<ContactValues>({
    initialValues: {
      name: contact?.name ?? "",
      roles: contact?.roles ?? ["BILLING"],
      email: contact?.email ?? "",
      phone: contact?.phone ?? "",
    },
  });
  const [add] = useMutation(AddContactDocument);
  const [update] = useMutation(UpdateContactDocument);
  const { save, isBusy, problem } = useSave(form, ["name", "roles", "email", "phone"]);

  async function submit(values: ContactValues): Promise<void> {
    const input = contactInput(values);
    const intent = `contact.add:${customerId}:${JSON.stringify(input)}`;
    const isSaved = await save(async () => {
      if (contact !== null) {
        const { data } = await update({ variables: { input: { id: contact.id, contact: input } } });
        return within("contact", data?.updateContact.userErrors);
      }
      const { data } = await add({
        variables: { input: { customerId, contact: input, idempotencyKey: idempotencyKey(intent) } },
      });
      return within("contact", data?.addContact.userErrors);
    });
    if (!isSaved) return;
    forgetIdempotencyKey(intent);
    onClose();
  }

  return (
    <PartForm
      onSubmit={form.onSubmit((values) => void submit(values))}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
    >
      <ContactFields field={(at) => form.getInputProps(at)} />
    </PartForm>
  );
}
