import { encodeId, newId, type IdPrefix } from "@tierline/shared/id.ts";
import { demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { pino } from "pino";
import { afterAll, expect } from "vitest";
import { provisioningParts } from "../app.ts";
import { insertOfferings, type NewOffering } from "../catalog/insert-offerings.ts";
import { reserveItem } from "../inventory/reserve-item.ts";
import { installation, setInstallation } from "../kernel/installation.ts";
import { rootPath, tierVariables } from "../kernel/viewer.ts";
import { draftOf, type OrderRequest } from "../orders/order-draft.ts";
import { placeOrder } from "../orders/place-order.ts";
import { quoteOrder, type Quote } from "../orders/quote-order.ts";
import type { PlacedOrder } from "../orders/write-order.ts";
import { startEngine, type Engine } from "../provisioning/engine.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { toRunModel } from "../provisioning/run-row.ts";
import { itemsOfTests, offeringsOfTests, plantCatalogOfTests } from "./catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "./customers-of-tests.ts";
import type { Log } from "../kernel/log.ts";
import { testLab, type TestLab } from "./lab.ts";
import { plantPlan } from "./tariffs-of-tests.ts";
import { t0, testWorld, type World } from "./world.ts";

/** Everything a shop needs to sell and provision: fixture F, the demo's playbooks, and on request a network and an engine. */
export interface Shop {
  readonly world: World;
  /** The demo network; connectors lead to it from then on. */
  lab(): Promise<TestLab>;
  /** What it logs goes to `log`, where one is given. */
  engine(log?: Log): Promise<Engine>;
  /** Sets items aside for a user; answers the reservations' ids as the API gives them. */
  reserve(email: string, ...items: readonly { readonly id: string }[]): Promise<string[]>;
  quote(email: string, request: OrderRequest): Promise<Quote>;
  /** Quotes and orders, as the review page does. */
  order(email: string, request: OrderRequest, key?: string): Promise<PlacedOrder>;
  /** P1 for John Smith, with the SIM and the number ending so. */
  orderMobile(email: string, ending?: "123" | "124" | "125", more?: Partial<OrderRequest>): Promise<PlacedOrder>;
  run(id: string): Promise<RunModel>;
  /** Reads the run again and again until it has ended, or waits for a person. Bounded. */
  ended(id: string): Promise<RunModel>;
  /** The rows of a table past every policy, to show that a refusal changed nothing. */
  everything(): Promise<Record<string, unknown[]>>;
}

const patienceMs = 30_000;

export const ids = {
  johnSmith: outside("cus", customersOfTests.johnSmith),
  johnDoe: outside("cus", customersOfTests.johnDoe),
  johnson: outside("cus", customersOfTests.johnson),
  johnnyBeta: outside("cus", customersOfTests.johnnyBeta),
  p1: outside("ofr", offeringsOfTests.p1),
  p2: outside("ofr", offeringsOfTests.p2),
  p3: outside("ofr", offeringsOfTests.p3),
  p4: outside("ofr", offeringsOfTests.p4),
  p5: outside("ofr", offeringsOfTests.p5),
} as const;

function outside(prefix: IdPrefix, { id }: { readonly id: string }): string {
  return encodeId(prefix, id);
}

/** Playbook of each offering, and what the mission's fixture says of it besides. */
const playbookOf: Readonly<Record<string, string>> = {
  "mobile-20gb": "mobile-20gb",
  "fiber-100": "fiber",
  "data-boost-5gb": "data-boost",
  "biz-voip": "voip",
  "old-plan": "mobile-5gb",
};

export async function openShop(): Promise<Shop> {
  const world = await testWorld();
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  await plantPlaybooks(world);
  for (const seller of ["acme", "beta"] as const) await plantPlan(world, seller, {}); // no line is sold without one
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    setInstallation({ demo: false, lab: null });
    for (const close of closing.toReversed()) await close();
  });
  return {
    world,
    ...selling(world),
    ...watching(world),
    async lab() {
      const lab = await testLab();
      setInstallation({ ...installation(), lab: lab.endpoints });
      closing.push(() => lab.drop());
      return lab;
    },
    async engine(log) {
      const engine = await engineOf(world, log);
      closing.push(() => engine.stop());
      return engine;
    },
  };
}

