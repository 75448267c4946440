import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { demoPassword } from "@tierline/shared/demo/users.ts";
import { encodeId, type IdPrefix } from "@tierline/shared/id.ts";
import { type DocumentNode, getOperationAST, print } from "graphql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  AssignCustomerSearchDocument,
  AssignOfferingDocument,
  AssignQuoteDocument,
  AssignReservationsDocument,
  ExtendReservationDocument,
  PickerStockDocument,
  PickItemsDocument,
  PlaceOrderDocument,
  ReleaseReservationDocument,
  ReserveItemDocument,
} from "../features/assign-plan/assign.generated.ts";
import { RetryRunDocument, RunLiveDocument, type RunViewFragment } from "../features/provisioning/run.generated.ts";
import { PlaybookListDocument } from "../features/playbooks/playbooks.generated.ts";
import { ServiceLiveDocument, ServicePageDocument } from "../features/services/service.generated.ts";
import { SignOutDocument } from "../api/viewer.generated.ts";
import { NotificationsDocument } from "../features/shell/shell.generated.ts";
import { SignInDocument } from "../features/sign-in/sign-in.generated.ts";
import { TerminateServiceDocument } from "../features/services/service.generated.ts";
import { watch } from "./handlers.ts";
import { answer } from "./schema.ts";
import { needed, openWorld, type World } from "./world.ts";

let world: World;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z"), toFake: ["setTimeout", "clearTimeout", "Date"] });
  world = openWorld(new Date());
  await signInAs("agent@acme.test");
});
afterEach(() => vi.useRealTimers());

async function ask<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, errors } = await answer(world, document, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data as Data; // as the contract promises, and execution has checked
}

async function signInAs(email: string): Promise<void> {
  await ask(SignInDocument, { input: { email, password: demoPassword } });
}

function follow<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables) {
  const heard: Data[] = [];
  const publish = (result: { data?: unknown; errors?: unknown }): void => {
    expect(result.errors).toBeUndefined();
    heard.push(result.data as Data);
  };
  const stop = watch({ world, query: print(document), variables: variables as Record<string, unknown>, publish });
  return { heard, stop };
}

const modules = import.meta.glob<Record<string, DocumentNode>>("../{api,features}/**/*.generated.ts", { eager: true });
const documents = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter(([name]) => name.endsWith("Document"))
  .map(([, document]) => ({ document, operation: needed(getOperationAST(document)) }));
const queries = documents.filter(({ operation }) => operation.operation === "query");

const idOf = (prefix: IdPrefix, row: { readonly id: string } | undefined): string => encodeId(prefix, needed(row).id);

/** An id for each thing that a document's `$id` may name, told by the field that it asks. */
function idsByField(): Readonly<Record<string, string>> {
  const run = [...world.runs.values()].find(({ state, path }) => state === "FAILED" && path.startsWith("r1.r2.r3."));
  return {
    customer: idOf("cus", john()),
    problem: idOf("prb", john()),
    screeningCase: idOf("scc", john()),
    bulkImport: idOf("blk", john()),
    onboarding: idOf("onb", john()),
    invoice: idOf("inv", john()),
    node: idOf(
      "aud",
      world.trail.find(({ path }) => path.startsWith("r1.r2.r3.")),
    ),
    service: idOf("svc", johnsService()),
    inventoryItem: idOf("itm", [...world.items.values()][0]),
    provisioningRun: idOf("run", run),
    resellerMove: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme-north"),
    ),
    resellerSelling: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme-north"),
    ),
    reseller: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme-north"),
    ),
    user: idOf(
      "usr",
      world.users.find(({ email }) => email === "agent@acme.test"),
    ),
  };
}

const john = () => world.customers.find(({ name }) => name === "John Smith");
const johnsService = () =>
  [...world.services.values()].find(({ customerId, state }) => customerId === john()?.id && state === "ACTIVE");
const offering = (slug: string) => world.offerings.find((each) => each.slug === slug);

/** What some fields are asked with that others have another thing of the same name for. */
const argumentsOf: Readonly<Record<string, () => object>> = {
  simulateCall: () => ({ input: call() }),
  precheckCustomer: () => ({ input: { homeCountry: "GB" } }),
  postalCodeLookup: () => ({ country: "BR", postalCode: "01001-000" }),
  signUpPostalCode: () => ({ country: "BR", postalCode: "01001-000" }),
  subscribers: () => ({ filter: {} }),
  calls: () => ({ filter: { from: "2026-11-01T00:00:00Z", until: "2026-11-21T12:00:00Z" } }),
  planRerating: () => ({ input: { from: "2026-11-01T00:00:00Z", until: "2026-11-21T12:00:00Z" } }),
  previewRatePlan: () => ({ input: { markupPercent: "20" } }),
  planPriceList: () => ({ input: { name: "Partners", markupPercent: "20" } }),
};
const call = () => ({ to: "+44 20 7946 0958", seconds: 61, customerId: idOf("cus", john()) });

