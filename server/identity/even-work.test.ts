import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { RequestContext } from "../kernel/context.ts";
import { transaction } from "../kernel/context.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const counted = vi.hoisted(() => ({ verified: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (hash, password, options) => {
    counted.verified.push(String(hash).split("$").slice(1, 4).join("$"));
    return real.verify(hash, password, options);
  };
  return { ...real, verify };
});

const { createUser } = await import("./create-user.ts");
const { signIn } = await import("./sign-in.ts");
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
  counted.verified.length = 0;
  const request: RequestContext = {
    ...world.request(null),
    http: { ip: "192.0.2.1", userAgent: "", setSession: () => undefined },
  };
  await expect(signIn(request, { email, password: "not this one", resellerKey })).rejects.toMatchObject({
    refusals: [{ code: "SIGN_IN_REFUSED" }],
  });
  return [...counted.verified];
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
