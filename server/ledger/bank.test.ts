import { newId } from "@tierline/shared/id.ts";
import fc from "fast-check";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { transaction, type Context } from "../kernel/context.ts";
import { accountsOfTests, charge, inLanes, payment, pounds, type TestAccounts } from "../testkit/ledger-of-tests.ts";
import { patienceOf, sizeOf } from "../testkit/sizes.ts";
import { testWorld } from "../testkit/world.ts";
import { holdCredit, releaseHold } from "./hold-credit.ts";
import { postOne, type NewTransaction, type PostOutcome } from "./post.ts";

// In the manner of Jepsen's bank test: many post at once, some of them abort, connections are killed in the middle of what they do,
// whoever had no answer asks again under the same reference, and snapshots are read all the while.

const world = await testWorld();
const operations = sizeOf("SOAK_BANK");
const seed = Number(process.env["SOAK_SEED"] ?? Date.now() % 1_000_000);
const lanes = 8;
const begun = 20;

interface Customer extends TestAccounts {
  readonly path: string;
  /** What it has to have in the end: what was told to be posted, and nothing else. */
  expected: bigint;
  readonly charges: { readonly id: string; readonly micros: bigint }[];
}

const admin = new pg.Client({ connectionString: world.database.adminUrl });
await admin.connect();
afterAll(() => admin.end());

function acme(): Context {
  return world.as("owner@acme.test");
}

class Aborted extends Error {}

/** How many questions were answered: connections are killed as these are, lest a slow machine get none of them done. */
let answers = 0;

/** Until there is an answer: a killed connection has none, and what it posted may be there or not. */
async function answered<T>(work: (isAborted: boolean) => Promise<T>, abortsFirst: boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await work(abortsFirst && attempt === 1);
      answers += 1;
      return answer;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const isExpected =
        error instanceof Aborted ||
        ["57P01", "40001", "40P01", "08006", "ECONNRESET"].includes(code ?? "") ||
        /[Cc]onnection terminated|timeout exceeded|not queryable|encountered a connection error/.test(message);
      if (!isExpected || attempt > 20) throw error;
    }
  }
}

function posting(asked: NewTransaction, abortsFirst: boolean) {
  return answered(
    (isAborted) =>
      transaction(acme(), async (tx) => {
        const posted = await postOne(tx, asked);
        if (isAborted) throw new Aborted("changed its mind");
        return posted;
      }),
    abortsFirst,
  );
}

const isThere = (outcome: PostOutcome): boolean => outcome === "POSTED" || outcome === "REPEATED";

async function spendHold(customer: Customer, micros: bigint, isSettled: boolean): Promise<void> {
  const expiresAt = new Date(world.clock.now().getTime() + 3_600_000);
  const reference = newId();
  const { id } = await answered(
    () =>
      transaction(acme(), (tx) =>
        holdCredit(tx, { accountId: customer.billing, kind: "CALL", reference, micros, expiresAt }),
      ),
    false,
  );
  if (id === null) return;
  if (!isSettled) {
    await answered(() => transaction(acme(), (tx) => releaseHold(tx, id)), false);
    return;
  }
  const settling = { ...charge(customer, micros / 2n + 1n, reference, customer.path), holdId: id };
  if (isThere((await posting(settling, false)).outcome)) customer.expected -= micros / 2n + 1n;
}

async function takeBack(customer: Customer): Promise<void> {
  const taken = customer.charges.pop();
  if (taken === undefined) return;
  const { path } = customer;
  const asked = {
    kind: "REVERSAL" as const,
    reference: newId(),
    path,
    description: "Not heard",
    lines: [],
    reverses: taken.id,
  };
  expect(isThere((await posting(asked, false)).outcome)).toBe(true);
  customer.expected += taken.micros;
}

