import { encodeId, newId } from "@tierline/shared/id.ts";
import { reserveItem } from "../inventory/reserve-item.ts";
import { beforeAll, expect, test } from "vitest";
import { catchUp } from "../testkit/catch-up.ts";
import { askAs, customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantCase } from "../testkit/screening-of-tests.ts";
import { itemsOfTests, plantCatalogOfTests, plantRun } from "../testkit/catalog-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();

interface Attention {
  id: string;
  kind: string;
  title: string;
  detail: string;
  since: string | null;
  due: string | null;
  target: { __typename: string; id: string } | null;
}

interface Summary {
  attention: Attention[];
  attentionCount: number;
  metrics: { key: string; values: string[]; today: string; usual: string }[];
  failedRuns: number;
  runningRuns: number;
}

const document = `query ($resellerId: ID) { homeSummary(resellerId: $resellerId) {
  attention { id kind title detail since due target { __typename id } } attentionCount failedRuns runningRuns metrics { key values today usual }
} }`;

async function home(user = "agent@acme.test", resellerId: string | null = null): Promise<Summary> {
  const { data, errors } = await world.graphql(user, document, { resellerId });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data!["homeSummary"])) as Summary;
}

/** What a superuser can do past all guards: to set a scene. */
const set = (sql: string, params: unknown[] = []) => world.database.rows(sql, params);

let failedRun = "";
let waitingRun = "";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  failedRun = await plantRun(world);
  await set(
    "update provisioning_run set title = to_jsonb('Mobile for John Smith'::text), finished_at = $2, error = $3 where id = $1",
    [
      failedRun,
      new Date(t0.getTime() - 3_600_000),
      JSON.stringify({ code: "OCS_UNREACHABLE", message: "Cannot connect to OCS", taskKey: "ocs" }),
    ],
  );
  const { johnSmith } = customersOfTests;
  await set(
    "update inventory_item set state = 'ASSIGNED', held_by_run_id = $1, customer_id = $2, customer_path = $3 where id in ($4, $5)",
    [failedRun, johnSmith.id, pathOf(johnSmith), itemsOfTests.sim124.id, itemsOfTests.number124.id],
  );
  await catchUp(world);
  waitingRun = await plantRun(world);
  await set(
    "update provisioning_run set title = to_jsonb('Fibre for Johnson'::text), state = 'WAITING', waiting_for = 'PERSON', finished_at = null, error = null where id = $1",
    [waitingRun],
  );
  await set(
    `insert into provisioning_task (path, run_id, key, position, title, action, kind, input, needs, ignores_errors, deadline_seconds, max_attempts, state, attempt, attempts_before, back_offs, undo_attempt, is_outcome_unknown, is_touched)
     values ('r1.r2.r3.', $1, 'install', 1, '"Install the modem"', 'manual', 'MANUAL', '{}', '{}', false, 300, 1, 'WAITING', 1, 0, 0, 0, false, true)`,
    [waitingRun],
  );
  const reservation = {
    idempotencyKey: "r1",
    itemId: itemsOfTests.sim123.id,
    templateId: null,
    replacesReservationId: null,
  };
  await reserveItem(world.as("agent@acme.test"), reservation);
  await world.system().em.execute(
    `insert into connector (id, path, key, mode, settings, health, health_message, checked_at, version)
     values (?, 'r1.', 'ocs', 'LAB', '{}', 'FAILED', '"Connection refused"', ?, 1) on conflict (path, key) do update set health = 'FAILED', health_message = '"Connection refused"'`,
    [newId(), t0],
  );
});

test("O33: the queue names what needs a person, the most urgent first, and where it is dealt with", async () => {
  const summary = await home();
  expect(summary.attention.map(({ kind, title, detail, target }) => [kind, title, detail, target?.__typename])).toEqual(
    [
      ["EXPIRING_RESERVATION", "SIM-00123", "8944…0001", "InventoryItem"],
      ["FAILED_RUN", "Mobile for John Smith", "Cannot connect to OCS", "ProvisioningRun"],
      ["WAITING_RUN", "Fibre for Johnson", "Install the modem", "ProvisioningRun"],
      ["CONNECTOR_DOWN", expect.any(String), "Connection refused", "Connector"],
      ["HELD_ITEMS", "Mobile for John Smith", "+44 7700 900124, SIM-00124", "ProvisioningRun"],
      ["LOW_STOCK", "Modem CPE", "1 / 2", "InventoryTemplate"],
      ["LOW_STOCK", "SIM Card", "1 / 2", "InventoryTemplate"],
    ].toSorted((a, b) => order(a) - order(b)),
  );
  expect(summary).toMatchObject({ attentionCount: 7, failedRuns: 1, runningRuns: 1 });
  const [reservation, failed] = summary.attention;
  expect(reservation).toMatchObject({
    since: t0.toISOString(),
    due: new Date(t0.getTime() + 15 * 60_000).toISOString(),
    target: { id: encodeId("itm", itemsOfTests.sim123.id) },
  });
  expect(failed).toMatchObject({
    target: { id: encodeId("run", failedRun) },
    since: new Date(t0.getTime() - 3_600_000).toISOString(),
  });
  expect(new Set(summary.attention.map(({ id }) => id)).size).toBe(7);
});

const kindOrder = ["EXPIRING_RESERVATION", "FAILED_RUN", "WAITING_RUN", "CONNECTOR_DOWN", "HELD_ITEMS", "LOW_STOCK"];
function order([kind]: readonly unknown[]): number {
  return kindOrder.indexOf(String(kind));
}

