import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoPassword } from "@tierline/shared/demo/users.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { encodeId, newId, type IdPrefix } from "@tierline/shared/id.ts";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { Kind, parse, type ExecutionResult, type OperationDefinitionNode } from "graphql";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { costOf, limits } from "../api/limits.ts";
import { setNodeSources } from "../api/node-sources.ts";
import { systemContext } from "../api/request-context.ts";
import { buildApiSchema } from "../api/schema.ts";
import { modules } from "../app.ts";
import { plantDemoWorld } from "../db/demo.ts";
import { readConfig } from "../kernel/config.ts";
import { setInstallation } from "../kernel/installation.ts";
import { startEngine } from "../provisioning/engine.ts";
import { inputSchemaOf } from "../playbooks/action-language.ts";
import { openServices } from "../open-services.ts";
import { consoleOperations, textOf } from "./console-operations.ts";
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
const schema = buildApiSchema(modules);
const server = await serveLive({
  ...services,
  clock,
  schema,
  consoleFolder: null,
  consoleAddress: null,
  demoAccounts: null,
});
const agent = "agent@acme.test";
const operator = "ops@tierline.test";
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await services.close();
  setInstallation({ demo: false, lab: null });
  await lab.drop();
  await database.drop();
});

const preview = await loadPreview();
const people = new Map<string, { readonly cookie: string; readonly world: object }>();
for (const email of [agent, operator]) {
  const world = preview.openWorld(now);
  await preview.answer(world, signInDocument, { input: { email, password: demoPassword } });
  people.set(email, { cookie: await server.signIn(email, demoPassword), world });
}

const queries = consoleOperations.filter(({ operation }) => operation === "query");

const demo = demoWorld(now);
const acmePath = "r1.r2.r3.";
const john = demo.customers.find(({ name }) => name === "John Smith")!;
const johns = demo.services.find(({ customerId, state }) => customerId === john.id && state === "ACTIVE")!;
/** Of whatever is there before anything is done. */
const demoIds = Object.entries({
  itm: demo.items,
  cus: demo.customers,
  ofr: demo.offerings,
  tpl: demo.templates,
  rsl: demo.resellers,
  usr: demo.users,
} as const).flatMap(([prefix, rows]) => rows.map(({ id }) => encodeId(prefix as IdPrefix, id)));
const ids: Readonly<Record<string, string>> = {
  customer: encodeId("cus", john.id),
  service: encodeId("svc", johns.id),
  problem: encodeId("prb", johns.id), // of none: nobody has reported anything
  invoice: encodeId("inv", johns.id), // likewise
  screeningCase: encodeId("scc", johns.id), // likewise
  onboarding: encodeId("onb", johns.id), // likewise
  bulkImport: encodeId("blk", newId()), // of none, and of nothing else: who asks for it is refused, which is told where it is
  offering: encodeId("ofr", demo.offerings.find(({ slug }) => slug === "mobile-20gb")!.id),
  provisioningRun: encodeId(
    "run",
    demo.runs.find(({ state, path }) => state === "FAILED" && path.startsWith(acmePath))!.id,
  ),
  inventoryItem: encodeId("itm", [...demo.items].find(({ path }) => path === acmePath)!.id),
  template: encodeId("tpl", demo.templates[0]!.id),
  resellerMove: encodeId("rsl", demo.resellers.find(({ key }) => key === "beta")!.id),
  root: encodeId("rsl", demo.resellers.find(({ key }) => key === "tierline")!.id),
  resellerSelling: encodeId("rsl", demo.resellers.find(({ key }) => key === "acme-north")!.id),
  reseller: encodeId("rsl", demo.resellers.find(({ key }) => key === "acme-north")!.id),
  node: encodeId("aud", demo.trail.find(({ path }) => path.startsWith(acmePath))!.id),
  user: encodeId("usr", demo.users.find(({ email }) => email === "owner@acme.test")!.id),
};

