import { encodeId, newId, uuidOf } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantNumbers } from "../testkit/dids-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
await plantCatalogOfTests(world);
const { rows } = world.database;
const seller = "owner@acme.test";
const buyer = "owner@acme-north.test";
const { nord, acme, acmeNorth } = resellersOfTests;

interface Payload {
  readonly items: readonly { readonly id: string }[];
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

/** The answer, or the code of what was refused altogether. */
async function send(who: string, field: string, input: object, fields = "items { id }"): Promise<Payload | string> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`; // no field is empty
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} userErrors { code path } } }`;
  const { data, errors } = await world.graphql(who, document, { input });
  const code = (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  return code ?? (JSON.parse(JSON.stringify(data)) as Record<string, Payload>)[field]!; // it was asked for
}

const terms = { setup: "2.00", monthly: "80.00", billing: "PER_MINUTE", perMinute: "0.02" };
const offer = (itemIds: readonly string[], more: object = {}, who = seller) =>
  send(who, "offerNumbers", { itemIds, ...terms, ...more });
const giveBack = (itemId: string, who = buyer) => send(who, "giveBackNumber", { itemId });
const change = (itemId: string, more: object, who = seller) => send(who, "changeNumberLease", { itemId, ...more });
const codes = (answer: Payload | string) =>
  typeof answer === "string" ? answer : answer.userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

interface Offered {
  readonly itemId: string;
  readonly fingerprint: string;
}

async function offered(who: string): Promise<Offered[]> {
  const { data } = await world.graphql(who, "{ numberOffers { itemId fingerprint seller terms { perMinute } } }");
  return (data as unknown as { numberOffers: Offered[] }).numberOffers;
}

const idsOffered = async (who: string) => (await offered(who)).map(({ itemId }) => itemId).toSorted();

/** As somebody does who sees it; who does not can only guess. */
async function order(itemId: string, who = buyer, idempotencyKey: string = newId()): Promise<Payload | string> {
  const fingerprint = (await offered(who)).find((each) => each.itemId === itemId)?.fingerprint ?? "a guess";
  return send(who, "orderNumber", { itemId, fingerprint, idempotencyKey });
}

/** In micros. */
async function balance(path: string): Promise<number> {
  const [row] = await rows<{ micros: string }>(
    `select coalesce(sum(b.balance_micros), 0)::text as micros from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.path = $1 and a.kind = 'BILLING'`,
    [path],
  );
  return Number(row!.micros);
}

async function itemOf(who: string, id: string, fields: string): Promise<unknown> {
  const { data, errors } = await world.graphql(who, `query ($id: ID!) { inventoryItem(id: $id) { ${fields} } }`, {
    id,
  });
  const code = (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  return code ?? (JSON.parse(JSON.stringify(data)) as { inventoryItem: unknown }).inventoryItem;
}

const [first, second, third, fourth] = (await plantNumbers(world, 4)) as [string, string, string, string]; // so many were asked for

test("U3: a number is ordered from the reseller above: fees at that edge at once and each month, and it is in one's own stock", async () => {
  expect(codes(await offer([first, second]))).toEqual([]);
  expect(await idsOffered(buyer)).toEqual([first, second].toSorted());
  expect(await offered(seller)).toEqual([]);
  const before = await balance(acmeNorth.path);
  const [input] = (await offered(buyer))
    .filter(({ itemId }) => itemId === first)
    .map(({ itemId, fingerprint }) => ({
      itemId,
      fingerprint,
      idempotencyKey: newId(),
    }));
  expect(await send(buyer, "orderNumber", input!)).toEqual({ items: [{ id: first }], userErrors: [] });
  expect(await send(buyer, "orderNumber", input!)).toEqual({ items: [{ id: first }], userErrors: [] });
  expect(before - (await balance(acmeNorth.path))).toBe(82_000_000);
  expect(await idsOffered(buyer)).toEqual([second]);
  const due = await rows(
    "select next_from::text as on, amount_micros::text as micros from recurring_charge where path = $1",
    [acmeNorth.path],
  );
  expect(due).toEqual([{ on: "2026-12-21", micros: "80000000" }]);
  world.clock.advance({ days: 31 });
  await renewCharges(world.system());
  await renewCharges(world.system());
  expect(before - (await balance(acmeNorth.path))).toBe(162_000_000);
});

test("each side of a sale sees what it comes to, and nobody above or below the two does", async () => {
  const paid = {
    terms: { monthly: { amount: "80.00" }, perMinute: "0.02" },
    seller: "Acme",
    nextBillingOn: "2027-01-21",
  };
  const lease = "lease { terms { monthly { amount } perMinute } seller nextBillingOn }";
  const sale = "sale { buyer { name } }";
  expect(await itemOf(buyer, first, `${lease} ${sale}`)).toEqual({ lease: paid, sale: null });
  expect(await itemOf(seller, first, `${lease} ${sale}`)).toEqual({
    lease: null,
    sale: { buyer: { name: "AcmeNorth" } },
  });
  expect(await itemOf("owner@nord.test", first, `${lease} ${sale}`)).toEqual({ lease: null, sale: null });
  expect(await itemOf("agent@acme.test", first, sale)).toBe("FORBIDDEN");
  expect(await itemOf(seller, second, "offer { seller reseller { name } }")).toEqual({
    offer: { seller: "Acme", reseller: null },
  });
});

test("of two resellers who order the same number at once one alone gets it, and one alone pays", async () => {
  await rows("update inventory_item set path = $1 where id = $2", [nord.path, uuidOf(fourth)]);
  expect(codes(await offer([fourth], {}, "owner@nord.test"))).toEqual([]);
  const answers = await Promise.all([order(fourth, seller), order(fourth, "owner@beta.test")]);
  expect(answers.map(codes).toSorted()).toEqual([[], ["NOT_AVAILABLE itemId"]]);
  const charged = await rows("select amount_micros::text as micros from charge where description = $1", [
    (
      await rows<{ number: string }>("select identifier as number from inventory_item where id = $1", [uuidOf(fourth)])
    )[0]!.number,
  ]);
  expect(charged.length).toBe(2); // the setup and a month, of one of them
});

test("U26: only what the reseller right above offers one is ordered, and only who holds a free number offers it", async () => {
  expect(await order(third)).toBe("NOT_FOUND");
  expect(codes(await offer([third]))).toEqual([]);
  expect(await order(third, "owner@nord.test")).toBe("NOT_FOUND");
  expect(await order(third, "owner@beta.test")).toBe("NOT_FOUND");
  expect(codes(await send(seller, "withdrawNumbers", { itemIds: [third] }))).toEqual([]);
  expect(await idsOffered(buyer)).toEqual([second]);
  expect(codes(await order(third))).toEqual(["NOT_AVAILABLE itemId"]);
  expect(await offer([first])).toBe("NOT_FOUND");
  expect(await offer([third], { resellerId: encodeId("rsl", nord.id) })).toBe("NOT_FOUND");
  expect(codes(await offer([third], { resellerId: encodeId("rsl", acme.id) }))).toEqual(["INVALID resellerId"]);
  expect(codes(await offer([third], { setup: "-1", perMinute: null }))).toEqual([
    "INVALID setup",
    "REQUIRED perMinute",
  ]);
});

test("what is offered to one reseller does not exist for the others", async () => {
  const [number = ""] = await plantNumbers(world, 1);
  await rows("update inventory_item set path = $1 where id = $2", [nord.path, uuidOf(number)]);
  const toAcme = { resellerId: encodeId("rsl", acme.id) };
  expect(codes(await offer([number], toAcme, "owner@nord.test"))).toEqual([]);
  expect(await idsOffered("owner@beta.test")).toEqual([]);
  expect(await order(number, "owner@beta.test")).toBe("NOT_FOUND");
  expect(codes(await order(number, seller))).toEqual([]);
});

test("nothing is ordered at a price that was not seen, in another currency, or by who could not pay for it", async () => {
  const [seen] = await offered(buyer);
  expect(codes(await offer([second], { monthly: "800.00" }))).toEqual([]);
  expect(
    codes(
      await send(buyer, "orderNumber", {
        itemId: seen!.itemId,
        fingerprint: seen!.fingerprint,
        idempotencyKey: newId(),
      }),
    ),
  ).toEqual(["PRICE_CHANGED fingerprint"]);
  expect(codes(await offer([second]))).toEqual([]);
  await rows("update reseller set currency = 'EUR' where path = $1", [acmeNorth.path]);
  expect(codes(await order(second))).toEqual(["NOT_ELIGIBLE itemId"]);
  await rows("update reseller set currency = 'GBP' where path = $1", [acmeNorth.path]);
  await setTerms("PREPAID", "STRICT", null);
  expect(codes(await order(second))).toEqual(["INSUFFICIENT_BALANCE "]);
  await setTerms("POSTPAID", null, 300);
  expect(codes(await offer([second], { monthly: "200.00" }))).toEqual([]);
  expect(codes(await order(second))).toEqual(["INSUFFICIENT_BALANCE "]);
  expect(await idsOffered(buyer)).toEqual([second]);
  await setTerms("POSTPAID", null, 10_000);
  expect(codes(await offer([second]))).toEqual([]);
  expect(codes(await order(second))).toEqual([]);
});

async function setTerms(mode: string, policy: string | null, limit: number | null): Promise<void> {
  await rows(
    "update ledger_account set payment_mode = $1, credit_policy = $2, credit_limit_micros = $3 where path = $4 and kind = 'BILLING'",
    [mode, policy, limit === null ? 0 : limit * 1e6, acmeNorth.path],
  );
}

test("VX7: a call that comes in costs each tier what it agreed, and one that began before a change what held then", async () => {
  const input = { kind: "INDIVIDUAL", name: "Northern", homeCountry: "GB", idempotencyKey: newId() };
  const made = await send(buyer, "createCustomer", input, "customer { id }");
  expect(codes(made)).toEqual([]);
  const [customer] = await rows<{ id: string; path: string }>("select id, path from customer where name = $1", [
    "Northern",
  ]);
  if (customer === undefined) throw new Error("The customer was just made.");
  const given = {
    idempotencyKey: newId(),
    itemId: first,
    customerId: encodeId("cus", customer.id),
    setup: "0",
    monthly: "0",
    billing: "PER_MINUTE",
    perMinute: "0.03",
  };
  expect(codes(await send(buyer, "connectDid", given, "did { id }"))).toEqual([]);
  expect(codes(await giveBack(first))).toEqual(["STATE_CONFLICT itemId"]);
  world.clock.advance({ minutes: 1 });
  const startedAt = world.clock.now();
  world.clock.advance({ minutes: 5 });
  expect(codes(await change(first, { monthly: "90.00", perMinute: "0.025" }))).toEqual([]);
  const [{ digits } = { digits: "" }] = await rows<{ digits: string }>(
    "select substr(number, 2) as digits from number_lease where path = $1 order by ordered_at limit 1",
    [acmeNorth.path],
  );
  const legsOf = async (at: Date) => {
    const call = callOfTests(90, { customerId: customer.id, direction: "IN", number: digits, startedAt: at });
    const [settled] = await settle(world, call);
    return rows(
      "select path, seller_path, depth, amount_micros::text as micros from call_leg where call_id = $1 order by depth",
      [settled!.callId],
    );
  };
  const north = { path: acmeNorth.path, seller_path: acme.path, depth: 1 };
  const own = { path: customer.path, seller_path: acmeNorth.path, depth: 2, micros: "60000" };
  expect(await legsOf(startedAt)).toEqual([{ ...north, micros: "40000" }, own]);
  expect(await legsOf(world.clock.now())).toEqual([{ ...north, micros: "50000" }, own]);
});

test("what an ordered number costs is changed by who sells it alone, the fee from the next month on, and both are told", async () => {
  for (const who of [buyer, "owner@nord.test"]) {
    expect(codes(await change(first, { monthly: "1.00" }, who))).toEqual(["INVALID itemId"]);
  }
  expect(await change(first, { monthly: "1.00" }, "owner@beta.test")).toBe("NOT_FOUND");
  expect(codes(await change(first, { monthly: "-1" }))).toEqual(["INVALID monthly"]);
  const before = await balance(acmeNorth.path);
  world.clock.set("2027-01-22T00:00:00Z");
  await renewCharges(world.system());
  const charged = await rows(
    "select amount_micros::text as micros from charge where path = $1 and period_from = '2027-01-21'",
    [acmeNorth.path],
  );
  expect(charged).toEqual([{ micros: "90000000" }]);
  expect(before - (await balance(acmeNorth.path))).toBe(170_000_000); // 90 for the one, 80 for the other
  const [told] = await rows("select path, changes from audit_entry where operation = 'did.change'");
  expect(told).toMatchObject({
    path: acmeNorth.path,
    changes: [
      { field: "monthly", before: "80.00 GBP", after: "90.00 GBP" },
      { field: "perMinute", before: "0.02", after: "0.025" },
    ],
  });
});

test("a reseller that has ordered numbers is neither moved nor closed", async () => {
  const id = encodeId("rsl", acmeNorth.id);
  await rows("update service set state = 'TERMINATED' where path like $1", [`${acmeNorth.path}%`]);
  const closed = await send("owner@acme.test", "closeReseller", { id, confirmation: "close" }, "reseller { id }");
  expect(codes(closed)).toEqual(["IN_USE id"]);
  const { data } = await world.graphql(
    "ops@tierline.test",
    "query ($id: ID!, $parentId: ID!) { resellerMove(id: $id, parentId: $parentId) { refusals { messageKey } } }",
    { id, parentId: encodeId("rsl", nord.id) },
  );
  expect(JSON.stringify(data)).toContain("reseller.moveNumbers");
});

test("a number that nobody has is given back: it rests with the reseller above, and nothing more is charged", async () => {
  expect(codes(await giveBack(second, seller))).toEqual(["INVALID itemId"]);
  expect(await giveBack(second)).toEqual({ items: [], userErrors: [] });
  expect(await giveBack(second)).toBe("NOT_FOUND");
  const [item] = await rows("select path, state from inventory_item where id = $1", [uuidOf(second)]);
  expect(item).toEqual({ path: acme.path, state: "QUARANTINED" });
  const before = await balance(acmeNorth.path);
  world.clock.set("2027-02-22T00:00:00Z");
  await renewCharges(world.system());
  expect(before - (await balance(acmeNorth.path))).toBe(90_000_000);
  const [step] = await rows("select from_state, to_state, reason from custody where item_id = $1 order by step desc", [
    uuidOf(second),
  ]);
  expect(step).toMatchObject({ from_state: "IN_STOCK", to_state: "QUARANTINED", reason: { key: "custody.givenBack" } });
  const told = await rows<{ operation: string }>(
    "select distinct operation from audit_entry where operation like 'did.%' order by 1",
  );
  expect(told.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(["did.give_back", "did.offer", "did.order", "did.withdraw"]),
  );
});
