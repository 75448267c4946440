import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { expect, test } from "vitest";
import { UserEntity } from "../identity/user.entity.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, jane, pathOf } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { t0 } from "../testkit/world.ts";

// What a customer's own people order, as far as their reseller lets them (B12).

const shop = await openShop();
await shop.lab();
const { world } = shop;
const { rows } = world.database;
const { johnSmith, johnson } = customersOfTests;
const john: Viewer = {
  ...jane,
  userId: newId(),
  name: "John Smith",
  customerId: johnSmith.id,
  path: pathOf(johnSmith),
  permissions: new Set(permissionsOf("CUSTOMER_USER")),
};

await world.system().em.insert(UserEntity, {
  id: john.userId,
  path: john.path,
  reseller: john.resellerId,
  customer: johnSmith.id,
  email: "john@smith.test",
  name: john.name,
  role: "CUSTOMER_USER",
  createdAt: t0,
  version: 1,
});

interface Asked {
  readonly offeringId: string;
  readonly customerId: string;
  readonly serviceId?: string;
}

const quoted = `query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint checks { state } } }`;
const placed = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { number service { id } run { id } } userErrors { code } } }`;

const ask = (viewer: Viewer, source: string, input: object) => askAs(world, viewer, source, { input });
const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) =>
  (errors?.[0]?.originalError as { code?: string } | undefined)?.code;

async function fingerprintFor(asked: Asked): Promise<string> {
  const { data, errors } = await ask(john, quoted, asked);
  expect(errors).toBeUndefined();
  const { fingerprint, checks } = (data as { orderQuote: { fingerprint: string; checks: { state: string }[] } })
    .orderQuote;
  expect(checks.filter(({ state }) => state === "BLOCKING")).toEqual([]);
  return fingerprint;
}

async function order(asked: Asked, quoteFingerprint: string) {
  const { data, errors } = await ask(john, placed, { ...asked, quoteFingerprint, idempotencyKey: newId() });
  expect(errors).toBeUndefined();
  return (data as { placeOrder: { order: { number: number; run: object | null } | null; userErrors: object[] } })
    .placeOrder;
}

test("B12: a customer orders an add-on for a service of its own, and two at once get numbers of their own", async () => {
  const [one, other] = [await plantService(world), await plantService(world)];
  const asked = (service: string) => ({
    offeringId: ids.p3,
    customerId: ids.johnSmith,
    serviceId: encodeId("svc", service),
  });
  const fingerprints = [await fingerprintFor(asked(one)), await fingerprintFor(asked(other))];
  const both = await Promise.all([order(asked(one), fingerprints[0]!), order(asked(other), fingerprints[1]!)]);
  expect(both.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(both.map((each) => each.order?.number).toSorted()).toEqual([1, 2]);
  expect(both.map((each) => each.order?.run)).toEqual([null, null]);
  const kept = await rows("select path, placed_by_name from customer_order order by number");
  expect(kept).toEqual([1, 2].map(() => ({ path: pathOf(johnSmith), placed_by_name: "John Smith" })));
  const numbers = await rows<{ number: number }>("select number from provisioning_run order by number");
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(2);
});

test("B12: neither a plan nor anything for somebody else is theirs to order, nor anything that they were not let", async () => {
  const service = encodeId("svc", await plantService(world));
  const foreign = encodeId("svc", await plantService(world, johnson));
  const fingerprint = await fingerprintFor({ offeringId: ids.p3, customerId: ids.johnSmith, serviceId: service });
  const before = await shop.everything();
  const attempts: [asked: Asked, code: string][] = [
    [{ offeringId: ids.p1, customerId: ids.johnSmith }, "FORBIDDEN"],
    [{ offeringId: ids.p3, customerId: ids.johnson, serviceId: foreign }, "NOT_FOUND"],
    [{ offeringId: ids.p3, customerId: ids.johnSmith, serviceId: foreign }, "NOT_FOUND"],
  ];
  for (const [asked, code] of attempts) {
    expect(codeOf(await ask(john, quoted, asked))).toBe(code);
    const input = { ...asked, quoteFingerprint: fingerprint, idempotencyKey: newId() };
    expect(codeOf(await ask(john, placed, input))).toBe(code);
  }
  const looker: Viewer = { ...john, permissions: new Set(["customer.view", "catalog.view", "service.view"]) };
  const asked = { offeringId: ids.p3, customerId: ids.johnSmith, serviceId: service };
  expect(codeOf(await ask(looker, quoted, asked))).toBe("FORBIDDEN");
  expect(await shop.everything()).toEqual(before);
});
