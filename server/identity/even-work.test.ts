import argon2 from "@node-rs/argon2";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { RequestContext } from "../kernel/context.ts";
import { transaction } from "../kernel/context.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { createUser } from "./create-user.ts";
import { signIn } from "./sign-in.ts";

const verifying = vi.spyOn(argon2, "verify");
const world = await testWorld();
const password = "a sentence to remember";

beforeAll(async () => {
  for (const at of ["acme", "beta"] as const) {
    const { id: resellerId } = resellersOfTests[at];
    await transaction(world.system(), (tx) =>
      createUser(tx, { resellerId, email: "two@shop.test", name: "Two", role: "AGENT", password }),
    );
  }
  const { id: resellerId } = resellersOfTests.acme;
  await transaction(world.system(), (tx) =>
    createUser(tx, { resellerId, email: "one@shop.test", name: "One", role: "AGENT", password }),
  );
});
beforeEach(() => world.database.rows("delete from rate_limit"));

async function workFor(email: string, resellerKey?: string): Promise<string[]> {
  verifying.mockClear();
  const request: RequestContext = {
    ...world.request(null),
    http: { ip: "192.0.2.1", userAgent: "", setSession: () => undefined },
  };
  await expect(signIn(request, { email, password: "not this one", resellerKey })).rejects.toMatchObject({
    refusals: [{ code: "SIGN_IN_REFUSED" }],
  });
  return verifying.mock.calls.map(([hash]) => String(hash).split("$").slice(1, 4).join("$"));
}

test("no account, one and two cost the same number of hashes of the same price", async () => {
  const nobody = await workFor("nobody@shop.test");
  expect(nobody).toEqual(Array.from({ length: 3 }, () => "argon2id$v=19$m=47104,t=2,p=1"));
  expect(await workFor("one@shop.test")).toEqual(nobody);
  expect(await workFor("two@shop.test")).toEqual(nobody);
});

test("with a reseller's key one hash, whether the account is there or not", async () => {
  const known = await workFor("one@shop.test", "acme");
  expect(known).toHaveLength(1);
  expect(await workFor("one@shop.test", "beta")).toEqual(known);
  expect(await workFor("one@shop.test", "nowhere")).toEqual(known);
  expect(await workFor("nobody@shop.test", "acme")).toEqual(known);
});
