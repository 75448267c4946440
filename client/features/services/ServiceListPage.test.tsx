import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { lastPage, serviceRow, total } from "./service-fixtures.ts";
import { ServiceListPage } from "./ServiceListPage.tsx";

const counts = [
  ["ALL", 44],
  ["ACTIVE", 32],
  ["INACTIVE", 10],
  ["SUSPENDED", 2],
] as const;

function list(nodes: readonly object[]) {
  return {
    services: {
      __typename: "ServiceConnection",
      nodes,
      pageInfo: lastPage,
      totalCount: total(nodes.length),
      tabCounts: counts.map(([tab, count]) => ({ __typename: "ServiceStateCount", tab, count })),
    },
  };
}

const texts = (elements: readonly HTMLElement[]): string[] => elements.map(({ textContent }) => textContent ?? "");

test("OX6: tabs with the server's counts, the active ones first, and the columns in their order", async () => {
  const { sent } = await renderPage(<ServiceListPage />, { operations: { ServiceList: list([serviceRow]) } });
  const row = await screen.findByRole("row", { name: /Mobile - \+44 7700 900123/ });
  expect(texts(screen.getAllByRole("tab"))).toEqual(["All 44", "Active 32", "Inactive 10", "Suspended 2"]);
  expect(screen.getByRole("tab", { selected: true })).toHaveTextContent("Active 32");
  expect(sent[0]?.variables).toEqual({ search: null, filter: { tab: "ACTIVE" }, first: 50 });
  expect(texts(screen.getAllByRole("columnheader"))).toEqual([
    "ID",
    "Service",
    "Customer",
    "Type",
    "Status",
    "Start",
    "End",
    "Monthly",
    "Actions",
  ]);
  expect(texts(within(row).getAllByRole("cell"))).toEqual([
    "789",
    "John Smith (ID: 123)",
    "Mobile",
    "Active",
    "21 Nov 2026",
    "21 Dec 2026",
    "£8.00",
    "",
  ]);
});

test("OX6: several types at once, the tab and the search are the server's to answer and stand in the address", async () => {
  const { sent, address } = await renderPage(<ServiceListPage />, {
    at: "/r/acme?search=0770",
    operations: { ServiceList: list([serviceRow]) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Mobile" }));
  await userEvent.click(await screen.findByRole("button", { name: "VoIP" }));
  await userEvent.click(screen.getByRole("tab", { name: /Suspended/ }));
  await waitFor(() =>
    expect(sent.at(-1)?.variables).toEqual({
      search: "0770",
      filter: { tab: "SUSPENDED", serviceType: ["MOBILE", "VOIP"] },
      first: 50,
    }),
  );
  expect(new URLSearchParams(address().split("?")[1])).toEqual(
    new URLSearchParams({ search: "0770", type: "MOBILE,VOIP", tab: "SUSPENDED" }),
  );
});

test("OX6: a tab without a hit says how many there are in all states", async () => {
  const { address } = await renderPage(<ServiceListPage />, {
    at: "/r/acme?search=0770&tab=SUSPENDED",
    operations: { ServiceList: list([]) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Show 44 in all states" }));
  await waitFor(() => expect(address()).toBe("/r/acme?search=0770&tab=ALL"));
});

test("OX6: actions of a row", async () => {
  await renderPage(<ServiceListPage />, { operations: { ServiceList: list([serviceRow]) } });
  await userEvent.click(await screen.findByRole("button", { name: "Actions for Mobile - +44 7700 900123" }));
  expect(texts(await screen.findAllByRole("menuitem"))).toEqual(["Open", "Add-ons", "Customer", "Copy ID"]);
  expect(screen.getByRole("menuitem", { name: "Add-ons" })).toHaveAttribute(
    "href",
    "/r/acme/assign?customer=cus_123&service=svc_789&kind=ADDON",
  );
});
