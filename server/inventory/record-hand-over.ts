import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { itemsWhere, type Item } from "./item.ts";
import { writeCustody } from "./write-custody.ts";

/** Notes that the customer was given what the service uses (O39): an entry in each item's history, no change of state. */
export async function recordHandOver(
  tx: Transaction,
  { serviceId, note }: { serviceId: string; note: string | null },
): Promise<Item[]> {
  await tx.em.execute(
    "select 1 from inventory_item where service_id = ? and state = 'ASSIGNED' order by id for update",
    [serviceId],
  );
  const items = await itemsWhere(tx, "i.service_id = ? and i.state = 'ASSIGNED'", [serviceId]);
  if (items.length === 0) {
    throw new Rejection({
      code: "STATE_CONFLICT",
      message: say("service.noItems"),
      path: ["serviceId"],
    });
  }
  await writeCustody(
    tx,
    items.map((item) => ({
      itemId: item.id,
      path: item.path,
      from: "ASSIGNED",
      to: "ASSIGNED",
      reason: note === null ? say("custody.handedOver") : say("custody.handedOverNote", { note }),
      customerId: item.customerId,
      serviceId,
    })),
  );
  return items;
}
