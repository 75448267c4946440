import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Role } from "@tierline/shared/permission.ts";
import { Suspense } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createCache } from "../../api/cache.ts";
import { startI18n } from "../../i18n/i18n.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { viewerOf } from "../../testkit/render-page.tsx";
import { ConsoleLayout } from "./ConsoleLayout.tsx";
import { localEntries } from "./palette-entries.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { PageFailed } from "./PageFailed.tsx";

beforeAll(async () => startI18n("en"));
beforeEach(() => {
  localStorage.clear();
  document.title = "";
});

interface Scene {
  readonly at?: string;
  readonly role?: Role | null;
  readonly lab?: boolean;
  readonly connectors?: readonly { key: string; health: string }[];
  readonly failedRuns?: number;
  /** What the next question after the viewer is answered with. */
  readonly isOfCustomer?: boolean;
  readonly withheld?: { state: "PENDING" | "SUSPENDED"; key: "acme" | "nord"; rights?: readonly string[] };
}

async function open({
  at = "/r/acme/customers",
  role = "AGENT",
  lab = true,
  connectors = [],
  failedRuns = 0,
  withheld,
  isOfCustomer = false,
}: Scene) {
  const whole = role === null ? null : { __typename: "Viewer", ...viewerOf(role), lab };
  const customer = { __typename: "Customer", id: "cus_789", label: "Johnson (ID: 789)" };
  const own = whole === null || !isOfCustomer ? whole : { ...whole, customer };
  const viewer = own === null || withheld === undefined ? own : heldBack(own, withheld);
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const answers: Record<string, object> = {
    Viewer: { viewer },
    ActivateOwnReseller: {
      activateReseller: {
        __typename: "ResellerPayload",
        reseller: { __typename: "Reseller", id: "rsl_acme", state: "ACTIVE" },
        userErrors: [],
      },
    },
    ShellStatus: {
      homeSummary: { __typename: "HomeSummary", failedRuns, runningRuns: 0 },
      connectors: connectors.map(({ key, health }) => ({
        __typename: "Connector",
        id: `con_${key}`,
        key,
        title: key,
        health,
        mode: "LAB",
      })),
    },
  };
  const link = new ApolloLink(
    ({ operationName, variables, getContext }) =>
      new Observable((observer) => {
        sent.push({ name: operationName ?? "", variables });
        // Of a console there is nothing for a customer's person, only where they are.
        if (isOfCustomer && !isPlaceless(getContext())) {
          observer.next({ errors: [{ message: "Not found.", extensions: { code: "NOT_FOUND" } }] });
          return observer.complete();
        }
        if (operationName === "ActivateOwnReseller") answers["Viewer"] = { viewer: whole };
        const data = answers[operationName ?? ""];
        if (data === undefined) return; // a subscription to which nothing happens
        observer.next({ data });
        observer.complete();
      }),
  );
  const root = createRootRoute();
  const tier = createRoute({ getParentRoute: () => root, path: "/r/$reseller", component: ConsoleLayout });
  const page = (path: string, title: string) =>
    createRoute({ getParentRoute: () => tier, path, component: () => <PageHeader title={title} /> });
  const door = createRoute({ getParentRoute: () => root, path: "/sign-in", component: () => <h1>The door</h1> });
  const broken = createRoute({ getParentRoute: () => tier, path: "/broken", component: Broken });
  const router = createRouter({
    routeTree: root.addChildren([
      door,
      tier.addChildren([
        page("/", "Home"),
        page("/customers", "Customers"),
        page("/onboarding/$id/$step", "Steps"),
        page("/runs", "Runs"),
        broken,
      ]),
    ]),
    history: createMemoryHistory({ initialEntries: [at] }),
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageFailed,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  });
  render(
    <MantineProvider env="test">
      <ApolloProvider client={new ApolloClient({ link, cache: createCache() })}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
      </ApolloProvider>
    </MantineProvider>,
  );
  return { address: () => router.history.location.href, sent };
}

function isPlaceless(context: Record<string, unknown>): boolean {
  return context["isPlaceless"] === true;
}

function heldBack(viewer: object, { state, key, rights = [] }: NonNullable<Scene["withheld"]>) {
  const name = key === "acme" ? "Acme" : "Nord";
  const reseller = { __typename: "TierNode", id: `rsl_${key}`, key, name, isCurrent: key === "acme" };
  return { ...viewer, permissions: rights, withheldBy: { __typename: "WithheldBy", state, reseller } };
}

function Broken(): never {
  throw new Error("No such field");
}

