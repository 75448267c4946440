import { getOperationAST } from "graphql";
import { buildApiSchema } from "../../server/api/schema.ts";
import { costOf, costProblem, parseLimited, validateLimited } from "../../server/api/limits.ts";
import { modules, entities } from "../../server/app.ts";
import { findCustomers, listCustomers } from "../../server/customers/list-customers.ts";
import { CustomerEntity } from "../../server/customers/customer.entity.ts";
import { openOrm } from "../../server/db/orm.ts";
import { hashPassword, isPassword } from "../../server/identity/password.ts";
import type { Context } from "../../server/kernel/context.ts";
import { hostileDocuments } from "../../server/testkit/hostile-documents.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, median, quantile, tell, tellRatio, us, type Contestant } from "./measure.ts";
import { plantCustomers } from "./plant-customers.ts";

const { acme } = resellersOfTests;
const readsPerRound = 200;
const signInsAtOnce = 30;
const signInMs = 4_000;

/** What the walls cost: row-level security a read, passwords beside other work, and documents that are sent to do harm. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const count = size ?? 20_000;
  console.log(`Walls: ${count} customers of one reseller among five`);
  const ground = await openGround();
  const names = await plantCustomers(ground, count, seed);
  await betweenFloors(ground, async () => {
    await readsWithAndWithout(ground, rounds, names[0]?.last ?? "");
    await signingInBesideReads(ground);
  });
  hostileCost();
  await ground.close();
}

/** The same code on two logins: the application's, and a superuser's, whom no policy concerns. */
async function readsWithAndWithout(ground: Ground, rounds: number, name: string): Promise<void> {
  const within = ground.at(acme.path);
  const open = await openOrm({ url: ground.adminUrl, entities, poolSize: 4 });
  const session = within.em.getSessionContext();
  const past: Context = { ...within, em: open.em.fork({ ...(session && { session }) }) };
  const [{ nodes }] = [await listCustomers(within, { first: 25 })];
  const ids = nodes.map(({ row }) => row.id);
  const reads: Readonly<Record<string, (context: Context, index: number) => Promise<unknown>>> = {
    "one by id": ({ em }, index) =>
      em.findOne(CustomerEntity, { id: ids[index % ids.length]! }, { disableIdentityMap: true }),
    "a page of 25": (context) => listCustomers(context, { first: 25 }),
    "a search": (context) => findCustomers(context, name, 10),
  };
  for (const [what, read] of Object.entries(reads)) {
    const contestant = (kind: string, context: Context): Contestant => ({
      name: `${what}, ${kind}`,
      async round() {
        for (let index = 0; index < readsPerRound; index += 1) await read(context, index);
        return readsPerRound;
      },
    });
    const samples = await alternate(ground, [contestant("walls", within), contestant("no walls", past)], rounds);
    tell(samples, "read");
    tellRatio(samples, `${what}: without / with the walls`, [`${what}, walls`, `${what}, no walls`]);
  }
  await open.close(true);
}

/** Reads one after the other, first alone and then while thirty people keep signing in. */
async function signingInBesideReads(ground: Ground): Promise<void> {
  const context = ground.at(acme.path);
  const kept = await hashPassword(context.vault, "a sentence to remember");
  const alone = await readsFor(context, signInMs);
  const until = performance.now() + signInMs;
  let signedIn = 0;
  const people = Array.from({ length: signInsAtOnce }, async () => {
    while (performance.now() < until) {
      await isPassword(context.vault, kept, "a sentence to remember");
      signedIn += 1;
    }
  });
  const beside = await readsFor(context, signInMs);
  await Promise.all(people);
  const told = (list: readonly number[]): string => `p50 ${us(median(list))}, p99 ${us(quantile(list, 0.99))}`;
  console.log(`  reads alone: ${told(alone)}; while ${signInsAtOnce} people sign in without pause: ${told(beside)}`);
  console.log(`  passwords proven meanwhile: ${(signedIn / (signInMs / 1_000)).toFixed(0)}/s`);
}

async function readsFor(context: Context, ms: number): Promise<number[]> {
  const times: number[] = [];
  for (const until = performance.now() + ms; performance.now() < until;) {
    const start = performance.now();
    await listCustomers(context, { first: 25 });
    times.push((performance.now() - start) * 1_000);
  }
  return times;
}

/** Refused before anything is executed: what that takes of the processor, and the dearest of them. */
function hostileCost(): void {
  const schema = buildApiSchema(modules);
  const all = [...hostileDocuments("query"), ...hostileDocuments("subscription")];
  const costs = all.map(({ name, query, variables }) => {
    const start = process.cpuUsage();
    const isRefused = refuses(schema, query, variables);
    const { user, system } = process.cpuUsage(start);
    return { name, ms: (user + system) / 1_000, isRefused };
  });
  const dearest = costs.toSorted((a, b) => b.ms - a.ms)[0]!;
  const passed = costs.filter(({ isRefused }) => !isRefused);
  if (passed.length > 0) throw new Error(`Not refused: ${passed.map(({ name }) => name).join(", ")}`);
  console.log(
    `  ${costs.length} hostile documents refused: ${us(median(costs.map(({ ms }) => ms * 1_000)))} CPU in the median, ${us(dearest.ms * 1_000)} for the dearest (${dearest.name}; target 100 ms)`,
  );
}

function refuses(
  schema: ReturnType<typeof buildApiSchema>,
  query: string,
  variables: Record<string, unknown> | undefined,
): boolean {
  try {
    const document = parseLimited(query);
    if (validateLimited(schema, document).length > 0) return true;
    if (getOperationAST(document) === null) return true;
    return costProblem(costOf(schema, document, variables, undefined)) !== null;
  } catch {
    return true; // refused while it was read
  }
}
