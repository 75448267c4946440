import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { givePasswords, liveServer, type HttpAnswer } from "../testkit/live-server.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
let cookie = "";
beforeAll(async () => void (cookie = await server.signIn("owner@acme.test")));
beforeEach(() =>
  world.database.rows(
    "set local session_replication_role = replica; update reseller set state = 'ACTIVE', delegated = null; delete from audit_entry",
  ),
);

const header = "tierline-on-behalf-of";
const whoAmI = `{ viewer { user { email } reseller { key } onBehalfOf { kind name } permissions tierPath { key isCurrent } } }`;
const create = `mutation ($key: ID!) {
  createCustomer(input: { idempotencyKey: $key, kind: INDIVIDUAL, name: "Nobody Special", homeCountry: "GB" }) {
    customer { reseller { key } } userErrors { code }
  }
}`;

function ask(query: string, named: string | null, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
  return server.post({ query, variables }, { cookie, ...(named === null ? {} : { [header]: named }) });
}

function codeOf({ errors }: HttpAnswer): unknown {
  return errors[0]?.extensions?.code;
}

interface Who {
  user: { email: string };
  reseller: { key: string };
  onBehalfOf: { kind: string; name: string } | null;
  permissions: string[];
  tierPath: { key: string; isCurrent: boolean }[];
}
const who = async (named: string | null) => (await ask(whoAmI, named)).data?.["viewer"] as Who;

test("CX12: whoever works for a reseller below stands in its tier, stays who they are, and the audit trail names both", async () => {
  for (const named of ["acme-north", encodeId("rsl", resellersOfTests.acmeNorth.id)]) {
    const viewer = await who(named);
    expect(viewer).toMatchObject({
      user: { email: "owner@acme.test" },
      reseller: { key: "acme-north" },
      onBehalfOf: { kind: "RESELLER", name: "AcmeNorth" },
    });
    expect(viewer.tierPath.find(({ isCurrent }) => isCurrent)?.key).toBe("acme-north");
  }
  const { data } = await ask(create, "acme-north", { key: newId() });
  expect(data).toMatchObject({ createCustomer: { customer: { reseller: { key: "acme-north" } }, userErrors: [] } });
  expect(await world.database.rows("select actor, on_behalf_of, path, operation from audit_entry")).toEqual([
    { actor: "Anna Acme", on_behalf_of: "AcmeNorth", path: "r1.r2.r3.r5.c1.", operation: "customer.create" },
  ]);
});

test("CX12: one's own reseller named is nobody else, and then the trail names one", async () => {
  expect(await who("acme")).toEqual(await who(null));
  expect((await who("acme")).onBehalfOf).toBeNull();
});

test("CX12: a reseller above, beside, closed or nowhere is as one that never was, to read and to write", async () => {
  await world.database.rows(
    'set local session_replication_role = replica; insert into reseller select (jsonb_populate_record(r, \'{"id": "019a0000-0001-7000-8000-000000000999", "key": "gone", "number": 999, "path": "r1.r2.r3.r999.", "state": "CLOSED"}\')).* from reseller r where key = \'acme-north\'',
  );
  const nobody = await ask(whoAmI, "no-such-reseller");
  expect(codeOf(nobody)).toBe("NOT_FOUND");
  const before = await world.database.rows("select count(*) from customer");
  for (const named of ["nord", "tierline", "beta", "gone", "x".repeat(500), encodeId("cus", newId()), "' or true --"]) {
    const answer = await ask(whoAmI, named);
    expect([answer.status, codeOf(answer), answer.data]).toEqual([nobody.status, "NOT_FOUND", nobody.data]);
    expect(codeOf(await ask(create, named, { key: newId() }))).toBe("NOT_FOUND");
  }
  expect(await world.database.rows("select count(*) from customer")).toEqual(before);
  // It came past the triggers that give a reseller what it has from birth.
  await world.database.rows("set local session_replication_role = replica; delete from reseller where key = 'gone'");
});

test("CX12: nobody is given a right that they lack, and what the reseller may not do is not done in its place", async () => {
  const agent = await server.signIn("agent@acme.test");
  expect(codeOf(await server.post({ query: whoAmI }, { cookie: agent, [header]: "acme-north" }))).toBe("FORBIDDEN");
  const own = await who(null);
  const there = await who("acme-north");
  expect(there.permissions.filter((key) => !own.permissions.includes(key))).toEqual([]);
  expect(own.permissions.filter((key) => !there.permissions.includes(key))).toEqual(["user.act_as", "profile.update"]);
  await world.database.rows("update reseller set state = 'SUSPENDED' where key = 'acme-north'");
  expect(codeOf(await ask(create, "acme-north", { key: newId() }))).toBe("RESELLER_SUSPENDED");
  await world.database.rows(
    "update reseller set state = 'ACTIVE', delegated = '{customer.view}' where key = 'acme-north'",
  );
  expect((await who("acme-north")).permissions).toEqual(["customer.view"]);
});

test("CX12: over the socket the reseller is named when it is opened, and one who may not is not let in", async () => {
  const allowed = server.socket({ cookie });
  expect(await allowed.hello({ [header]: "acme-north" })).toBe(true);
  allowed.cut();
  const foreign = server.socket({ cookie });
  expect(await foreign.hello({ [header]: "beta" })).toBe(false);
});

test("CX12: signing out ends the session also from another's place", async () => {
  const own = await server.signIn("owner@nord.test");
  await server.post({ query: "mutation { signOut { userErrors { code } } }" }, { cookie: own, [header]: "acme" });
  const { data } = await server.post({ query: whoAmI }, { cookie: own });
  expect(data).toEqual({ viewer: null });
});