/** Of operations that are asked about something else than selling an offering to a customer. */
const inputs: Readonly<Record<string, object>> = {
  PrecheckCustomer: { homeCountry: "GB" },
  SimulateCall: { to: "+44 20 7946 0958", seconds: 61, customerId: ids["customer"] },
  PreviewRatePlan: { markupPercent: "20", markupFixed: "0.001" },
  PlanRerating: { from: new Date(now.getTime() - 30 * 86_400_000).toISOString(), until: now.toISOString() },
  PlanPriceList: { name: "Partners", markupPercent: "20" },
  PlanQuote: {
    offeringId: encodeId("ofr", demo.offerings.find(({ slug }) => slug === "mobile-100gb")!.id),
    customerId: ids["customer"],
    serviceId: ids["service"],
  },
};

const filters: Readonly<Record<string, object>> = {
  CustomerSubscribers: { customerId: ids["customer"] },
  CallList: { from: new Date(now.getTime() - 30 * 86_400_000).toISOString(), until: now.toISOString() },
};

function variablesFor(operation: OperationDefinitionNode): Record<string, unknown> {
  const [selection] = operation.selectionSet.selections;
  const known: Readonly<Record<string, unknown>> = {
    id: selection?.kind === Kind.FIELD ? ids[selection.name.value] : undefined,
    customerId: ids["customer"],
    serviceId: ids["service"],
    serviceType: "MOBILE",
    segment: "BUSINESS",
    templateId: ids["template"],
    reseller: ids["reseller"],
    slug: "mobile-20gb",
    key: "mobile-20gb",
    search: "John",
    email: "nobody@free.test",
    text: "John",
    number: "123",
    country: "BR",
    postalCode: "01001-000",
    cycleDay: 15,
    from: "2026-10",
    to: "2026-11",
    by: "HOUR",
    first: 20,
    withCost: true,
    withPlaybook: true,
    withRatePlan: true,
    withResellers: true,
    parentId: ids["root"],
    resellerId: ids["reseller"] ?? ids["root"],
    withDelegated: true,
    withSessions: false,
    withSecrets: true,
    withActivity: true,
    token: "of no mail",
    withEmails: true,
    offeringIds: [ids["offering"]],
    ids: [ids["template"], ids["service"]],
    filter: filters[operation.name?.value ?? ""],
    input: inputs[operation.name?.value ?? ""] ?? { offeringId: ids["offering"], customerId: ids["customer"] },
  };
  const asked = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return Object.fromEntries(asked.filter((name) => known[name] !== undefined).map((name) => [name, known[name]]));
}

/** What each says in its own way: places in a list, and how often a row was written. */
const volatile: readonly string[] = ["endCursor", "version", "serverTime"];

function comparable({ data, errors = [] }: Pick<ExecutionResult, "data" | "errors">, left: readonly string[]): unknown {
  const masked = new Set([...volatile, ...left]);
  const text = JSON.stringify(data ?? null, (key, value: unknown) => (masked.has(key) ? "…" : value));
  return { data: JSON.parse(text) as unknown, errors: errors.map(({ extensions }) => extensions?.["code"]) };
}

/** The fields of which the preview says something else, and why. The list may only shrink. */
const different: ReadonlyMap<string, { readonly fields: readonly string[]; readonly because: string }> = new Map([
  ["AssignQuote", { fields: ["calls", "detail", "fingerprint"], because: "nothing is planned by actions here" }],
  ["PlanQuote", { fields: ["detail", "fingerprint"], because: "as AssignQuote" }],
  ["PortalAddonQuote", { fields: ["fingerprint"], because: "each stands for its own terms" }],
  ["ConnectorList", { fields: ["connectors"], because: "the connectors are played, and have no settings" }],
  ["LabPage", { fields: ["lab"], because: "the elements are played" }],
  ["ShellStatus", { fields: ["connectors"], because: "as ConnectorList" }],
  ["RunPage", { fields: ["actions"], because: "a run can only be retried here" }],
  ["ServiceEnding", { fields: ["ending"], because: "nothing is charged here" }],
  ["ResellerMovePlan", { fields: ["fingerprint"], because: "the plan is not sealed" }],
  [
    "AuditTrail",
    { fields: ["auditEntries"], because: "attempts that were refused are not recorded, and nobody's sign-in is" },
  ],
  ["MyAccount", { fields: ["id", "ipAddress", "userAgent"], because: "the session is the browser's own" }],
  ["CustomerMethods", { fields: ["id"], because: "the database has opened the account" }],
  ["AccountPayments", { fields: ["id"], because: "the database has opened the account" }],
  ["OwnBalance", { fields: ["id"], because: "the database has opened the account" }],
  ["CustomerBilling", { fields: ["id"], because: "the database has opened the account" }],
  ["CustomerAllowances", { fields: ["id"], because: "the database has opened the account" }],
  ["ResellerBilling", { fields: ["id"], because: "the database has opened the account" }],
  ["TopUps", { fields: ["id"], because: "the database has opened the account" }],
  ["ResellerInvoices", { fields: ["id"], because: "the database has opened the account" }],
  ["AccountInvoices", { fields: ["id"], because: "the database has opened the account" }],
  ["AccountCreditNotes", { fields: ["id"], because: "the database has opened the account" }],
  ["ResellerCreditNotes", { fields: ["id"], because: "the database has opened the account" }],
  ["PeopleList", { fields: ["lastSignInAt"], because: "nobody else has signed in here" }],
  ["RunExport", { fields: ["export"], because: "the export is a summary" }],
]);

