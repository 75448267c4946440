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
import { beforeAll, expect, test, vi } from "vitest";
import { createCache } from "../../api/cache.ts";
import type { ViewerValue } from "../../api/viewer.tsx";
import { startI18n } from "../../i18n/i18n.ts";
import { viewerOf } from "../../testkit/render-page.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PortalLayout } from "./PortalLayout.tsx";

beforeAll(async () => startI18n("en"));

const jane: Partial<ViewerValue> = {
  user: { id: "usr_9", name: "Jane Doe", email: "jane@johnson.test", role: "CUSTOMER_USER", language: null },
  customer: { __typename: "Customer", id: "cus_789", label: "Johnson (ID: 789)" },
};

async function open(change: Partial<ViewerValue> | null, at = "/portal") {
  const viewer = change === null ? null : { __typename: "Viewer", ...viewerOf("CUSTOMER_USER"), ...change };
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next({ data: { viewer } });
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
  return { address: () => router.history.location.href };
}

const menu = async () => screen.findByRole("navigation", { name: "Main" });
const entries = (nav: HTMLElement) => within(nav).getAllByRole("link");

test("VX15, B12: the portal's menu has what the reseller opened to the customer's people, and nothing else", async () => {
  await open(jane);
  expect(entries(await menu()).map(({ textContent }) => textContent)).toEqual(["Home", "Services", "Lines", "Account"]);
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
