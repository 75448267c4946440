import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { resellerList, resellerRow } from "./reseller-fixtures.ts";
import { ResellerListPage } from "./ResellerListPage.tsx";

const tree = [resellerRow("acme"), resellerRow("acme-north", "PENDING"), resellerRow("harbour", "SUSPENDED")];

const show = (options: RenderOptions = {}) =>
  renderPage(<ResellerListPage />, {
    at: "/r/acme/resellers",
    route: "/r/$reseller/resellers",
    role: "RESELLER_OWNER",
    operations: { ResellerList: resellerList(tree) },
    ...options,
  });

const cellsOf = (row: HTMLElement) => [
  within(row).getByRole("rowheader").textContent,
  ...within(row)
    .getAllByRole("cell")
    .map((cell) => cell.textContent),
];

test("X2: one's own reseller and all below it are a tree, each with its state and who stands above it", async () => {
  const { sent } = await show();
  const [, ...rows] = await screen.findAllByRole("row");
  expect(rows.map(cellsOf)).toEqual([
    ["Acme", "acme", "Active", "United Kingdom", "GBP", "Tierline Telecom › Nord"],
    ["AcmeNorth", "acme-north", "Not activated", "United Kingdom", "GBP", "Acme"],
    ["Harbour", "harbour", "Suspended", "United Kingdom", "GBP", "AcmeNorth"],
  ]);
  const indent = (name: string) => screen.getByRole("link", { name }).firstElementChild?.getAttribute("style");
  expect([indent("Acme"), indent("AcmeNorth"), indent("Harbour")]).toEqual([
    "padding-inline-start: 0px;",
    "padding-inline-start: 20px;",
    "padding-inline-start: 40px;",
  ]);
  expect(screen.getByRole("link", { name: "Harbour" })).toHaveAttribute("href", "/r/acme/resellers/rsl_harbour");
  expect(sent[0]?.variables).toMatchObject({ filter: { search: null }, orderBy: "TREE" });
});

test("search and states stand in the address, and what is found stands alone; nothing found is undone by one click", async () => {
  const { sent, address } = await show({
    at: "/r/acme/resellers?search=har&state=SUSPENDED",
    operations: {
      ResellerList: ({ filter }) =>
        (filter as { search: string | null }).search === "har"
          ? resellerList([resellerRow("harbour", "SUSPENDED")])
          : resellerList([]),
    },
  });
  const link = await screen.findByRole("link", { name: "Harbour" });
  expect(link.firstElementChild).toHaveStyle({ paddingInlineStart: "0px" });
  expect(sent[0]?.variables["filter"]).toEqual({ search: "har", state: ["SUSPENDED"] });
  await userEvent.click(screen.getByRole("button", { name: "Closed" }));
  expect(address()).toBe("/r/acme/resellers?search=har&state=SUSPENDED%2CCLOSED");
  await userEvent.clear(screen.getByRole("searchbox", { name: "Search resellers" }));
  await userEvent.click(await screen.findByRole("button", { name: "Show all" }));
  await waitFor(() => expect(address()).toBe("/r/acme/resellers"));
});

test("a new reseller is a key away for who may create one; who may not reads why", async () => {
  const { address } = await show();
  await screen.findByRole("link", { name: "AcmeNorth" });
  await userEvent.keyboard("n");
  await waitFor(() => expect(address()).toBe("/r/acme/resellers/new"));
  const agent = await show({ role: "AGENT" });
  const button = (await screen.findAllByRole("button", { name: /^New reseller/ })).at(-1)!;
  expect(button).toHaveAccessibleDescription(/You need the permission “Create resellers”/);
  await userEvent.click(button);
  expect(agent.address()).toBe("/r/acme/resellers");
});