const navigation = async () => within(await screen.findByRole("navigation", { name: "Main" }));
const entries = async (): Promise<string[]> =>
  (await navigation()).getAllByRole("link").map((each) => each.textContent ?? "");

test("an address of the console leads a customer's person to their portal", async () => {
  const { address } = await open({ role: "CUSTOMER_USER", isOfCustomer: true });
  await vi.waitFor(() => expect(address()).toBe("/portal"));
});

test("the window is named after the page, and a new page's heading has the focus", async () => {
  await open({});
  expect(await screen.findByRole("heading", { name: "Customers", level: 1 })).not.toHaveFocus();
  await vi.waitFor(() => expect(document.title).toBe("Customers · Tierline"));
  await userEvent.click((await navigation()).getByRole("link", { name: "Runs" }));
  await vi.waitFor(() => expect(screen.getByRole("heading", { name: "Runs", level: 1 })).toHaveFocus());
  expect(document.title).toBe("Runs · Tierline");
  expect((await navigation()).getByRole("link", { current: "page" })).toHaveTextContent("Runs");
});

test("a heading that takes the place of the one before it, which stayed until the page had come, has the focus too", async () => {
  await open({});
  await screen.findByRole("heading", { name: "Customers" });
  await userEvent.click((await navigation()).getByRole("link", { name: "Runs" }));
  const before = await screen.findByRole("heading", { name: "Runs" });
  await vi.waitFor(() => expect(before).toHaveFocus());
  const after = document.createElement("h1");
  after.tabIndex = -1;
  before.replaceWith(after);
  await vi.waitFor(() => expect(after).toHaveFocus());
});

test("a page that writes its progress into the window's name keeps it there", async () => {
  await open({ at: "/r/acme/runs" });
  const heading = await screen.findByRole("heading", { name: "Runs" });
  await vi.waitFor(() => expect(document.title).toBe("Runs · Tierline"));
  heading.dataset["windowTitle"] = "3 of 6, Run 456";
  await vi.waitFor(() => expect(document.title).toBe("3 of 6, Run 456 · Tierline"));
  heading.after("Task 4 has begun");
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.title).toBe("3 of 6, Run 456 · Tierline");
});

test("the first thing the keyboard meets leads past the menus", async () => {
  await open({});
  await screen.findByRole("heading", { name: "Customers" });
  await userEvent.tab();
  expect(screen.getByRole("link", { name: "Skip to the content" })).toHaveFocus();
});

test("another tier's address and one that never was answer alike", async () => {
  await open({ at: "/r/beta/customers" });
  expect(await screen.findByRole("heading", { name: "Not found", level: 1 })).toBeInTheDocument();
  expect(screen.queryByRole("navigation", { name: "Main" })).not.toBeInTheDocument();
});

test("whoever is not signed in is sent to the door and will come back here", async () => {
  const page = await open({ at: "/r/acme/runs?state=FAILED", role: null });
  await screen.findByRole("heading", { name: "The door" });
  expect(page.address()).toBe("/sign-in?next=%2Fr%2Facme%2Fruns%3Fstate%3DFAILED");
});

test("the menu shows what exists and what one may see", async () => {
  await open({ role: "OPERATOR", at: "/r/acme" });
  expect(await entries()).toEqual([
    "Home",
    "Customers",
    "Onboarding",
    "Services",
    "Catalog",
    "Calls",
    "Live calls",
    "Rates",
    "Payments",
    "Reports",
    "Inventory",
    "Numbers",
    "Runs",
    "Imports",
    "Problems",
    "Resellers",
    "Brand",
    "People",
    "Roles",
    "Presets",
    "Screening",
    "Audit trail",
    "Playbooks",
    "Connectors",
    "Call-in regions",
    "Developers",
    "Lab",
  ]);
});

test("V2: rates and packages, clients, branding and access, and reports are one step away, and the palette finds each", async () => {
  await open({ role: "RESELLER_OWNER", at: "/r/acme" });
  const areas = ["Rates", "Catalog", "Customers", "Brand", "People", "Roles", "Reports"];
  expect(await entries()).toEqual(expect.arrayContaining(areas));
  const { permissions } = viewerOf("RESELLER_OWNER");
  const words = { page: (key: string) => key, action: (key: string) => key };
  const found = (text: string) => localEntries(text, "acme", permissions, words).map(({ href }) => href);
  for (const [word, href] of [
    ["rates", "/r/acme/rates"],
    ["catalog", "/r/acme/catalog"],
    ["customers", "/r/acme/customers"],
    ["brand", "/r/acme/brand"],
    ["people", "/r/acme/people"],
    ["reports", "/r/acme/reports"],
  ] as const)
    expect(found(word)).toContain(href);
  expect(localEntries("rates", "acme", ["reseller.view", "reseller.activate"], words)).toEqual([]); // before it is activated
});

