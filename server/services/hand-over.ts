import { textLengthMax } from "@tierline/shared/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { recordHandOver } from "../inventory/record-hand-over.ts";
import type { Context } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { findService } from "./service-rows.ts";

export interface HandOver {
  readonly idempotencyKey: string;
  readonly serviceId: string;
  readonly note: string | null;
}

/** O39: the optional last step in the shop. Answers the ids of the items that were handed over. */
export function handOver(context: Context, { idempotencyKey, serviceId, note }: HandOver): Promise<string[]> {
  const refusals = new Refusals();
  const text = checkText(refusals, note, { noun: "noun.note", max: textLengthMax, isMultiline: true }, "note") ?? null;
  refusals.settle();
  return once(context, "inventory.hand_over", idempotencyKey, { serviceId, note: text }, async (tx) => {
    const service = await findService(tx, serviceId);
    if (service === null) throw notFound();
    const items = await recordHandOver(tx, { serviceId, note: text });
    await recordAudit(tx, {
      operation: "service.hand_over",
      subjectKind: "service",
      subjectId: service.id,
      subject: service.name,
      changes: [],
      path: service.path,
      note: text,
    });
    return items.map((item) => item.id);
  });
}
