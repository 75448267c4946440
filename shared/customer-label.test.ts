import { expect, test } from "vitest";
import { labelOf } from "./customer-label.ts";

test("O12: a customer reads as the name followed by the number", () => {
  expect(labelOf({ name: "John Smith", number: 123 })).toBe("John Smith (ID: 123)");
});