function variablesFor(field: string): Record<string, unknown> {
  return {
    id: idsByField()[field],
    customerId: idOf("cus", john()),
    reseller: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme"),
    ),
    serviceId: idOf("svc", johnsService()),
    templateId: idOf("tpl", world.templates[0]),
    serviceType: "MOBILE",
    segment: "BUSINESS",
    slug: "mobile-20gb",
    key: "mobile-20gb",
    search: "John",
    email: "agent@acme.test",
    text: "John",
    first: 20,
    withCost: true,
    withPlaybook: true,
    withRatePlan: true,
    parentId: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme"),
    ),
    resellerId: idOf(
      "rsl",
      world.resellers.find(({ key }) => key === "acme"),
    ),
    withDelegated: true,
    withResellers: true,
    withEmails: true,
    withSessions: true,
    withSecrets: true,
    withActivity: true,
    token: "of a link",
    number: "123",
    cycleDay: 15,
    from: "2026-10",
    to: "2026-11",
    by: "HOUR",
    offeringIds: [],
    ids: [idOf("tpl", world.templates[0]), idOf("svc", johnsService())],
    input: { offeringId: idOf("ofr", offering("mobile-20gb")), customerId: idOf("cus", john()) },
  };
}

test.each(queries.map(({ document, operation }) => ({ name: operation.name?.value ?? "", document, operation })))(
  "the preview answers $name as the contract says",
  async ({ document, operation }) => {
    const [selection] = operation.selectionSet.selections;
    const field = selection?.kind === "Field" ? selection.name.value : "";
    const asked = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
    // An agent may not ask for all of it, nor an owner what a move would change.
    await signInAs(
      ["resellerMove", "screeningLists", "screeningListSources"].includes(field)
        ? "ops@tierline.test"
        : "owner@acme.test",
    );
    const given = Object.entries({ ...variablesFor(field), ...argumentsOf[field]?.() }).filter(([key]) =>
      asked.has(key),
    );
    const { data, errors } = await answer(world, document, Object.fromEntries(given));
    if (["startedSignUp", "signUpPostalCode"].includes(field))
      return expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT"); // of no mail
    expect(errors).toBeUndefined();
    // Nobody is invited in the preview, where no mail goes out: no link of one works. Nor has anybody reported a problem or a bill.
    if (
      ["invitation", "problem", "screeningCase", "invoice", "bulkImport", "onboarding", "openSignUpForm"].includes(
        field,
      )
    )
      expect(data?.[field]).toBeNull();
    else expect(data?.[field]).not.toBeNull();
    // A log's entries are no nodes, and keep theirs as they are.
    expect(JSON.stringify(data), "ids as they are inside").not.toMatch(/"id":"[0-9a-f]{8}-[0-9a-f-]{27}"(?!,"at")/);
  },
);

test("nobody is asked for who is not signed in, and the wrong password is refused", async () => {
  await ask(SignOutDocument, {});
  const { errors } = await answer(world, AssignReservationsDocument);
  expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  const { signIn } = await ask(SignInDocument, { input: { email: "agent@acme.test", password: "wrong" } });
  expect(signIn).toMatchObject({ viewer: null, userErrors: [{ code: "SIGN_IN_REFUSED" }] });
});

