import { buildSchema, parse, type ExecutionArgs } from "graphql";
import { expect, test } from "vitest";
import { permissionsOf, type Role } from "@tierline/shared/permission.ts";
import { subscribeTogether } from "./subscribe-together.ts";

const schema = buildSchema(`
  type Query { nothing: Int }
  type Subscription { provisioningRun(id: ID!): ProvisioningRun! }
  type ProvisioningRun { id: ID! title: String! isYours: Item! }
  type Item { isYours: Boolean! }`);

const plain = "subscription ($id: ID!) { provisioningRun(id: $id) { id title } }";
const personal = "subscription ($id: ID!) { provisioningRun(id: $id) { title isYours { isYours } } }";

interface Asked {
  readonly userId?: string;
  readonly path?: string;
  readonly role?: Role;
  readonly language?: string;
  readonly onlyCustomers?: readonly string[];
  readonly query?: string;
  readonly id?: string;
}

/** What one subscriber gets of the events given, and the reader that got it. */
async function ask(events: readonly object[], { query = plain, id = "run_1", ...asked }: Asked): Promise<unknown[]> {
  const { userId = "amy", path = "r1.r2.", role = "AGENT", language = "en", onlyCustomers = null } = asked;
  const viewer = {
    userId,
    path,
    role,
    resellerId: "acme",
    customerId: null,
    onlyCustomers,
    permissions: new Set(permissionsOf(role)),
  };
  const args: ExecutionArgs = {
    schema,
    document: parse(query),
    variableValues: { id },
    contextValue: { viewer, language },
    rootValue: {
      provisioningRun: async function* () {
        yield* events;
      },
    },
  };
  const results = await subscribeTogether(args);
  if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results));
  const states: unknown[] = [];
  for await (const { data } of results) states.push(data?.["provisioningRun"]);
  return states;
}

test("a state is put together once for all who may see the same of it, and apart for everybody else", async () => {
  let told = 0;
  const event = { provisioningRun: { id: "run_1", title: () => `told ${(told += 1)}` } };
  const first = [{ id: "run_1", title: "told 1" }];
  expect(await ask([event], {})).toEqual(first);
  expect(await ask([event], { userId: "ben" })).toEqual(first);
  const others: Asked[] = [
    { path: "r1." },
    { role: "RESELLER_OWNER" },
    { onlyCustomers: ["r1.r2.c3."] },
    { language: "fr" },
    { id: "run_2" },
  ];
  for (const [index, other] of others.entries()) {
    expect(await ask([event], other)).toEqual([{ id: "run_1", title: `told ${index + 2}` }]);
  }
  expect(await ask([event], {})).toEqual(first);
  expect(await ask([{ ...event }], {})).toEqual([{ id: "run_1", title: "told 7" }]);
});

test("what depends on the person is put together for each", async () => {
  const isYours = { isYours: (_: unknown, { viewer }: { viewer: { userId: string } }) => viewer.userId === "amy" };
  const event = { provisioningRun: { id: "run_1", title: "One", isYours } };
  expect(await ask([event], { query: personal })).toEqual([{ title: "One", isYours: { isYours: true } }]);
  expect(await ask([event], { query: personal, userId: "ben" })).toEqual([
    { title: "One", isYours: { isYours: false } },
  ]);
});
