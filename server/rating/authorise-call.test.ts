import { beforeEach, expect, test } from "vitest";
import { expireHolds } from "../ledger/hold-credit.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { inLanes } from "../testkit/ledger-of-tests.ts";
import { dear, openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith, johnDoe } = customersOfTests;
const { acme, nord } = resellersOfTests;
const smith = pathOf(johnSmith);
const calls = await openLiveCalls(world);
const { authorise, end, why, terms, balance, held, guard } = calls;

beforeEach(() => calls.settleDown());

test("BX9: 0.30 at 0.10 a minute by 30/6 lets a call last 180 s, and nothing is let through on 0.00", async () => {
  await balance(0.3);
  expect(await authorise()).toMatchObject({ verdict: "ALLOWED", seconds: 180, reason: null });
  expect(await held()).toBe("300000");
  expect(await why()).toBe("INSUFFICIENT_BALANCE");
  await rows("update call set state = 'NO_ANSWER', ended_at = started_at where state = 'LIVE'");
  expect(await held()).toBe("0");
  await balance(0);
  expect(await why()).toBe("INSUFFICIENT_BALANCE");
});

test("U11: of 30 calls at once on 1.00, each of which costs 1.00, exactly one is let through", async () => {
  await balance(1);
  const answers = await inLanes(30, 8, () => authorise(dear));
  expect(answers.filter(({ verdict }) => verdict === "ALLOWED")).toMatchObject([{ seconds: 60 }]);
  expect(new Set(answers.map(({ reason }) => reason))).toEqual(new Set([null, "INSUFFICIENT_BALANCE"]));
  expect(await held()).toBe("1000000");
});

test("BX10: up to the limit a postpaid call is let through, and the next one is told the limit", async () => {
  await terms(smith, "POSTPAID", 50_000_000n);
  await balance(-49.95);
  expect(await authorise()).toMatchObject({ verdict: "ALLOWED", seconds: 30 });
  expect(await why()).toBe("CREDIT_LIMIT_REACHED");
});

test("X5: whoever stands above and may not spend holds up all below, and the customer's own balance is untouched", async () => {
  await terms(acme.path, "STRICT", 0n);
  await balance(0.1, acme.path, nord.path);
  expect(await authorise()).toMatchObject({ verdict: "ALLOWED", seconds: 60 });
  expect([await held(), await held(acme.path)]).toEqual(["100000", "100000"]);
  expect(await why()).toBe("UPSTREAM_SUSPENDED");
  await balance(5, acme.path, nord.path);
  expect(await why()).toBeNull();
});

test("the same call asked about again is answered the same and holds once; one that is over is not let through again", async () => {
  const first = await authorise();
  const before = await held();
  expect(await authorise(uk, first.key)).toEqual(first);
  expect(await held()).toBe(before);
  expect(await end(first.key)).toBe(true);
  expect(await end(first.key)).toBe(false);
  expect(await held()).toBe("0");
  expect(await authorise(uk, first.key)).toMatchObject({ verdict: "REFUSED", reason: "CALL_IS_OVER" });
});

test("U5: what is held for a call cannot be spent on anything else, and lapses when the switch is never heard of again", async () => {
  await balance(1);
  await authorise();
  expect(await held()).toBe("1000000");
  world.clock.advance({ hours: 1 });
  await expireHolds(world.system());
  expect(await held()).toBe("0");
  expect((await authorise()).seconds).toBe(600);
});

test("a call is refused with the reason: the line, the number, the price", async () => {
  expect(await why(uk, "nobody")).toBe("UNKNOWN_LINE");
  expect(await why("12")).toBe("INVALID_NUMBER");
  expect(await why("5511400100")).toBe("UNKNOWN_PREFIX");
  expect(await why(`+${uk}`)).toBeNull();
  await rows("update service set state = 'TERMINATED'");
  expect(await why()).toBe("LINE_NOT_ACTIVE");
  await rows("update service set state = 'ACTIVE'");
  expect(await rows("select refusal from call where state = 'REFUSED' and called = '12'")).toEqual([
    { refusal: "INVALID_NUMBER" },
  ]);
});

