import { labelOf } from "../customer-label.ts";
import { say } from "../sentence.ts";
import type { DemoAuditEntry, DemoOrder } from "./model.ts";
import { demoId } from "./random.ts";
import { found, type Ground } from "./scene.ts";

/** The trail knows of every order who placed it. */
export function demoTrail(
  orders: readonly DemoOrder[],
  { customers, offerings }: Pick<Ground, "customers" | "offerings">,
): DemoAuditEntry[] {
  return orders.map((order) => ({
    id: demoId(`audit:${order.id}`),
    path: order.path,
    at: order.placedAt,
    actorId: order.placedById,
    actor: order.placedByName,
    channel: order.channel,
    operation: "order.place",
    subjectKind: "order",
    subjectId: order.id,
    subject: say("run.forOrder", {
      offering: found(offerings, order.offeringId).name,
      customer: labelOf(found(customers, order.customerId)),
    }),
  }));
}
