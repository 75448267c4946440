import { expect, test } from "vitest";
import { matchSlots } from "./match-slots.ts";

test("O14: each slot takes the first item of its template that is left", () => {
  const wanted = [
    { templateId: "sim", slot: "sim", isRequired: true },
    { templateId: "number", slot: "number", isRequired: true },
    { templateId: "sim", slot: "second", isRequired: false },
  ];
  const picked = [
    { reservationId: "n1", templateId: "number" },
    { reservationId: "s1", templateId: "sim" },
    { reservationId: "m1", templateId: "modem" },
    { reservationId: "n2", templateId: "number" },
  ];
  const { slots, empty, surplus } = matchSlots(wanted, picked);
  expect([...slots]).toEqual([
    ["s1", "sim"],
    ["n1", "number"],
  ]);
  expect(empty.map(({ slot }) => slot)).toEqual(["second"]);
  expect(surplus).toEqual(["m1", "n2"]);
  expect(matchSlots([], [])).toEqual({ slots: new Map(), empty: [], surplus: [] });
});
