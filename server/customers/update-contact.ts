import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { contactableCustomer } from "./changeable-customer.ts";
import { checkContact, type ContactInput } from "./check-details.ts";
import { ContactEntity, type ContactRow } from "./customer-parts.entity.ts";
import { refuseLastRequired } from "./required-contacts.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";

export interface UpdateContactInput {
  /** The API's id. */
  readonly id: string;
  /** All of the contact: what is left out is emptied. */
  readonly contact: ContactInput;
}

/** Answers the UUIDs of the customer and of the contact. */
export function updateContact(
  context: Context,
  input: UpdateContactInput,
): Promise<{ customerId: string; contactId: string }> {
  return transaction(context, async (tx) => {
    const id = decodeId("ctc", input.id);
    const contact = id === null ? null : await tx.em.findOne(ContactEntity, { id }, { refresh: true });
    if (contact === null) throw notFound();
    const customer = await contactableCustomer(tx, contact.customer);
    const refusals = new Refusals();
    const others = { customer: customer.id, id: { $ne: contact.id } };
    const rows = await tx.em.find(ContactEntity, others, { disableIdentityMap: true });
    const details = checkContact(refusals, input.contact, rows, "contact");
    refusals.settle();
    await refuseLastRequired(tx, customer, contact, details.roles, "contact", "roles");
    const changes = changesBetween(told(contact), told({ ...contact, ...details }));
    if (changes.length > 0) {
      Object.assign(contact, details);
      await tx.em.flush();
      const subject = say("subject.part", { part: details.name, customer: labelOf(customer) });
      const { path } = customer;
      await recordAudit(tx, {
        operation: "contact.update",
        subjectKind: "contact",
        subjectId: contact.id,
        subject,
        changes,
        path,
      });
    }
    return { customerId: customer.id, contactId: contact.id };
  });
}

function told({ name, roles, email, phone }: Pick<ContactRow, "name" | "roles" | "email" | "phone">) {
  return { name, roles, email, phone };
}
