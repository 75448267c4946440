import { beforeEach, expect, test } from "vitest";
import { forgetIdempotencyKey, idempotencyKey } from "./idempotency-key.ts";

beforeEach(() => sessionStorage.clear());

test("one intent has one key until it is done, over a reload too; another intent has another", () => {
  const key = idempotencyKey("assign:cus_1");
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idempotencyKey("assign:cus_1")).toBe(key);
  expect(idempotencyKey("assign:cus_2")).not.toBe(key);
  forgetIdempotencyKey("assign:cus_1");
  expect(idempotencyKey("assign:cus_1")).not.toBe(key);
});