async function act(customer: Customer, { kind, units, abortsFirst }: Step): Promise<void> {
  const micros = BigInt(units) * 7_001n;
  if (kind === "take back") return takeBack(customer);
  if (kind === "settle" || kind === "release") return spendHold(customer, micros, kind === "settle");
  const make = kind === "pay" ? payment : charge;
  const { id, outcome } = await posting(make(customer, micros, newId(), customer.path), abortsFirst);
  if (!isThere(outcome)) return;
  customer.expected += kind === "pay" ? micros : -micros;
  if (kind === "charge") customer.charges.push({ id, micros });
}

interface Step {
  readonly customer: number;
  readonly kind: "pay" | "charge" | "settle" | "release" | "take back";
  readonly units: number;
  readonly abortsFirst: boolean;
}

const steps = fc.array(
  fc.record({
    customer: fc.nat({ max: 3 }),
    kind: fc.constantFrom(
      "pay" as const,
      "charge" as const,
      "charge" as const,
      "settle" as const,
      "release" as const,
      "take back" as const,
    ),
    units: fc.integer({ min: 1, max: 900 }),
    abortsFirst: fc.boolean(),
  }),
  { minLength: operations, maxLength: operations },
);

interface Snapshot {
  readonly total: string;
  readonly lowest: string;
  readonly drift: number;
}

async function snapshot(): Promise<Snapshot> {
  const { rows } = await admin.query<Snapshot>(
    `select (select coalesce(sum(balance_micros), 0)::text from ledger_balance) as total,
       (select coalesce(min(b.balance_micros - b.held_micros), 0)::text from ledger_balance b
        join ledger_account a on a.id = b.account_id where a.kind = 'BILLING') as lowest,
       (select count(*)::int from ledger_balance b where b.balance_micros <>
        (select coalesce(sum(p.amount_micros), 0) from posting p where p.account_id = b.account_id and p.part = b.part)) as drift`,
  );
  return rows[0]!;
}

test(
  `U34: nothing is lost, doubled or overdrawn by many at once while connections are killed (seed ${seed})`,
  async () => {
    const customers = await inLanes(4, 4, async (index): Promise<Customer> => {
      const path = `r1.r2.r3.c${900 + index}.`;
      const accounts = await accountsOfTests(acme(), path);
      await posting(payment(accounts, pounds(begun), newId(), path), false);
      return { ...accounts, path, expected: pounds(begun), charges: [] };
    });
    const [history] = fc.sample(steps, { seed, numRuns: 1 }) as [Step[]];
    let isDone = false;
    let killed = 0;
    let answersAtKill = 0;
    const snapshots: Snapshot[] = [];
    const watching = (async () => {
      for (let round = 1; !isDone; round += 1) {
        snapshots.push(await snapshot());
        if (round % 5 > 0 || answers < answersAtKill + 3) continue;
        answersAtKill = answers;
        const { rowCount } = await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and usename = 'tierline_app' and state <> 'idle' order by random() limit 1`,
          [world.database.name],
        );
        killed += rowCount ?? 0;
      }
    })();
    await inLanes(history.length, lanes, (index) => act(customers[history[index]!.customer]!, history[index]!)).finally(
      () => {
        isDone = true;
      },
    );
    await watching;
    expect(snapshots.filter(({ total, lowest, drift }) => total !== "0" || BigInt(lowest) < 0n || drift !== 0)).toEqual(
      [],
    );
    expect(snapshots.length).toBeGreaterThan(1);
    expect(killed).toBeGreaterThan(0);
    const { rows } = await admin.query<{ id: string; balance: string; held: string }>(
      "select account_id as id, balance_micros as balance, held_micros as held from ledger_balance",
    );
    const found = new Map(rows.map((row) => [row.id, [row.balance, row.held]]));
    expect(customers.map(({ billing }) => found.get(billing))).toEqual(
      customers.map(({ expected }) => [String(expected), "0"]),
    );
  },
  patienceOf("SOAK_BANK", 60_000),
);