test("an agent has no playbooks; where no lab runs, none is shown", async () => {
  await open({ lab: false });
  expect(await entries()).toEqual([
    "Home",
    "Customers",
    "Onboarding",
    "Services",
    "Catalog",
    "Calls",
    "Live calls",
    "Rates",
    "Inventory",
    "Numbers",
    "Runs",
    "Problems",
    "Resellers",
    "People",
    "Roles",
    "Screening",
    "Audit trail",
    "Connectors",
  ]);
  expect(screen.queryByText(/Lab network/)).not.toBeInTheDocument();
});

test("onboarding has a place in the menu, lit on each of its steps, and none for who takes nobody on", async () => {
  await open({ at: "/r/acme/onboarding/onb_1/gateway" });
  const link = (await navigation()).getByRole("link", { name: "Onboarding" });
  expect(link).toHaveAttribute("href", "/r/acme/onboarding");
  expect(link).toHaveAttribute("aria-current", "page");
  expect((await navigation()).getByRole("link", { name: "Customers" })).not.toHaveAttribute("aria-current");
  cleanup();
  await open({ role: "MEMBER" });
  expect((await navigation()).queryByRole("link", { name: "Onboarding" })).toBeNull();
});

test("the last line says which connector does not answer, and that the network is a lab", async () => {
  await open({
    connectors: [
      { key: "Charging", health: "FAILED" },
      { key: "SIP", health: "DEGRADED" },
    ],
    failedRuns: 2,
  });
  expect(await screen.findByText("Charging not answering")).toBeInTheDocument();
  expect(screen.getByText("Lab network: nothing real is touched")).toBeInTheDocument();
  expect((await navigation()).getByRole("link", { name: /Runs/ })).toHaveTextContent("2 failed");
});

test("two keys lead to a page from anywhere", async () => {
  const page = await open({ at: "/r/acme" });
  await screen.findByRole("heading", { name: "Home" });
  await userEvent.keyboard("gr");
  await screen.findByRole("heading", { name: "Runs" });
  expect(page.address()).toBe("/r/acme/runs");
});

test("a page that breaks says so; the menus around it go on", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await open({ at: "/r/acme/broken" });
  expect(await screen.findByRole("alert")).toHaveTextContent("No such field");
  await userEvent.click((await navigation()).getByRole("link", { name: "Runs" }));
  expect(await screen.findByRole("heading", { name: "Runs" })).toBeInTheDocument();
  vi.restoreAllMocks();
});

test("V1: until a reseller is activated its owner sees one calm page with one button, and then the console", async () => {
  const { sent } = await open({
    role: "RESELLER_OWNER",
    withheld: { state: "PENDING", key: "acme", rights: ["reseller.view", "reseller.activate", "profile.update"] },
  });
  expect(await screen.findByRole("heading", { level: 1, name: "Acme is not activated yet" })).toBeVisible();
  expect(screen.queryByRole("navigation", { name: "Main" })).toBeNull();
  expect(screen.queryByRole("heading", { name: "Customers" })).toBeNull();
  expect(screen.getAllByRole("button").map((each) => each.textContent)).toEqual(["Your accountAA", "Activate"]);
  await userEvent.click(screen.getByRole("button", { name: "Activate" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  expect(sent.find(({ name }) => name === "ActivateOwnReseller")?.variables).toEqual({ input: { id: "rsl_acme" } });
  expect(await entries()).toContain("Resellers");
});

test("V1: who may not activate it, and who works below one that is not activated, is told who does", async () => {
  await open({ withheld: { state: "PENDING", key: "acme", rights: ["reseller.view"] } });
  expect(await screen.findByText("Its owner activates it; then you can work.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Activate" })).toBeNull();
  await open({ withheld: { state: "PENDING", key: "nord", rights: ["reseller.view", "reseller.activate"] } });
  expect(await screen.findByRole("heading", { level: 1, name: "Nord is not activated yet" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Activate" })).toBeNull();
});

test("CX11: while one's reseller or one above it is suspended, each page says so and what is left", async () => {
  await open({ withheld: { state: "SUSPENDED", key: "acme", rights: ["customer.view"] } });
  expect(await screen.findByText(/^Acme is suspended. You can look at everything and end services/)).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await open({ withheld: { state: "SUSPENDED", key: "nord", rights: ["run.view"] }, at: "/r/acme/runs" });
  expect(await screen.findByText(/^Nord, which stands above you, is suspended/)).toBeVisible();
});
