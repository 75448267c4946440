import { Observable, type ApolloLink } from "@apollo/client";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { addons, serviceView } from "./service-fixtures.ts";
import { ServicePage } from "./ServicePage.tsx";

const silent = new Observable<ApolloLink.Result>(() => undefined);
const operations: Record<string, Answer> = {
  ServicePage: { service: serviceView },
  ServiceLive: () => silent,
  ServiceAddons: addons,
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