function selling(world: World): Pick<Shop, "reserve" | "quote" | "order" | "orderMobile"> {
  const reserve: Shop["reserve"] = async (email, ...items) => {
    const reserved: string[] = [];
    for (const { id: itemId } of items) {
      const input = { idempotencyKey: newId(), itemId, templateId: null, replacesReservationId: null };
      reserved.push(encodeId("rsv", (await reserveItem(world.as(email), input)).id));
    }
    return reserved;
  };
  const quote: Shop["quote"] = async (email, request) => quoteOrder(world.as(email), draftOf(request));
  const order: Shop["order"] = async (email, request, key = newId()) => {
    const { fingerprint, checks } = await quote(email, request);
    expect(checks.filter(({ state }) => state === "BLOCKING")).toEqual([]);
    const placing = { idempotencyKey: key, draft: draftOf(request), quoteFingerprint: fingerprint };
    const { orderId, runId } = await placeOrder(world.as(email), placing);
    expect(runId).not.toBeNull();
    return { orderId, runId: runId! };
  };
  return {
    reserve,
    quote,
    order,
    async orderMobile(email, ending = "123", more = {}) {
      const reservationIds = await reserve(email, itemsOfTests[`sim${ending}`], itemsOfTests[`number${ending}`]);
      return order(email, { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds, ...more });
    },
  };
}

const tables = (
  "service service_addon customer_order provisioning_run provisioning_task inventory_item reservation custody " +
  "audit_entry notification outbox_mail counter idempotency"
).split(" ");

function watching({ database }: World): Pick<Shop, "run" | "ended" | "everything"> {
  const run: Shop["run"] = async (id) => {
    const [row] = await database.rows<{ answer: unknown }>("select run_with_tasks($1) as answer", [id]);
    return toRunModel(row!.answer);
  };
  return {
    run,
    async ended(id) {
      const untilMs = Date.now() + patienceMs;
      for (let last = await run(id); ; last = await run(id)) {
        if (last.finishedAt !== null || last.waitingFor === "PERSON") return last;
        if (Date.now() > untilMs) throw new Error(`The run did not end: ${JSON.stringify(last, null, 1)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async everything() {
      const columns = tables.map((table) => `(select json_agg(t order by t::text) from "${table}" t) as "${table}"`);
      const [found] = await database.rows<Record<string, unknown[]>>(`select ${columns.join(", ")}`);
      return found!; // one row of many columns
    },
  };
}

function engineOf(
  { orm, vault, clock, changes, database }: World,
  log: Log = pino({ level: process.env["TIERLINE_LOG"] ?? "silent" }),
): Promise<Engine> {
  const atRoot = () => ({ em: orm.em.fork({ session: { variables: tierVariables(rootPath) } }), vault });
  const ground = {
    em: orm.em,
    clock,
    changes,
    vault,
    log,
    url: database.url,
    directUrl: database.url,
    concurrency: 10,
  };
  return startEngine({ ...provisioningParts(atRoot), ...ground });
}

/** The demo's playbooks, belonging to the operator; the fixture's offerings use them. */
async function plantPlaybooks(world: World): Promise<void> {
  const { em } = world.system();
  for (const { key, title, description, yaml } of demoPlaybooks) {
    const [known] = await em.execute<{ id: string }[]>("select id from playbook where key = ?", [key]);
    if (known !== undefined) continue; // with its version, by the catalog of tests
    const playbook = newId(t0.getTime());
    await em.insert(PlaybookEntity, {
      id: playbook,
      path: rootPath,
      key,
      title,
      description,
      latestVersion: 1,
      createdAt: t0,
      version: 1,
    });
    await em.insert(PlaybookVersionEntity, {
      id: newId(t0.getTime()),
      path: rootPath,
      playbook,
      number: 1,
      format: "YAML",
      document: yaml,
      createdAt: t0,
      createdBy: "Tierline",
      note: null,
    });
  }
  for (const [slug, key] of Object.entries(playbookOf)) {
    await em.execute("update offering set playbook_id = (select id from playbook where key = ?) where slug = ?", [
      key,
      slug,
    ]);
  }
  await em.execute("update offering set needs_installation = true, needs_site = true where slug = 'fiber-100'");
  await em.execute("update offering set needs_site = true where slug = 'biz-voip'");
}

/** An offering of the test's own making, provisioned by one of the demo's playbooks. */
export async function addOffering(world: World, playbookKey: string, offering: NewOffering): Promise<void> {
  const { em } = world.system();
  const [playbook] = await em.execute<{ id: string }[]>("select id from playbook where key = ?", [playbookKey]);
  await insertOfferings(em, [{ ...offering, playbookId: playbook!.id }]);
}
