import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { HomePage } from "./HomePage.tsx";

const metric = (key: string, values: string[], usual: string) => ({
  __typename: "DayMetric",
  key,
  values,
  today: values.at(-1),
  usual,
});
const attention = (id: string, kind: string, target: object | null, more: object = {}) => ({
  __typename: "AttentionItem",
  id,
  kind,
  title: `Title ${id}`,
  detail: "",
  since: null,
  due: null,
  target,
  ...more,
});

function home(items: readonly object[]) {
  return {
    homeSummary: {
      __typename: "HomeSummary",
      attention: items,
      attentionCount: items.length,
      failedRuns: 0,
      runningRuns: 0,
      billing: {
        __typename: "BillingDay",
        chargesLeft: 1_312,
        chargesSince: "2026-11-21T09:00:00.000Z",
        invoicesLeft: 1,
      },
      metrics: [
        metric("SERVICES_ACTIVATED", ["1", "4", "3"], "2"),
        metric("RUNS_RIGHT_FIRST_TIME", ["100", "90", "85.7"], "94"),
        metric("TIME_TO_ACTIVE_SECONDS", ["8.2", "8.0", "7.8"], "8.1"),
      ],
    },
  };
}

const run = {
  __typename: "ProvisioningRun",
  id: "run_452",
  number: 452,
  kind: "PROVISION",
  state: "FAILED",
  sequence: 9,
  waitingFor: null,
  title: "Mobile - 5 GB for Claire Fontaine",
  completedTasks: 1,
  totalTasks: 3,
  tierPath: [{ __typename: "TierNode", id: "rsl_acme", key: "acme", name: "Acme" }],
  queuedAt: "2026-11-21T11:48:00.000Z",
  startedAt: "2026-11-21T11:48:00.000Z",
  finishedAt: "2026-11-21T11:49:16.000Z",
  customer: { __typename: "Customer", id: "cus_365", label: "Claire Fontaine (ID: 365)" },
  order: { __typename: "Order", id: "ord_1", offering: { __typename: "Offering", id: "ofr_1", name: "Mobile - 5 GB" } },
  error: { __typename: "RunError", code: "OCS_REFUSED", message: "Cannot connect", taskKey: "account" },
  tasks: [
    { __typename: "ProvisioningTask", key: "validate", state: "SUCCEEDED" },
    { __typename: "ProvisioningTask", key: "account", state: "FAILED" },
    { __typename: "ProvisioningTask", key: "mail", state: "PENDING" },
  ],
};
const runs = { provisioningRuns: { __typename: "ProvisioningRunConnection", nodes: [run] } };

test("each thing that needs somebody has the one action that helps, where the viewer may", async () => {
  await renderPage(<HomePage />, {
    operations: {
      Home: home([
        attention("1", "FAILED_RUN", { __typename: "ProvisioningRun", id: "run_452" }),
        attention(
          "2",
          "EXPIRING_RESERVATION",
          { __typename: "InventoryItem", id: "itm_1" },
          { due: "2999-01-01T00:00:00.000Z" },
        ),
        attention("3", "LOW_STOCK", { __typename: "InventoryTemplate", id: "tpl_1", key: "modem-cpe" }),
        attention("4", "CONNECTOR_DOWN", { __typename: "Connector", id: "con_1" }),
      ]),
      HomeRuns: runs,
    },
  });
  expect(await screen.findByRole("link", { name: "Open run: Title 1" })).toHaveAttribute(
    "href",
    "/r/acme/runs/run_452",
  );
  expect(screen.getByRole("link", { name: "Resume: Title 2" })).toHaveAttribute("href", "/r/acme/assign");
  expect(screen.getByRole("button", { name: "Add items: Title 3" })).toHaveAccessibleDescription(
    /You need the permission/,
  );
  expect(screen.getByRole("link", { name: "Open connector: Title 4" })).toHaveAttribute("href", "/r/acme/connectors");
});

test("a customer's draft is gone on with where it was left", async () => {
  const draft = { __typename: "Onboarding", id: "onb_1", step: "CUSTOMER" };
  await renderPage(<HomePage />, {
    operations: { Home: home([attention("6", "ONBOARDING", draft)]), HomeRuns: runs },
  });
  expect(await screen.findByRole("link", { name: "Resume: Title 6" })).toHaveAttribute(
    "href",
    "/r/acme/onboarding/onb_1/customer",
  );
});

test("an owner adds items of the template that runs low, and looks at the account that could not be invoiced", async () => {
  await renderPage(<HomePage />, {
    role: "RESELLER_OWNER",
    operations: {
      Home: home([
        attention("3", "LOW_STOCK", { __typename: "InventoryTemplate", id: "tpl_1", key: "modem-cpe" }),
        attention("5", "INVOICE_FAILED", { __typename: "Customer", id: "cus_5" }),
      ]),
      HomeRuns: runs,
    },
  });
  expect(await screen.findByRole("link", { name: "Add items: Title 3" })).toHaveAttribute(
    "href",
    "/r/acme/inventory/add?template=modem-cpe",
  );
  expect(screen.getByRole("link", { name: "Open customer: Title 5" })).toHaveAttribute(
    "href",
    "/r/acme/customers/cus_5?tab=billing",
  );
});

test("a quiet day says so; today stands beside what is usual", async () => {
  await renderPage(<HomePage />, { operations: { Home: home([]), HomeRuns: runs } });
  expect(await screen.findByText("Nothing needs attention")).toBeVisible();
  const today = screen.getByRole("region", { name: "Today" });
  expect(
    within(today)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "Services activated3usual 2",
    "Runs right first time86%usual 94%",
    "Time to active7.8\u00a0susual 8.1\u00a0s",
    expect.stringMatching(/^Charges and invoices1,312 charges due · 1 invoice duethe oldest /),
  ]);
  expect(within(today).getByRole("img", { name: "Services activated, 3 days: between 1 and 4, now 3" })).toBeVisible();
});

test("a run that failed says at which task, on its rail and in words", async () => {
  await renderPage(<HomePage />, { operations: { Home: home([]), HomeRuns: runs } });
  const row = await screen.findByRole("row", { name: /452/ });
  expect(row).toHaveTextContent("Failed at task 2");
  expect(within(row).getAllByRole("cell")[0]).toHaveTextContent(/^Mobile - 5 GB$/);
  expect(row).toHaveTextContent("Claire Fontaine (ID: 365)");
  expect(within(row).getByRole("img", { name: "1 of 3 tasks done" })).toBeVisible();
  expect(within(row).getByRole("link")).toHaveAttribute("href", "/r/acme/runs/run_452");
});

test("someone without a home of their own begins with what is theirs, and is not asked for its figures", async () => {
  const { sent, address } = await renderPage(<HomePage />, {
    role: "CUSTOMER_USER",
    operations: { Home: home([]), HomeRuns: runs },
  });
  await waitFor(() => expect(address()).toBe("/r/acme/customers"));
  expect(sent).toEqual([]);
});
