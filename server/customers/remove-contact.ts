import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { contactableCustomer } from "./changeable-customer.ts";
import { ContactEntity } from "./customer-parts.entity.ts";
import { refuseLastRequired } from "./required-contacts.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";

/** Orders that named the contact keep everything else. Answers the customer's UUID. @throws Rejection STATE_CONFLICT (M10) */
export function removeContact(context: Context, input: { readonly id: string }): Promise<string> {
  return transaction(context, async (tx) => {
    const id = decodeId("ctc", input.id);
    const contact = id === null ? null : await tx.em.findOne(ContactEntity, { id }, { disableIdentityMap: true });
    if (contact === null) throw notFound();
    const customer = await contactableCustomer(tx, contact.customer);
    await refuseLastRequired(tx, customer, contact, [], "id");
    await tx.em.nativeDelete(ContactEntity, { id: contact.id });
    const { name, roles, email, phone, path } = contact;
    await recordAudit(tx, {
      operation: "contact.remove",
      subjectKind: "contact",
      subjectId: contact.id,
      subject: say("subject.part", { part: name, customer: labelOf(customer) }),
      changes: changesBetween({ name, roles, email, phone }, {}),
      path,
    });
    return customer.id;
  });
}
