import { expect, test } from "vitest";
import { createVault } from "./vault.ts";

const vault = createVault(Buffer.alloc(32, 1));

test("what was sealed opens in its place and nowhere else", () => {
  const sealed = vault.seal("s3cret", "connector|r1.|ocs|password");
  expect(sealed).not.toContain("s3cret");
  expect(vault.open(sealed, "connector|r1.|ocs|password")).toBe("s3cret");
  expect(() => vault.open(sealed, "connector|r1.r2.|ocs|password")).toThrow(/auth/i);
});

test("a changed byte or another installation's key does not open it", () => {
  const sealed = vault.seal("s3cret", "place");
  const changed = sealed.slice(0, -4) + (sealed.endsWith("AAA=") ? "BBB=" : "AAA=");
  expect(() => vault.open(changed, "place")).toThrow();
  expect(() => createVault(Buffer.alloc(32, 2)).open(sealed, "place")).toThrow(/auth/i);
});

test("the same text sealed twice looks different", () => {
  expect(vault.seal("x", "p")).not.toBe(vault.seal("x", "p"));
});
