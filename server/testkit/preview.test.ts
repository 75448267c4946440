import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { demoPassword } from "@tierline/shared/demo/users.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { encodeId } from "@tierline/shared/id.ts";
import {
  Kind,
  parse,
  print,
  visit,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { afterAll, expect, test, vi } from "vitest";
import { setNodeSources } from "../api/node-sources.ts";
import { systemContext } from "../api/request-context.ts";
import { buildApiSchema } from "../api/schema.ts";
import { modules } from "../app.ts";
import { plantDemoWorld } from "../db/demo.ts";
import { readConfig } from "../kernel/config.ts";
import { setInstallation } from "../kernel/installation.ts";
import { openServices } from "../open-services.ts";
import { testDatabase } from "./database.ts";
import { testLab } from "./lab.ts";
import { serveLive, signInDocument } from "./live-server.ts";

// Every query of the console is asked of the product, over the demo world, and of the preview that plays it in the browser.

const client = new URL("../../client/", import.meta.url).pathname;

interface Preview {
  answer(world: object, query: string, variables: Record<string, unknown>): Promise<ExecutionResult>;
  openWorld(now: Date): object;
}

/** By its address, because the console's types know a browser, which the server's do not. */
async function loadPreview(): Promise<Preview> {
  const [{ answer }, { openWorld }] = (await Promise.all([
    import(join(client, "mocks/schema.ts")),
    import(join(client, "mocks/world.ts")),
  ])) as [Pick<Preview, "answer">, Pick<Preview, "openWorld">];
  return { answer, openWorld };
}

const database = await testDatabase();
const config = readConfig({ PORT: "0", DATABASE_URL: database.url, TIERLINE_LOG: "silent" });
const services = await openServices(config, randomBytes(32), "api");
const now = services.clock.now();
const clock = { now: () => now };
vi.useFakeTimers({ now, toFake: ["Date"] });
await plantDemoWorld({ ...systemContext(services), clock });
const lab = await testLab();
setInstallation({ demo: true, lab: lab.endpoints });
setNodeSources(modules);
const server = await serveLive({
  ...services,
  clock,
  schema: buildApiSchema(modules),
  consoleFolder: null,
  consoleAddress: null,
  demoAccounts: null,
});
const agent = "agent@acme.test";
const cookie = await server.signIn(agent, demoPassword);
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await services.close();
  setInstallation({ demo: false, lab: null });
  await lab.drop();
  await database.drop();
});

const preview = await loadPreview();
const world = preview.openWorld(now);
await preview.answer(world, signInDocument, { input: { email: agent, password: demoPassword } });

const definitions = readdirSync(client, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".graphql") && !file.includes("node_modules"))
  .flatMap((file) => parse(readFileSync(join(client, file), "utf8")).definitions);
const fragments = new Map(
  definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
);
const queries = definitions.flatMap((each) =>
  each.kind === Kind.OPERATION_DEFINITION && each.operation === "query" ? [each] : [],
);

/** The document as the console sends it: with the fragments that it uses. */
function textOf(operation: OperationDefinitionNode): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!; // codegen has seen to that
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [operation, ...used.values()].map(print).join("\n");
}

const demo = demoWorld(now);
const acmePath = "r1.r2.r3.";
const john = demo.customers.find(({ name }) => name === "John Smith")!;
const johns = demo.services.find(({ customerId, state }) => customerId === john.id && state === "ACTIVE")!;
const ids: Readonly<Record<string, string>> = {
  customer: encodeId("cus", john.id),
  service: encodeId("svc", johns.id),
  offering: encodeId("ofr", demo.offerings.find(({ slug }) => slug === "mobile-20gb")!.id),
  provisioningRun: encodeId(
    "run",
    demo.runs.find(({ state, path }) => state === "FAILED" && path.startsWith(acmePath))!.id,
  ),
  inventoryItem: encodeId("itm", [...demo.items].find(({ path }) => path === acmePath)!.id),
  template: encodeId("tpl", demo.templates[0]!.id),
};

function variablesFor(operation: OperationDefinitionNode): Record<string, unknown> {
  const [selection] = operation.selectionSet.selections;
  const known: Readonly<Record<string, unknown>> = {
    id: selection?.kind === Kind.FIELD ? ids[selection.name.value] : undefined,
    customerId: ids["customer"],
    serviceId: ids["service"],
    templateId: ids["template"],
    slug: "mobile-20gb",
    key: "mobile-20gb",
    search: "John",
    text: "John",
    number: "123",
    first: 20,
    withCost: true,
    withPlaybook: true,
    ids: [ids["template"], ids["service"]],
    input: { offeringId: ids["offering"], customerId: ids["customer"] },
  };
  const asked = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return Object.fromEntries(asked.filter((name) => name in known).map((name) => [name, known[name]]));
}

/** What each says in its own way: places in a list, and how often a row was written. */
const volatile = new Set(["endCursor", "version", "serverTime"]);

function comparable({ data, errors = [] }: Pick<ExecutionResult, "data" | "errors">): unknown {
  const masked = JSON.stringify(data ?? null, (key, value: unknown) => (volatile.has(key) ? "…" : value));
  return { data: JSON.parse(masked) as unknown, errors: errors.map(({ extensions }) => extensions?.["code"]) };
}

/** Where the preview says something else, and why. The list may only shrink. */
const different: ReadonlyMap<string, string> = new Map([
  ["AssignOfferings", "the reason why an add-on does not go with a service is worded without its type"],
  ["AssignQuote", "the plan has no calls: nothing is planned by actions here"],
  ["ConnectorList", "the connectors are played, and have no settings"],
  ["LabPage", "the elements are played"],
  ["ShellStatus", "as ConnectorList"],
  ["CustomerOverview", "activity is told by the orders; the demo world's database begins without a trail"],
  ["CustomerActivity", "as CustomerOverview"],
  ["ServiceActivity", "as CustomerOverview"],
  ["Home", "what needs attention is gathered by fewer rules"],
  ["PickItems", "items of the tiers below are counted in"],
  ["InventoryItems", "as PickItems"],
  ["RunPage", "a run can only be retried here, and its variables stand in another order"],
  ["RunExport", "the export is a summary"],
  ["ServiceAddons", "add-ons of other types are not left out"],
  ["PaletteSearch", "what is found is not put in order"],
]);

test("the console's queries are found, and what is said of them is said of one of them", () => {
  expect(queries.length).toBeGreaterThan(45);
  const names = queries.map(({ name }) => name?.value);
  expect([...different.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

test.each(queries.map((operation) => ({ name: operation.name?.value ?? "", operation })))(
  "the preview answers $name as the product does",
  async ({ name, operation }) => {
    const [query, variables] = [textOf(operation), variablesFor(operation)];
    const { data, errors } = await server.post({ query, variables }, { cookie });
    const product = comparable({ data, errors } as unknown as ExecutionResult); // as it came over the wire
    const played = comparable(await preview.answer(world, query, variables));
    if (different.has(name)) expect(played, `${name} can leave the list`).not.toEqual(product);
    else expect(played).toEqual(product);
  },
);
