import type { GraphQLResponse } from "../../server/node_modules/@apollo/server/dist/esm/index.js";
import { makeApollo } from "../../server/api/apollo.ts";
import { buildApiSchema } from "../../server/api/schema.ts";
import { setNodeSources } from "../../server/api/node-sources.ts";
import { modules } from "../../server/app.ts";
import { statementsOf } from "../../server/testkit/statements.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";
import { plantStock, withoutIndexes } from "./p4-picker.ts";
import { openMercurius, type PagePeer } from "./p6-peers.ts";
import { openPostGraphile } from "./p6-postgraphile.ts";
import { plantCustomers } from "./plant-customers.ts";
import { plantServices } from "./plant-services.ts";

const { acme } = resellersOfTests;
const callsPerRound = 30;
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
  const ours = await openOurs(ground);
  const { openNaive } = await import("./p6-naive.ts"); // late: TypeGraphQL keeps one list of everybody's root fields
  const naive = await openNaive(ground, acme.path);
  const mercurius = await openMercurius(ground, acme.path);
  const postGraphile = await openPostGraphile(ground, acme.path);
  const named = {
    Tierline: ours,
    "TypeGraphQL, populate": naive,
    "Mercurius, JIT, loaders": mercurius,
    "PostGraphile 5": postGraphile,
  };
  const told = new Set<string>();
  for (const peer of Object.values(named)) told.add(normal(peer.shown(await peer.page(25))));
  if (told.size !== 1) throw new Error(`The pages differ:\n${[...told].map((text) => text.slice(0, 600)).join("\n")}`);
  await tellStatements(ground, ours);
  const contestants = Object.entries(named).map(([name, peer]): Contestant => ({
    name,
    round: () => repeat(() => peer.page(25)),
  }));
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, contestants, rounds);
    tell(samples, "page");
    tellRatio(samples, "ours / populate (target 3)", ["Tierline", "TypeGraphQL, populate"]);
    tellRatio(samples, "ours / Mercurius (target 0.3)", ["Tierline", "Mercurius, JIT, loaders"]);
    tellRatio(samples, "ours / PostGraphile", ["Tierline", "PostGraphile 5"]);
  });
  for (const peer of Object.values(named)) await peer.close();
  await ground.close();
}

/** As the API answers it: permissions, limits, cost and all. Only HTTP and finding the session are left out, as for all of them. */
async function openOurs(ground: Ground): Promise<PagePeer> {
  setNodeSources(modules);
  const apollo = makeApollo({ schema: buildApiSchema(modules), log: ground.log });
  await apollo.start();
  return {
    async page(first) {
      const leftOf = () => ({ requests: 0, points: 0 });
      const said = { language: "en" as const, loaders: new Map(), http: null, leftOf };
      const contextValue = { ...ground.at(acme.path), ...said };
      return answered(await apollo.executeOperation({ query: pageDocument, variables: { first } }, { contextValue }));
    },
    shown: (data) => data,
    close: () => apollo.stop(),
  };
}

async function repeat(call: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < callsPerRound; count += 1) await call();
  return callsPerRound;
}

export function checked({ data, errors }: { data?: unknown; errors?: readonly unknown[] | undefined }): unknown {
  if (errors !== undefined) throw new Error(`The page failed: ${JSON.stringify(errors[0])}`);
  return data;
}

/** What Apollo answers to an operation that is no stream. */
export function answered({ body }: GraphQLResponse): unknown {
  if (body.kind !== "single") throw new Error("The page came in pieces.");
  return checked(body.singleResult);
}

/** Lists without an order of their own are compared without one. */
function normal(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
  );
}

async function tellStatements(ground: Ground, { page }: PagePeer): Promise<void> {
  const counts = [];
  for (const first of [5, 25]) counts.push((await statementsOf(ground.orm, () => page(first))).length);
  console.log(`  SQL statements of ours: ${counts[0]} for 5 customers, ${counts[1]} for 25 (target: the same)`);
}

async function plant(ground: Ground, customers: number, seed: number): Promise<void> {
  await plantCustomers(ground, customers, seed);
  const templateId = await plantStock(ground, 10, seed);
  await plantServices(ground, servicesEach);
  await withoutIndexes(ground, "inventory_item", () =>
    ground.rows(
      `with item as (
         select s.*, n, '+4478' || lpad((number * 10 + n)::text, 8, '0') as identifier
         from service s cross join generate_series(1, $1::int) n)
       insert into inventory_item (id, path, template_id, label, identifier_kind, identifier, identifier_reversed, label_key,
         label_reversed, state, customer_id, customer_path, service_id, slot, created_at, version)
       select uuidv7(), $2, $3, identifier, 'PHONE_NUMBER', identifier, reverse(identifier), identifier, reverse(identifier),
         'ASSIGNED', customer_id, path, id, 's' || n, $4, 1 from item`,
      [itemsEach, acme.path, templateId, new Date()],
    ),
  );
  await ground.rows("vacuum analyze");
}
