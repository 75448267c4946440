import { Observable, type ApolloLink } from "@apollo/client";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { addons, serviceEnding, serviceView } from "./service-fixtures.ts";
import { ServicePage } from "./ServicePage.tsx";

const silent = new Observable<ApolloLink.Result>(() => undefined);
const operations: Record<string, Answer> = {
  ServicePage: { service: serviceView },
  ServiceLive: () => silent,
  ServiceAddons: addons,
  ServiceEnding: serviceEnding,
  ServiceRunLive: () => silent,
};

const show = (more: Record<string, Answer> = {}, options: RenderOptions = {}) =>
  renderPage(<ServicePage />, {
    at: "/r/acme/services/svc_789",
    route: "/r/$reseller/services/$service",
    role: "RESELLER_OWNER",
    operations: { ...operations, ...more },
    ...options,
  });

beforeEach(() => sessionStorage.clear());

test("O50: an add-on says whether it is paid once or every month; what does not fit is not offered", async () => {
  await show();
  expect(await screen.findByText("one-off £5.00")).toBeVisible();
  expect(screen.getByText("£5.00 a month · set-up £10.00")).toBeVisible();
  expect(screen.queryByText("Sport channels")).toBeNull();
});

test("O34: an add-on is added to this very service: its button leads to the review with everything chosen", async () => {
  await show();
  expect(await screen.findByRole("link", { name: "Add Data boost 5 GB" })).toHaveAttribute(
    "href",
    "/r/acme/assign?product=data-boost-5gb&customer=cus_123&service=svc_789&kind=ADDON",
  );
});

test("O50: the balance changes while one looks, without asking again", async () => {
  let push: (balance: string) => void = () => undefined;
  const live = new Observable<ApolloLink.Result>((observer) => {
    push = (amount) => {
      const balances = [{ __typename: "ServiceBalance", kind: "data", label: "Data", amount, unit: "GB" }];
      observer.next({ data: { service: { ...serviceView, balances, version: 5 } } });
    };
  });
  const { sent } = await show({ ServiceLive: () => live });
  expect(await screen.findByText("20")).toBeVisible();
  act(() => push("25"));
  expect(await screen.findByText("25")).toBeVisible();
  expect(sent.filter(({ name }) => name === "ServicePage")).toHaveLength(1);
});

