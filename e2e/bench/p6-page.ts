import { graphql } from "../../server/node_modules/graphql/index.js";
import { newId } from "@tierline/shared/id.ts";
import { buildApiSchema } from "../../server/api/schema.ts";
import { setNodeSources } from "../../server/api/node-sources.ts";
import { modules } from "../../server/app.ts";
import { insertOfferings } from "../../server/catalog/insert-offerings.ts";
import { insertItems } from "../../server/inventory/insert-items.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { PlaybookEntity } from "../../server/provisioning/playbook.entity.ts";
import { ServiceEntity } from "../../server/services/service.entity.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, randomOf, tell, tellRatio, type Contestant } from "./measure.ts";
import { plantStock } from "./p4-picker.ts";
import { openMercurius, openNaive } from "./p6-peers.ts";
import { plantCustomers } from "./plant-customers.ts";

const { acme } = resellersOfTests;
const callsPerRound = 10;
const servicesEach = 3;
const itemsEach = 2;

export const pageDocument = `query Page($first: Int!) { customers(first: $first) { nodes {
  id number name services(first: ${servicesEach}) { nodes { id number name offering { id name } items { id label } } } } } }`;

/** P6: 25 customers, each with three services, each of those with its offering and two items; all contestants in-process. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const customers = size ?? 500;
  console.log(
    `P6 page: 25 of ${customers} customers × ${servicesEach} services × offering + ${itemsEach} items, without HTTP`,
  );
  const ground = await openGround();
  await plant(ground, customers, seed);
  setNodeSources(modules);
  const schema = buildApiSchema(modules);
  const ours = async (first: number): Promise<unknown> => {
    const contextValue = { ...ground.at(acme.path), loaders: new Map(), http: null };
    return checked(await graphql({ schema, source: pageDocument, variableValues: { first }, contextValue }));
  };
  const naive = await openNaive(ground, acme.path);
  const mercurius = await openMercurius(ground, acme.path);
  const told = [await ours(25), await naive.page(25), await mercurius.page(25)].map(normal);
  if (new Set(told).size !== 1)
    throw new Error(`The pages differ:\n${told.map((text) => text.slice(0, 600)).join("\n")}`);
  await tellStatements(ground, ours);
  const contestants: Contestant[] = [
    { name: "Tierline", round: () => repeat(() => ours(25)) },
    { name: "graphql-js, MikroORM populate", round: () => repeat(() => naive.page(25)) },
    { name: "Mercurius, JIT, loaders", round: () => repeat(() => mercurius.page(25)) },
  ];
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, contestants, rounds);
    tell(samples, "page");
    tellRatio(samples, "ours / populate (target 3)", ["Tierline", "graphql-js, MikroORM populate"]);
    tellRatio(samples, "ours / Mercurius (target 0.3)", ["Tierline", "Mercurius, JIT, loaders"]);
  });
  await mercurius.close();
  await naive.close();
  await ground.close();
}

async function repeat(call: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < callsPerRound; count += 1) await call();
  return callsPerRound;
}

export function checked({ data, errors }: { data?: unknown; errors?: readonly unknown[] | undefined }): unknown {
  if (errors !== undefined) throw new Error(`The page failed: ${JSON.stringify(errors[0])}`);
  return data;
}

/** Lists without an order of their own are compared without one. */
function normal(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
  );
}

async function tellStatements(ground: Ground, page: (first: number) => Promise<unknown>): Promise<void> {
  const counts: number[] = [];
  const logger = ground.orm.config.getLogger();
  const before = logger.logQuery.bind(logger);
  let count = 0;
  logger.setDebugMode(["query"]);
  logger.logQuery = () => void (count += 1);
  for (const first of [5, 25]) {
    count = 0;
    await page(first);
    counts.push(count);
  }
  logger.logQuery = before;
  logger.setDebugMode(false);
  console.log(`  SQL statements of ours: ${counts[0]} for 5 customers, ${counts[1]} for 25 (target: the same)`);
}

export async function plant(ground: Ground, customers: number, seed: number): Promise<void> {
  const { em } = ground.at(rootPath);
  await plantCustomers(ground, customers, seed);
  const templateId = await plantStock(ground, 10, randomOf(seed));
  const [playbookId, offeringId, createdAt] = [newId(), newId(), new Date()];
  const playbook = { id: playbookId, path: rootPath, key: "bench", title: "Bench", description: "", latestVersion: 1 };
  await em.insert(PlaybookEntity, { ...playbook, createdAt, version: 1 });
  await insertOfferings(em, [offering(offeringId, playbookId, createdAt)]);
  const rows = await ground.rows<{ id: string; path: string }>("select id, path from customer order by number");
  const services = rows.flatMap(({ id: customer, path }, at) =>
    Array.from({ length: servicesEach }, (_, index) => ({
      ...serviceFacts,
      id: newId(),
      path,
      reseller: acme.id,
      customer,
      offering: offeringId,
      number: at * servicesEach + index + 1,
      name: `Mobile ${at * servicesEach + index + 1}`,
      account: `acme-${at * servicesEach + index + 1}`,
      createdAt,
    })),
  );
  await em.insertMany(ServiceEntity, services);
  const item = { path: acme.path, templateId, identifierKind: "PHONE_NUMBER" as const, state: "ASSIGNED" as const };
  await insertItems(
    em,
    services.flatMap(({ id: serviceId, customer: customerId, number }) =>
      Array.from({ length: itemsEach }, (_, index) => {
        const identifier = `+4478${String(number * 10 + index).padStart(8, "0")}`;
        return { ...item, serviceId, customerId, label: identifier, identifier, slot: `s${index}`, createdAt };
      }),
    ),
  );
  await ground.rows("vacuum analyze");
}

const serviceFacts = {
  serviceType: "MOBILE" as const,
  state: "ACTIVE" as const,
  suspensionReasons: [],
  currency: "GBP",
  autoRenew: true,
  parameters: {},
  balances: [],
  version: 1,
};

function offering(id: string, playbookId: string, createdAt: Date) {
  const none = { setup: null, recurring: null, oneOff: null };
  return {
    id,
    resellerId: acme.id,
    path: acme.path,
    slug: "bench",
    name: "Mobile",
    description: "",
    kind: "PLAN" as const,
    serviceType: "MOBILE" as const,
    segments: ["INDIVIDUAL" as const],
    isEnabled: true,
    icon: "package",
    facts: [],
    billingIntervalMonths: 1,
    contractTermMonths: 1,
    customFields: [],
    playbookId,
    needsSite: false,
    needsInstallation: false,
    countries: [],
    createdAt,
    requirements: [],
    prices: [{ path: acme.path, retail: none, wholesale: none }],
  };
}