test("the console's queries are found, and what is said of them is said of one of them", () => {
  expect(queries.length).toBeGreaterThan(45);
  const names = queries.map(({ name }) => name?.value);
  expect([...different.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

test("what the console asks for is affordable by pages of the usual size", () => {
  const costs = queries.map((operation): [string, number] => {
    const variables = { ...variablesFor(operation), first: pageSizeDefault };
    return [operation.name?.value ?? "", costOf(schema, parse(textOf(operation)), variables, null)];
  });
  expect(costs.filter(([, cost]) => cost > limits.cost)).toEqual([]);
});

/** By operation and field, whether anybody was told something else. */
const said = new Map<string, boolean>();

function differs(field: string, left: readonly string[], played: ExecutionResult, product: ExecutionResult): boolean {
  const others = left.filter((each) => each !== field);
  return JSON.stringify(comparable(played, others)) !== JSON.stringify(comparable(product, others));
}

/** What the preview has to know of the server's code; written by `PRINT=1`, compared otherwise. */
test("the preview knows the actions that there are", () => {
  const file = join(client, "mocks/actions.json");
  const actions = [...services.provisioning.actions.values()].map((action) => ({
    key: action.key,
    kind: action.kind,
    connector: action.connector ?? null,
    inputSchema: inputSchemaOf(action),
    outputs: [...action.outputs],
    hasUndo: action.undo !== undefined,
    hasVerify: action.verify !== undefined,
  }));
  if (process.env["PRINT"] !== undefined) writeFileSync(file, `${JSON.stringify(actions, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(actions);
});

const asked = queries.flatMap((operation) =>
  [agent, operator].map((user) => ({ name: operation.name?.value ?? "", user, operation })),
);

test.each(asked)("the preview answers $name of $user as the product does", async ({ name, user, operation }) => {
  const [query, variables] = [textOf(operation), variablesFor(operation)];
  const { cookie, world } = people.get(user)!; // both signed in above
  const { data, errors } = await server.post({ query, variables }, { cookie });
  const product = { data, errors } as unknown as ExecutionResult; // as it came over the wire
  const played = await preview.answer(world, query, variables);
  const left = different.get(name)?.fields ?? [];
  expect(comparable(played, left)).toEqual(comparable(product, left));
  for (const field of left)
    said.set(`${name}.${field}`, said.get(`${name}.${field}`) === true || differs(field, left, played, product));
});

test("what is left out of the comparison does differ", () => {
  expect([...said].filter(([, isDifferent]) => !isDifferent).map(([field]) => `${field} can leave the list`)).toEqual(
    [],
  );
});

/** What the main job leaves behind differently, and why. */
const otherwise: readonly string[] = [
  "fingerprint", // each stands for its own terms
  "sequence", // the engine writes down more steps
  "actions", // a run can only be retried here
  "variables", // as many as the demo's playbooks name
  "detail", // nothing is planned by actions here
  "calls",
  "balances", // nobody keeps an account here
  "balancesAt",
  "log", // of each call, which nobody makes here
];

/** Ids that were made on the way are told apart by the order in which they appear. */
function withoutNewIds(answers: readonly ExecutionResult[]): unknown {
  const known = JSON.stringify(demoIds);
  const names = new Map<string, string>();
  const text = JSON.stringify(answers.map((answer) => comparable(answer, otherwise)));
  const named = text.replaceAll(/"([a-z]{3})_[0-9A-Z]{26}"/g, (id, prefix: string) => {
    if (known.includes(id)) return id;
    const name = names.get(id) ?? `"${prefix} ${names.size}"`;
    names.set(id, name);
    return name;
  });
  return JSON.parse(named);
}

type Ask = (name: string, variables: Record<string, unknown>) => Promise<ExecutionResult>;
const rowOf = (answer: ExecutionResult, ...way: string[]): { readonly id: string } =>
  way.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answer.data) as { id: string };

/** A plan is picked, its items are set aside, the order is placed twice with one key; then the run is watched to its end. */
async function mainJob(ask: Ask, watch: (runId: string) => Promise<ExecutionResult>): Promise<ExecutionResult[]> {
  const answers: ExecutionResult[] = [];
  const asks: Ask = async (name, variables) => {
    const answer = await ask(name, variables);
    answers.push(answer);
    return answer;
  };
  const sale = { offeringId: ids["offering"], customerId: ids["customer"] };
  const offering = demo.offerings.find(({ slug }) => slug === "mobile-20gb")!;
  const reservationIds: string[] = [];
  for (const { slot, templateId } of offering.requirements) {
    const picked = await asks("PickItems", { templateId: encodeId("tpl", templateId), search: "" });
    const input = { itemId: rowOf(picked, "inventoryItems", "nodes", "0").id, idempotencyKey: `reserve-${slot}` };
    reservationIds.push(rowOf(await asks("ReserveItem", { input }), "reserveInventoryItem", "reservation").id);
    await asks("ReserveItem", { input: { ...input, idempotencyKey: `again-${slot}` } });
  }
  await asks("AssignReservations", {});
  const order = { ...sale, reservationIds };
  const quoted = await asks("AssignQuote", { input: order });
  const { fingerprint } = rowOf(quoted, "orderQuote") as unknown as { fingerprint: string };
  const input = { ...order, quoteFingerprint: fingerprint, idempotencyKey: "order-1" };
  const placed = await asks("PlaceOrder", { input });
  const again = await asks("PlaceOrder", { input });
  const runId = rowOf(placed, "placeOrder", "run").id;
  // How far the run has come by then is the engine's pace, not the order's answer.
  for (const answer of [placed, again]) Object.assign(rowOf(answer, "placeOrder", "run"), { state: "…" });
  answers.push(await watch(runId));
  const serviceId = rowOf(answers.at(-1)!, "provisioningRun", "service").id;
  await asks("ServicePage", { id: serviceId });
  await asks("AssignReservations", {});
  return answers;
}

test("the main job leaves the same behind in the preview as in the product", { timeout: 60_000 }, async () => {
  const { cookie, world } = people.get(agent)!; // both signed in above
  const ground = { em: services.orm.em, url: database.url, directUrl: database.url, concurrency: 10 };
  const engine = await startEngine({ ...services.provisioning, ...services, clock, ...ground });
  onTestFinished(() => engine.stop());
  const documentOf = (name: string): string => textOf(consoleOperations.find((each) => each.name?.value === name)!);
  const socket = server.socket({ cookie });
  await socket.hello();
  const product = await mainJob(
    async (name, variables) => {
      const headers = { cookie, "x-tierline-client": "console" };
      const { data, errors } = await server.post({ query: documentOf(name), variables }, headers);
      return { data, errors } as unknown as ExecutionResult; // as it came over the wire
    },
    async (id) => {
      socket.subscribe("run", documentOf("RunLive"), { id });
      const ended = await socket.next(({ payload }) => isEnded(payload as ExecutionResult));
      return ended!.payload as ExecutionResult;
    },
  );
  socket.cut();
  const ask: Ask = (name, variables) => preview.answer(world, documentOf(name), variables);
  const played = await mainJob(ask, async (id) => {
    for (;;) {
      const answer = await ask("RunLive", { id });
      if (isEnded(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  expect(withoutNewIds(played)).toEqual(withoutNewIds(product));
});

function isEnded(answer: ExecutionResult | undefined): boolean {
  const { state } = (answer?.data?.["provisioningRun"] ?? {}) as { state?: string };
  return state === "SUCCEEDED" || state === "FAILED";
}
