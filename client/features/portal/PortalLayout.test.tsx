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
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { createCache } from "../../api/cache.ts";
import type { ViewerValue } from "../../api/viewer.tsx";
import { startI18n } from "../../i18n/i18n.ts";
import { viewerOf } from "../../testkit/render-page.tsx";
import { pageLoad } from "../../navigation/page-load.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { jane, named } from "./portal-fixtures.ts";
import { PortalLayout } from "./PortalLayout.tsx";

beforeAll(async () => startI18n("en"));
afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

async function open(change: Partial<ViewerValue> | null, at = "/portal") {
  const viewer = change === null ? null : { __typename: "Viewer", ...viewerOf("CUSTOMER_USER"), ...change };
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const done = (typename: string) => named(typename, { userErrors: [] });
  const answers: Record<string, object> = {
    Viewer: { viewer },
    StopActing: { stopActing: done("StopActingPayload") },
    StartActingAs: { startActingAs: { ...done("StartActingAsPayload"), onBehalfOf: null } },
  };
  const link = new ApolloLink(
    ({ operationName = "", variables }) =>
      new Observable((observer) => {
        sent.push({ name: operationName, variables });
        observer.next({ data: answers[operationName] ?? {} });
        observer.complete();
      }),
  );
  const root = createRootRoute();
  const portal = createRoute({ getParentRoute: () => root, path: "/portal", component: PortalLayout });
  const page = (path: string, title: string) =>
    createRoute({ getParentRoute: () => portal, path, component: () => <PageHeader title={title} /> });
  const rest = createRoute({ getParentRoute: () => root, path: "$", component: () => null });
  const router = createRouter({
    routeTree: root.addChildren([
      rest,
      portal.addChildren([page("/", "Home"), page("/services", "All services"), page("/lines", "All lines")]),
    ]),
    history: createMemoryHistory({ initialEntries: [at] }),
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

const menu = async () => screen.findByRole("navigation", { name: "Main" });
const entries = (nav: HTMLElement) => within(nav).getAllByRole("link");

test("VX15, B12: the portal's menu has what the reseller opened to the customer's people, and nothing else", async () => {
  await open(jane);
  expect(entries(await menu()).map(({ textContent }) => textContent)).toEqual([
    "Home",
    "Services",
    "Lines",
    "Billing",
    "Support",
    "Account",
  ]);
});

test("VX15, B12: what was not opened is absent from the portal's menu", async () => {
  await open({ ...jane, permissions: ["customer.view", "profile.update"] });
  expect(entries(await menu()).map(({ textContent }) => textContent)).toEqual(["Home", "Account"]);
});

test("the portal stands under the reseller's name, and the page one is on is marked", async () => {
  await open(jane, "/portal/services");
  expect(await screen.findByRole("link", { name: "Acme" })).toHaveAttribute("href", "/portal");
  const nav = await menu();
  expect(within(nav).getByRole("link", { name: "Services" })).toHaveAttribute("aria-current", "page");
  expect(within(nav).getByRole("link", { name: "Home" })).not.toHaveAttribute("aria-current");
});

test("the keyboard goes from page to page, and each says its name", async () => {
  const { address } = await open(jane);
  within(await menu())
    .getByRole("link", { name: "Lines" })
    .focus();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(address()).toBe("/portal/lines"));
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 1, name: "All lines" })).toHaveFocus());
});

test("staff have no portal of their own: they are led to their console", async () => {
  const { address } = await open({ customer: null });
  await vi.waitFor(() => expect(address()).toBe("/r/acme"));
});

test("who is not signed in is led to the door, and back from there", async () => {
  const { address } = await open(null, "/portal/services");
  await vi.waitFor(() => expect(address()).toBe("/sign-in?next=%2Fportal%2Fservices"));
});

const looking = {
  ...jane,
  user: { id: "usr_1", name: "Amy Agent", email: "agent@acme.test", role: "AGENT" as const, language: null },
  onBehalfOf: named("OnBehalfOf", {
    kind: "USER" as const,
    id: "usr_9",
    name: "Jane Doe",
    isReadOnly: true,
    until: "2026-11-21T12:29:30.000Z",
    hasEnded: false,
  }),
};
const banner = async () => screen.findByRole("complementary", { name: "In whose place you are" });

test("B19: while staff look at a person's portal, a banner says who as whom, that nothing can be changed, and for how long", async () => {
  await open(looking);
  expect(await banner()).toHaveTextContent("Amy Agent, you see what Jane Doe sees. Nothing can be changed.");
  expect(within(await banner()).getByRole("timer")).toHaveTextContent(/^29:[23]\d left$/);
});

test("B19: Esc Esc leaves, and leads back to where one came from", async () => {
  const load = vi.spyOn(pageLoad, "to").mockReturnValue();
  sessionStorage.setItem("tierline:acting-from", "/r/acme/customers/cus_789?tab=people");
  const { sent } = await open(looking);
  await banner();
  await userEvent.keyboard("{Escape}");
  expect(sent.some(({ name }) => name === "StopActing")).toBe(false);
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(load).toHaveBeenCalledWith("/r/acme/customers/cus_789?tab=people"));
  expect(sent.filter(({ name }) => name === "StopActing")).toHaveLength(1);
  expect(sessionStorage.getItem("tierline:acting-from")).toBeNull();
});

test("B19: whoever wants to act says why first", async () => {
  const load = vi.spyOn(pageLoad, "to").mockReturnValue();
  const { sent } = await open(looking);
  await userEvent.click(within(await banner()).getByRole("button", { name: "Act for a reason…" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Act in their place" }));
  expect(sent.some(({ name }) => name === "StartActingAs")).toBe(false);
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Reason" }), " asked on the phone ");
  await userEvent.click(within(dialog).getByRole("button", { name: "Act in their place" }));
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  expect(sent.filter(({ name }) => name !== "Viewer")).toEqual([
    { name: "StopActing", variables: {} },
    { name: "StartActingAs", variables: { input: { userId: "usr_9", mode: "ACT", reason: "asked on the phone" } } },
  ]);
});

test("B19: who acts is told that both names are recorded, and is offered nothing wider", async () => {
  await open({ ...looking, onBehalfOf: { ...looking.onBehalfOf, isReadOnly: false } });
  expect(await banner()).toHaveTextContent("Amy Agent, you act as Jane Doe. What you do is recorded with both names.");
  expect(screen.queryByRole("button", { name: "Act for a reason…" })).toBeNull();
});

test("B19: once it has ended the portal is gone, and there is a way back and one to begin anew", async () => {
  const load = vi.spyOn(pageLoad, "to").mockReturnValue();
  await open({ ...looking, customer: null, permissions: [], onBehalfOf: { ...looking.onBehalfOf, hasEnded: true } });
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
    "You are no longer in the place of Jane Doe",
  );
  expect(screen.queryByRole("navigation")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "View it again" }));
  await vi.waitFor(() => expect(load).toHaveBeenCalledWith("/portal"));
  await userEvent.click(screen.getByRole("button", { name: "Back to the console" }));
  await vi.waitFor(() => expect(load).toHaveBeenLastCalledWith("/"));
});
