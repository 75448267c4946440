import { inspect } from "node:util";
import { expect, test } from "vitest";
import { masked, revealed, Secret, Unknown } from "./secret.ts";

const body = {
  user: "amy",
  password: new Secret("hunter2"),
  service: new Unknown("service number"),
  list: [new Secret("again")],
};

test("a secret shows only where it is revealed", () => {
  expect(JSON.stringify(revealed(body))).toBe(
    '{"user":"amy","password":"hunter2","service":"‹service number›","list":["again"]}',
  );
});

test("masked, printed, logged and joined it is dots", () => {
  const { password } = body;
  for (const text of [masked(body), String(password), `${password}`, JSON.stringify(body), inspect(body)]) {
    expect(text).not.toContain("hunter2");
    expect(text).toContain("••••••");
  }
  expect(masked(body)).toContain("‹service number›");
});