test("O46: the health check tells of each probe whether it is in order, with a sentence", async () => {
  const probe = (key: string, state: string, message: string) => ({
    __typename: "HealthProbe",
    key,
    title: `Probe ${key}`,
    state,
    message,
    checkedAt: "2026-11-21T12:00:00.000Z",
  });
  const probes = [
    probe("ocs", "OK", "Account acme-789 is there"),
    probe("register", "FAILED", "SIM-00001 is missing"),
    probe("radius", "NOT_APPLICABLE", "This service does not need it"),
    probe("tasks", "OK", "Run 456: all 6 tasks were done"),
  ];
  await show({
    CheckServiceHealth: { checkServiceHealth: { __typename: "CheckServiceHealthPayload", probes, userErrors: [] } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Check now" }));
  const list = await screen.findByRole("list", { name: "Health check" });
  const rows = within(list).getAllByRole("listitem");
  expect(rows.map((row) => within(row).getByRole("img").getAttribute("aria-label"))).toEqual([
    "✓ in order",
    "✗ not in order",
    "not needed",
    "✓ in order",
  ]);
  expect(rows[1]).toHaveTextContent("Probe register");
  expect(rows[1]).toHaveTextContent("SIM-00001 is missing");
  expect(screen.getByText(/Something is missing/)).toBeVisible();
});

test("O48: the SIM is short in the list and whole to be copied; the phone number is whole", async () => {
  const user = userEvent.setup();
  await show();
  const row = await screen.findByRole("row", { name: /SIM-00001/ });
  expect(within(row).getByText("8944…0001")).toBeVisible();
  await user.click(within(row).getByRole("button", { name: "Copy SIM Card" }));
  expect(await navigator.clipboard.readText()).toBe("8944200000000000001");
  expect(screen.queryByText(/\+44…/)).toBeNull();
});

test("OX5: the end of a service names what becomes of each item, wants the name typed, and leads to its run", async () => {
  const run = { __typename: "ProvisioningRun", id: "run_9", number: 9, state: "QUEUED", sequence: 1 };
  const { sent, address } = await show({
    TerminateService: { terminateService: { __typename: "TerminateServicePayload", run, userErrors: [] } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Terminate" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("SIM-00001 is retired and cannot be used again.")).toBeVisible();
  expect(within(dialog).getByText("+44 7700 900123 rests for 30 days, then goes back into stock.")).toBeVisible();
  for (const said of [
    "Mobile - 5 GB: £15.00 was charged in advance for 21 Nov 2026 to 20 Dec 2026; £9.50 of it falls on the days after 1 Dec 2026.",
    "Of the £9.50 for these days nothing is given back by itself. A credit note can do so.",
    "Static address: £0.73 for 21 Nov 2026 to 1 Dec 2026 is still charged.",
    "Mobile - 5 GB: £15.00 a month is charged no more; the next charge would have been on 21 Dec 2026.",
    "Its contract would have run until 20 Feb 2027: the £35.27 up to then is not asked for.",
  ])
    expect(await within(dialog).findByText(said)).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "Terminate service" }));
  expect(sent.some(({ name }) => name === "TerminateService")).toBe(false);
  await userEvent.click(within(dialog).getByRole("textbox"));
  await userEvent.paste("Mobile - +44 7700 900123");
  await userEvent.click(within(dialog).getByRole("button", { name: "Terminate service" }));
  await waitFor(() => expect(address()).toBe("/r/acme/runs/run_9"));
  expect(sent.at(-1)?.variables["input"]).toMatchObject({
    id: "svc_789",
    version: 4,
    confirmName: "Mobile - +44 7700 900123",
  });
});

test("the end of a service says when its amounts cannot be read, and when they are not the viewer's to see", async () => {
  const endOf = async (answer: Answer) => {
    const { unmount } = await show({ ServiceEnding: answer });
    await userEvent.click(await screen.findByRole("button", { name: "Terminate" }));
    return { dialog: within(await screen.findByRole("dialog")), unmount };
  };
  const failed = await endOf(new Error("lost"));
  expect(await failed.dialog.findByText("What is paid and owed could not be read.")).toBeVisible();
  failed.unmount();
  const unseen = await endOf({ service: { ...serviceEnding.service, ending: null } });
  expect(
    await unseen.dialog.findByText("What is paid and owed is seen by who sells it and may see balances."),
  ).toBeVisible();
});

test("a service is suspended with a note, and its run follows", async () => {
  const run = { __typename: "ProvisioningRun", id: "run_9" };
  const off = { __typename: "SuspendServicePayload", service: { ...serviceView, version: 5 }, run, userErrors: [] };
  const { sent, address } = await show({ SuspendService: { suspendService: off } }, { role: "AGENT" });
  await userEvent.click(await screen.findByRole("button", { name: "Suspend…" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("No payment brings it back.")).toBeVisible();
  await userEvent.type(dialog.getByRole("textbox", { name: "Note" }), "Card lost");
  await userEvent.click(dialog.getByRole("button", { name: "Suspend service" }));
  await waitFor(() => expect(address()).toBe("/r/acme/runs/run_9"));
  expect(sent.at(-1)?.variables["input"]).toMatchObject({ id: "svc_789", version: 4, note: "Card lost" });
});

test("what a person suspended is resumed by a person; a refusal stays in sight", async () => {
  const suspended = { ...serviceView, state: "SUSPENDED", suspensionReasons: ["MANUAL"] };
  const userErrors = [
    {
      __typename: "UserError",
      code: "STALE",
      message: "The service has changed since you read it.",
      path: ["version"],
    },
  ];
  const refused = { __typename: "SuspendServicePayload", service: null, run: null, userErrors };
  await show({ ServicePage: { service: suspended }, ResumeService: { resumeService: refused } });
  await userEvent.click(await screen.findByRole("button", { name: "Resume…" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Resume service" }));
  expect(await dialog.findByText(/has changed since you read it/)).toBeVisible();
});

test("an agent sees why a service cannot be ended by them", async () => {
  await show({}, { role: "AGENT" });
  const button = await screen.findByRole("button", { name: "Terminate" });
  expect(button).toHaveAccessibleDescription(/You need the permission/);
});

test("a run at work on the service is one click away and keeps the service from being ended", async () => {
  const currentRun = {
    __typename: "ProvisioningRun",
    id: "run_5",
    number: 5,
    kind: "ADD_ON",
    title: "Data boost 5 GB",
    state: "RUNNING",
    sequence: 3,
    completedTasks: 1,
    totalTasks: 4,
    waitingFor: null,
  };
  await show({ ServicePage: { service: { ...serviceView, currentRun } } });
  const link = await screen.findByRole("link", { name: "Run 5" });
  expect(link).toHaveAttribute("href", "/r/acme/runs/run_5");
  expect(link.closest("[role=status]")).toHaveTextContent("Run 5 Data boost 5 GBRunning1 of 4 tasks");
  expect(screen.getByRole("button", { name: "Terminate" })).toHaveAccessibleDescription(
    "Run 5 is still at work on this service.",
  );
});

test("D16: limits on the calls of a line are set on its page, all but those at a time", async () => {
  const limits = {
    __typename: "CallLimits",
    openClasses: ["DOMESTIC", "EU"],
    parallelCalls: null,
    callsPerMinute: null,
    longestSeconds: 600,
    dearestRate: null,
    dailySpend: "20.00",
    monthlySpend: null,
  };
  const bound = { ...limits, openClasses: ["DOMESTIC", "EU", "WORLD"], dailySpend: "50.00" };
  const callGuard = { __typename: "CallGuard", currency: "GBP", nextFrom: null, limits, next: null, bound };
  const { sent } = await show({
    CallGuard: { callGuard },
    SetCallGuard: { setCallGuard: { __typename: "CallGuardPayload", callGuard, userErrors: [] } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Limits on calls" }));
  await userEvent.clear(await screen.findByLabelText("Most in a day in GBP"));
  await userEvent.type(screen.getByLabelText("Most in a day in GBP"), "10");
  expect(screen.queryByLabelText("Calls at a time")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Set limits" }));
  await waitFor(() => expect(sent.find(({ name }) => name === "SetCallGuard")).toBeDefined());
  expect(sent.find(({ name }) => name === "SetCallGuard")?.variables["input"]).toEqual({
    id: "svc_789",
    openClasses: ["DOMESTIC", "EU"],
    parallelCalls: null,
    callsPerMinute: null,
    longestSeconds: 600,
    dearestRate: null,
    dailySpend: "10",
    monthlySpend: null,
  });
});

test.each([
  ["an agent", serviceView, "AGENT"],
  ["internet", { ...serviceView, serviceType: "INTERNET" }, "RESELLER_OWNER"],
  ["what has ended", { ...serviceView, state: "TERMINATED" }, "RESELLER_OWNER"],
  [
    "a line of a reseller below",
    { ...serviceView, tierPath: [{ ...serviceView.tierPath[0], key: "north" }] },
    "RESELLER_OWNER",
  ],
] as const)("D16: no limits on calls are set for %s", async (_, service, role) => {
  await show({ ServicePage: { service } }, { role });
  expect(await screen.findByRole("heading", { level: 1 })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Limits on calls" })).toBeNull();
});

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const plans = {
  offerings: {
    __typename: "OfferingConnection",
    nodes: [
      ["ofr_1", "Mobile - 5 GB", "8.00"],
      ["ofr_2", "Mobile - 20 GB", "15.00"],
    ].map(([id, name, price]) => ({
      __typename: "Offering",
      id,
      slug: id,
      name,
      billingIntervalMonths: 1,
      price: { __typename: "OfferingPrice", recurring: money(price!) },
    })),
  },
};
const line = (label: string, amount: string) => ({
  __typename: "QuoteLine",
  label,
  from: "2026-12-06",
  to: "2026-12-20",
  amount: money(amount),
});
const planQuote = {
  __typename: "OrderQuote",
  fingerprint: "agreed",
  canPlace: true,
  offering: { __typename: "Offering", id: "ofr_2", whileSuspended: "BILL_WHILE_SUSPENDED" },
  lines: [line("Given back: Mobile - 5 GB", "-4.00"), line("Mobile - 20 GB", "7.50")],
  dueToday: money("3.50"),
  recurring: money("15.00"),
  nextRenewalOn: "2026-12-21",
  planChange: { __typename: "PlanChange", before: "Mobile - 5 GB", startsOn: "2026-12-06", isAtRenewal: false },
  checks: [],
  plan: [],
};

async function choosePlan() {
  await userEvent.click(await screen.findByRole("button", { name: "Change plan…" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(await within(dialog).findByRole("combobox", { name: "Plan" }));
  expect(screen.queryByRole("option", { name: /5 GB/ })).toBeNull();
  await userEvent.click(await screen.findByRole("option", { name: /Mobile - 20 GB/ }));
  return dialog;
}

test("another plan says line by line what is given back and charged before it counts, and is confirmed by that very quote", async () => {
  const run = { __typename: "ProvisioningRun", id: "run_9", number: 9, state: "QUEUED", sequence: 1 };
  const order = { __typename: "Order", id: "ord_9", state: "IN_PROGRESS" };
  const placed = { __typename: "PlaceOrderPayload", order, run, userErrors: [] };
  const { sent, address } = await show({
    ServicePlans: plans,
    PlanQuote: { orderQuote: planQuote },
    ChangePlan: { placeOrder: placed },
  });
  const dialog = await choosePlan();
  expect(await within(dialog).findByText(/^.£4\.00$/)).toBeVisible();
  expect(within(dialog).getByText(/Given back: Mobile - 5 GB, .*6.* to .*20/)).toBeVisible();
  expect(within(dialog).getByText("£3.50")).toBeVisible();
  expect(within(dialog).getByText("charged all the same")).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "Change plan now" }));
  await waitFor(() => expect(address()).toBe("/r/acme/runs/run_9"));
  expect(sent.find(({ name }) => name === "ChangePlan")?.variables["input"]).toMatchObject({
    offeringId: "ofr_2",
    customerId: "cus_123",
    serviceId: "svc_789",
    quoteFingerprint: "agreed",
  });
});

test("a plan that cannot be is not confirmed: the dialog says why; a price that has changed since is said too", async () => {
  const check = { __typename: "QuoteCheck", code: "PLAYBOOK", state: "BLOCKING", message: "No playbook says how." };
  await show({
    ServicePlans: plans,
    PlanQuote: { orderQuote: { ...planQuote, canPlace: false, checks: [check] } },
  });
  const dialog = await choosePlan();
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("No playbook says how.");
  expect(within(dialog).getByRole("button", { name: "Change plan now" })).toHaveAccessibleDescription(
    "No playbook says how.",
  );
});

test("a cheaper plan that waits for the renewal stands on the page and can be withdrawn", async () => {
  const waitingOrder = {
    __typename: "Order",
    id: "ord_7",
    number: 7,
    offering: { __typename: "Offering", id: "ofr_3", slug: "mobile-1gb", name: "Mobile - 1 GB" },
    recurring: money("4.00"),
    planChange: { __typename: "PlanChange", before: "Mobile - 5 GB", startsOn: "2026-12-21", isAtRenewal: true },
  };
  const service = { __typename: "Service", id: "svc_789", waitingOrder: null };
  const order = { __typename: "Order", id: "ord_7", state: "CANCELLED", service };
  const { sent } = await show({
    ServicePage: { service: { ...serviceView, waitingOrder } },
    WithdrawPlanChange: { undoOrder: { __typename: "UndoOrderPayload", order, userErrors: [] } },
  });
  const words = await screen.findByText(/Mobile - 1 GB from .* on, for £4.00/);
  expect(screen.getByRole("button", { name: "Change plan…" })).toHaveAccessibleDescription(/Withdraw that first/);
  await userEvent.click(screen.getByRole("button", { name: "Withdraw" }));
  await waitFor(() => expect(words).not.toBeInTheDocument());
  expect(sent.at(-1)?.variables["input"]).toMatchObject({ id: "ord_7" });
});
