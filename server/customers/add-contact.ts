import { decodeId, newId } from "@tierline/shared/id.ts";
import { contactsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { contactableCustomer } from "./changeable-customer.ts";
import { checkContact, type ContactInput } from "./check-details.ts";
import { ContactEntity } from "./customer-parts.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";

export interface AddContactInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
  readonly contact: ContactInput;
}

/** Answers the UUIDs of the customer and of the new contact. */
export function addContact(
  context: Context,
  input: AddContactInput,
): Promise<{ customerId: string; contactId: string }> {
  return once(context, "contact.add", input.idempotencyKey, input, async (tx) => {
    const customer = await contactableCustomer(tx, decodeId("cus", input.customerId));
    const refusals = new Refusals();
    const others = await tx.em.find(ContactEntity, { customer: customer.id }, { disableIdentityMap: true });
    const details = checkContact(refusals, input.contact, others, "contact");
    if (others.length >= contactsMax)
      refusals.add("TOO_LONG", say("customer.contacts", { max: contactsMax }), "contact");
    refusals.settle();
    const { path } = customer;
    const contactId = newId(tx.clock.now().getTime());
    await tx.em.insert(ContactEntity, { ...details, id: contactId, path, customer: customer.id, version: 1 });
    await recordAudit(tx, {
      operation: "contact.add",
      subjectKind: "contact",
      subjectId: contactId,
      subject: say("subject.part", { part: details.name, customer: labelOf(customer) }),
      changes: changesBetween({}, details),
      path,
    });
    return { customerId: customer.id, contactId };
  });
}