test("a call whose price is more than can be kept is refused", async () => {
  await balance(50);
  const dear = { markupPercent: "9999", exchangeRate: "999999" };
  await plantPlan(world, "acme", dear, { customer: johnSmith.id }, world.clock.now());
  expect(await why()).toBe("PRICE_TOO_HIGH");
  await rows("update rate_plan_version set exchange_rate = '92' where exchange_rate = '999999'");
  expect(await why()).not.toBe("PRICE_TOO_HIGH");
  await rows("delete from rate_plan_buyer where customer_id = $1", [johnSmith.id]);
});

test("a line of the same reseller is called without money, another reseller's only by its number", async () => {
  await plantService(world, johnDoe);
  const [{ account }] = (await rows("select account from service where customer_id = $1", [johnDoe.id])) as [
    { account: string },
  ];
  await balance(0.01);
  expect(await authorise(account)).toMatchObject({ verdict: "ALLOWED", seconds: 600 });
  expect(await held()).toBe("0");
});

test("D16: premium, satellites and what is risky is closed until each tier on the way has opened it", async () => {
  await balance(50);
  expect([await why("979123456789"), await why("882123456789"), await why(dear)]).toEqual([
    "DESTINATION_CLOSED",
    "DESTINATION_CLOSED",
    null,
  ]);
  const open = { open_classes: ["DOMESTIC", "EU", "WORLD", "PREMIUM"] };
  await guard("r1.", "OWN", open);
  for (const path of [nord.path, acme.path]) await guard(path, "SELLER", open);
  expect(await why("979123456789")).toBe("DESTINATION_CLOSED");
  await guard(smith, "SELLER", open);
  expect([await why("979123456789"), await why("882123456789")]).toEqual([null, "DESTINATION_CLOSED"]);
  await guard(nord.path, "OWN");
  expect(await why("979123456789")).toBe("DESTINATION_CLOSED");
});

test("D16: no more calls at once, and no more a minute, than any tier on the way lets, however many ask at once", async () => {
  await guard(smith, "SELLER", { parallel_calls: 2 });
  const answers = await inLanes(8, 8, () => authorise());
  expect(answers.filter(({ verdict }) => verdict === "ALLOWED")).toHaveLength(2);
  expect(answers.filter(({ reason }) => reason === "TOO_MANY_CALLS")).toHaveLength(6);
  await end(answers.find(({ verdict }) => verdict === "ALLOWED")!.key);
  expect(await why()).toBeNull();
  expect(await why()).toBe("TOO_MANY_CALLS");
  await guard(acme.path, "OWN", { calls_per_minute: 3 });
  world.clock.advance({ seconds: 1 });
  await guard(smith, "SELLER");
  expect(await why()).toBe("TOO_FAST");
  world.clock.advance({ seconds: 61 });
  expect(await why()).toBeNull();
});

test("D16: what may be spent in a day, what a minute may cost and how long one may last are kept too", async () => {
  world.clock.advance({ days: 1 }); // on which nothing was spent yet
  await guard(smith, "SELLER", { daily_micros: 200_000 });
  expect(await authorise()).toMatchObject({ seconds: 120 });
  expect(await why()).toBe("SPEND_CAP_REACHED");
  world.clock.advance({ seconds: 1 });
  await guard(smith, "SELLER", { dearest_rate: 500_000_000_000, longest_seconds: 45 });
  expect(await why(dear)).toBe("RATE_TOO_HIGH");
  expect(await authorise()).toMatchObject({ seconds: 45 });
});

test("a switch's login may ask and tell of calls, and can read and do nothing else", async () => {
  const as = (sql: string) => rows(`set local role tierline_switch; ${sql}`);
  for (const table of ["call", "customer", "ledger_account", "service"]) {
    await expect(as(`select * from ${table}`), table).rejects.toThrow(/permission denied/);
  }
  const open = await rows<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
       and has_function_privilege('tierline_switch', oid, 'execute') order by 1`,
  );
  expect(open.map(({ name }) => name)).toEqual([
    "answer_call",
    "authorise_call",
    "authorise_incoming",
    "end_call",
    "extend_calls",
  ]);
});

test("what a switch sets aside at a time stays between a second and an hour, whatever its session says", async () => {
  const seconds = await rows(
    `select set_config('tierline.hold_seconds', said, true) as said, hold_seconds() as held
     from unnest(array['-5', '300', '86400', '']) with ordinality u(said, n) order by n`,
  );
  expect(seconds).toEqual([
    { said: "-5", held: 1 },
    { said: "300", held: 300 },
    { said: "86400", held: 3_600 },
    { said: "", held: 600 },
  ]);
});
