import { customFieldsMax, requirementsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { blocking, type Check } from "./check.ts";
import type { OrderDraft } from "./order-draft.ts";

type Lists = Pick<OrderDraft, "reservationIds" | "customFields">;

/** An offering asks for so many items and fields and no more, so a longer list is a mistake: it is named and not worked through. */
export function checkSize({ reservationIds, customFields }: Lists): Check[] {
  const checks: Check[] = [];
  if (reservationIds.length > requirementsMax) {
    checks.push(blocking("INVENTORY", "TOO_LONG", say("order.items", { max: requirementsMax }), "reservationIds"));
  }
  if (customFields.length > customFieldsMax) {
    checks.push(blocking("CUSTOM_FIELDS", "TOO_LONG", say("order.fields", { max: customFieldsMax }), "customFields"));
  }
  return checks;
}

/** With as much of its lists as any offering could ask for. */
export function shortened(draft: OrderDraft): OrderDraft {
  const { reservationIds, customFields } = draft;
  return {
    ...draft,
    reservationIds: reservationIds.slice(0, requirementsMax),
    customFields: customFields.slice(0, customFieldsMax),
  };
}