test("someone else's reservations are not mine to worry about", async () => {
  const kinds = (await home("agent2@acme.test")).attention.map(({ kind }) => kind);
  expect(kinds).not.toContain("EXPIRING_RESERVATION");
  expect(kinds).toContain("FAILED_RUN");
});

test("X2: a summary is of one's own tier and below; another reseller's shows only what all share", async () => {
  const beta = await home("owner@beta.test");
  expect(beta.attention.map(({ kind }) => kind)).toEqual(["CONNECTOR_DOWN"]);
  expect(beta).toMatchObject({ failedRuns: 0, runningRuns: 0 });
  const nord = await home("owner@nord.test");
  expect(nord).toMatchObject({ failedRuns: 1, runningRuns: 1 });
  expect(nord.attention.map(({ kind }) => kind)).not.toContain("LOW_STOCK");
  expect(
    (await home("owner@nord.test", encodeId("rsl", resellersOfTests.acme.id))).attention.map(({ kind }) => kind),
  ).toContain("LOW_STOCK");
  expect(await home("owner@nord.test", encodeId("rsl", resellersOfTests.beta.id))).toMatchObject({ failedRuns: 0 });
});

test("U14: a reseller above, beside or of no kind is not found, and a customer's user has no summary", async () => {
  for (const id of [
    encodeId("rsl", resellersOfTests.beta.id),
    encodeId("rsl", resellersOfTests.nord.id),
    encodeId("rsl", crypto.randomUUID()),
    "nonsense",
    "",
  ]) {
    const { errors } = await world.graphql("agent@acme.test", document, { resellerId: id });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
  const { errors } = await askAs(world, jane, document);
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("figures are counted by the reseller's days, today last, beside what is usual", async () => {
  // Midnight in London, where it is winter: the first falls on the 19th, the second on the 20th.
  const ended = [
    ["2026-11-19T23:59:00Z", 60],
    ["2026-11-20T00:01:00Z", 90],
    ["2026-11-20T10:00:00Z", 30],
    ["2026-11-21T09:00:00Z", 40],
    ["2026-11-07T23:59:00Z", 1],
  ] as const;
  for (const [at, seconds] of ended) {
    const id = await plantRun(world);
    const end = new Date(at);
    await set(
      "update provisioning_run set state = 'SUCCEEDED', kind = 'PROVISION', error = null, retries_used = $4, queued_at = $2, finished_at = $3 where id = $1",
      [id, new Date(end.getTime() - seconds * 1_000), end, seconds === 90 ? 1 : 0],
    );
  }
  const metrics = new Map((await home()).metrics.map((metric) => [metric.key, metric]));
  expect([...metrics.keys()]).toEqual([
    "SERVICES_ACTIVATED",
    "RUNS_RIGHT_FIRST_TIME",
    "TIME_TO_ACTIVE_SECONDS",
    "NEW_CUSTOMERS",
    "SERVICES_SUSPENDED",
  ]);
  const zeros = (count: number, value = "0") => Array.from({ length: count }, () => value);
  expect(metrics.get("SERVICES_ACTIVATED")).toEqual({
    key: "SERVICES_ACTIVATED",
    values: [...zeros(11), "1", "2", "1"],
    today: "1",
    usual: "0",
  });
  // Today one succeeded and the one of the queue above failed; yesterday one of two needed a person.
  expect(metrics.get("RUNS_RIGHT_FIRST_TIME")).toEqual({
    key: "RUNS_RIGHT_FIRST_TIME",
    values: [...zeros(11, "100"), "100", "50", "50"],
    today: "50",
    usual: "100",
  });
  expect(metrics.get("TIME_TO_ACTIVE_SECONDS")?.values.slice(-3)).toEqual(["60", "60", "40"]);
  expect(metrics.get("NEW_CUSTOMERS")).toMatchObject({ today: "3", usual: "0" });
  expect(metrics.get("SERVICES_SUSPENDED")).toMatchObject({ today: "0" });
});

test("a lapsed reservation, a mended run and a filled shelf leave the queue", async () => {
  world.clock.advance({ minutes: 16 });
  await set("update provisioning_run set state = 'SUCCEEDED' where id = $1", [failedRun]);
  await set("update inventory_template set low_stock_threshold = 0");
  await set("update connector set health = 'OK'");
  const { attention, attentionCount } = await home();
  expect(attention.map(({ kind }) => kind)).toEqual(["WAITING_RUN"]);
  expect(attentionCount).toBe(1);
});

test("C18: a customer who may be on a list waits on Home until somebody decides, for those who may see it", async () => {
  const { scc } = await plantCase(world, customersOfTests.johnDoe, "Denied Trading LLC");
  const cases = async (user: string) => (await home(user)).attention.filter(({ kind }) => kind === "SCREENING_CASE");
  expect(await cases("owner@acme.test")).toEqual([
    {
      id: `SCREENING_CASE-${scc}`,
      kind: "SCREENING_CASE",
      title: "John Doe",
      detail: "Denied Trading LLC",
      since: expect.any(String),
      due: expect.any(String),
      target: { __typename: "ScreeningCase", id: scc },
    },
  ]);
  expect(await cases("owner@beta.test")).toEqual([]);
  await set("update screening_case set state = 'APPROVED', decided_by = 'x', decided_at = opened_at, reason = 'x'");
  expect(await cases("owner@acme.test")).toEqual([]);
});