test("what the viewer may not ask for is refused as the product refuses it", async () => {
  const { errors } = await answer(world, PlaybookListDocument, { first: 20 });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("what is not played says so, in one plain error", async () => {
  await signInAs("owner@acme.test");
  const input = { id: idOf("svc", johnsService()), confirmName: "x", idempotencyKey: "k", version: 1 };
  const { errors } = await answer(world, TerminateServiceDocument, { input });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_IN_PREVIEW" } }]);
});

/** Reserves what the plan needs, the SIM with this label if one is named, and says what is to be ordered. */
async function prepare(simLabel: string | null) {
  const { customers } = await ask(AssignCustomerSearchDocument, { search: "1234567890" });
  const customerId = needed(customers.nodes[0]).id;
  const product = needed((await ask(AssignOfferingDocument, { slug: "mobile-20gb", customerId })).offering);
  const reservationIds: string[] = [];
  for (const { slot, template } of product.requirements) {
    const named = slot === "sim" && simLabel !== null;
    const { inventoryItems } = await ask(PickItemsDocument, { templateId: template.id, search: named ? simLabel : "" });
    const input = { itemId: needed(inventoryItems.nodes[0]).id, idempotencyKey: `reserve-${slot}` };
    const { reserveInventoryItem } = await ask(ReserveItemDocument, { input });
    reservationIds.push(needed(reserveInventoryItem.reservation).id);
  }
  return { offeringId: product.id, customerId, reservationIds };
}

async function place(order: Awaited<ReturnType<typeof prepare>>) {
  const { orderQuote } = await ask(AssignQuoteDocument, { input: order });
  expect(orderQuote).toMatchObject({ canPlace: true, dueToday: { amount: "15.00", currency: "GBP" } });
  expect(orderQuote.plan.map(({ key }) => key)).toContain("ocs");
  const input = { ...order, quoteFingerprint: orderQuote.fingerprint, idempotencyKey: "order-1" };
  const { placeOrder } = await ask(PlaceOrderDocument, { input });
  const again = await ask(PlaceOrderDocument, { input });
  expect(again.placeOrder.order?.id).toBe(placeOrder.order?.id);
  return needed(placeOrder.run).id;
}

const statesOf = ({ tasks }: RunViewFragment) => tasks.map(({ state }) => state);

test("the main job in the preview: a plan is assigned, watched live task by task, and the service is active", async () => {
  const runId = await place(await prepare(null));
  const notes = follow(NotificationsDocument, {});
  const live = follow(RunLiveDocument, { id: runId });
  await vi.advanceTimersByTimeAsync(10_000);
  const runs = live.heard.map(({ provisioningRun }) => provisioningRun);
  expect(runs[0]?.state).toBe("QUEUED");
  expect(runs.map(({ sequence }) => sequence)).toEqual(runs.map(({ sequence }) => sequence).toSorted((a, b) => a - b));
  expect(runs.some((run) => statesOf(run).join().startsWith("SUCCEEDED,RUNNING,PENDING"))).toBe(true);
  const last = needed(runs.at(-1));
  expect(last).toMatchObject({ state: "SUCCEEDED", completedTasks: 6, totalTasks: 6 });
  expect(notes.heard.map(({ notifications }) => notifications.kind)).toEqual(["RUN_SUCCEEDED"]);
  const { service } = await ask(ServicePageDocument, { id: needed(last.service).id });
  expect(service).toMatchObject({ state: "ACTIVE", currentRun: { state: "SUCCEEDED" }, startsOn: "2026-11-21" });
  expect(service?.items.map(({ state }) => state)).toEqual(["ASSIGNED", "ASSIGNED"]);
  expect((await ask(AssignReservationsDocument, {})).myReservations).toEqual([]);
});

test("the card that the charging system refuses fails the run there; a retry goes on from it", async () => {
  const runId = await place(await prepare("SIM-00666"));
  const live = follow(RunLiveDocument, { id: runId });
  await vi.advanceTimersByTimeAsync(10_000);
  const failed = needed(live.heard.at(-1)).provisioningRun;
  expect(failed).toMatchObject({ state: "FAILED", error: { code: "OCS_UNREACHABLE", taskKey: "ocs" } });
  expect(statesOf(failed)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "FAILED", "PENDING", "PENDING"]);
  const service = follow(ServiceLiveDocument, { id: needed(failed.service).id });
  const { retryProvisioningRun } = await ask(RetryRunDocument, { input: { id: runId, sequence: failed.sequence } });
  expect(retryProvisioningRun).toMatchObject({ run: { retriesUsed: 1 }, userErrors: [] });
  await vi.advanceTimersByTimeAsync(10_000);
  const done = needed(live.heard.at(-1)).provisioningRun;
  expect(done).toMatchObject({ state: "SUCCEEDED", error: null });
  expect(done.tasks.find(({ key }) => key === "ocs")).toMatchObject({ attempt: 2, log: { nodes: [{}, {}] } });
  expect(service.heard.map((each) => each.service.state)).toEqual(["PENDING_FAILED", "PENDING", "ACTIVE", "ACTIVE"]);
});

test("a reserved item leaves the open picker and comes back when it is let go", async () => {
  const { offering: product } = await ask(AssignOfferingDocument, { slug: "mobile-20gb" });
  const templateId = needed(product?.requirements[0]).template.id;
  const stock = follow(PickerStockDocument, { templateId });
  const input = { templateId, idempotencyKey: "one" };
  const { reserveInventoryItem } = await ask(ReserveItemDocument, { input });
  const { id } = needed(reserveInventoryItem.reservation);
  vi.setSystemTime(new Date("2026-11-21T12:10:00Z"));
  const { extendReservation } = await ask(ExtendReservationDocument, { input: { id } });
  expect(extendReservation.reservation?.expiresAt).toBe("2026-11-21T12:25:00.000Z");
  await ask(ReleaseReservationDocument, { input: { id } });
  await vi.advanceTimersByTimeAsync(1);
  expect(stock.heard.map(({ inventoryChanged }) => inventoryChanged.isAvailable)).toEqual([false, true]);
  stock.stop();
});
