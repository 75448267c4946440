import { say } from "@tierline/shared/sentence.ts";
import { blocking, fine, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";

/** O14, O18: every item that is required is reserved for whoever orders, and nothing besides. */
export function checkInventory(facts: OrderFacts): Check[] {
  const { requirements, picked, slots } = facts;
  if (requirements.length === 0 && picked.length === 0) return [];
  const problems = [...lostProblems(facts), ...surplusProblems(facts), ...emptyProblems(facts)];
  if (problems.length > 0) return problems;
  const labels = picked
    .filter(({ reservationId }) => slots.slots.has(reservationId))
    .map(({ item }) => item?.label ?? "");
  return [
    fine(
      "INVENTORY",
      labels.length === 0 ? say("check.nothingNeeded") : say("check.items", { items: { allOf: labels } }),
    ),
  ];
}

function lostProblems({ picked }: OrderFacts): Check[] {
  return picked.flatMap(({ item, isOpen, isClaimed }, index) => {
    if (isOpen && item !== null) return [];
    const path = ["reservationIds", String(index)];
    if (item === null) return [blocking("INVENTORY", "UNKNOWN_REFERENCE", say("reservation.unknown"), ...path)];
    if (isClaimed) {
      return [blocking("INVENTORY", "NOT_AVAILABLE", say("reservation.claimed", { item: item.label }), ...path)];
    }
    return [blocking("INVENTORY", "EXPIRED", say("reservation.lapsed", { item: item.label }), ...path)];
  });
}

function surplusProblems({ picked, slots }: OrderFacts): Check[] {
  return picked.flatMap(({ reservationId }, index) => {
    const isRepeated = picked.findIndex((each) => each.reservationId === reservationId) < index;
    if (!isRepeated && !slots.surplus.includes(reservationId)) return [];
    const path = ["reservationIds", String(index)];
    return [blocking("INVENTORY", "INVALID", say("item.notAsked"), ...path)];
  });
}

function emptyProblems({ slots, requirements }: OrderFacts): Check[] {
  return slots.empty
    .filter(({ isRequired }) => isRequired)
    .map(({ slot }) => {
      const label = requirements.find((each) => each.slot === slot)?.label ?? slot;
      return blocking("INVENTORY", "REQUIRED", say("check.pickOne", { label }), "reservationIds");
    });
}
