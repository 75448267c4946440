import type { ContactRole } from "@tierline/shared/kinds.ts";
import { requiredRoles } from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { ContactEntity, type ContactRow } from "./customer-parts.entity.ts";
import type { CustomerRow } from "./customer.entity.ts";

/**
 * A customer that was onboarded keeps one of each support contact that it has to have (M10); whoever locks the customer asks.
 * @throws Rejection STATE_CONFLICT
 */
export async function refuseLastRequired(
  { em }: Pick<Transaction, "em">,
  customer: CustomerRow,
  contact: ContactRow,
  rolesAfter: readonly ContactRole[],
  ...path: string[]
): Promise<void> {
  if (!customer.keepsSupport) return;
  const others = { customer: customer.id, id: { $ne: contact.id } };
  const rest = await em.find(ContactEntity, others, { disableIdentityMap: true });
  for (const role of requiredRoles) {
    const isLost = contact.roles.includes(role) && !rolesAfter.includes(role);
    if (isLost && !rest.some(({ roles }) => roles.includes(role))) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("contact.lastRequired", { role }), path });
    }
  }
}
