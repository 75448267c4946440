import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { resellerView } from "./reseller-fixtures.ts";
import { ResellerPage } from "./ResellerPage.tsx";

const offering = (name: string, more: object = {}) => ({
  __typename: "Offering",
  id: `ofr_${name}`,
  name,
  slug: name.toLowerCase(),
  kind: "PLAN",
  serviceType: "MOBILE",
  isEnabled: true,
  ...more,
});
const gold = offering("Gold");
const silver = offering("Silver", { isEnabled: false });
const extra = offering("Extra", { kind: "ADDON" });
const fibre = offering("Fibre", { serviceType: "INTERNET" });

const sells = (key: string, letNames: readonly string[] | null, offered: readonly object[], next = "") => ({
  __typename: "Reseller",
  id: `rsl_${key}`,
  version: 3,
  sellsAll: letNames === null,
  sellableOfferings: {
    __typename: "SellableOfferingConnection",
    nodes: (offered as (typeof gold)[]).map((each) => ({
      __typename: "SellableOffering",
      isLet: letNames?.includes(each.name) ?? true,
      offering: each,
    })),
    pageInfo: { __typename: "PageInfo", endCursor: next || null, hasNextPage: next !== "" },
    totalCount: { __typename: "TotalCount", value: 4, isEstimate: false },
  },
});

const change = (gained: readonly object[], lost: readonly object[], services = 0) => ({
  resellerSelling: {
    __typename: "ResellerSelling",
    reseller: { __typename: "Reseller", id: "rsl_acme-north" },
    catalog: {
      __typename: "CatalogChange",
      gainedCount: gained.length,
      gained,
      lostCount: lost.length,
      lost,
      services,
    },
    refusals: [],
  },
});

const show = (
  operations: Record<string, Answer>,
  key: "acme-north" | "acme" = "acme-north",
  more: RenderOptions = {},
) =>
  renderPage(<ResellerPage />, {
    at: `/r/acme/resellers/rsl_${key}?tab=sells`,
    route: "/r/$reseller/resellers/$node",
    role: "RESELLER_OWNER",
    operations: { ResellerPage: { reseller: resellerView(key) }, ...operations },
    ...more,
  });

test("U24: what a reseller may sell stands by kind of service, and what is not let says so", async () => {
  await show({ ResellerSells: { reseller: sells("acme-north", ["Gold"], [gold, silver, extra, fibre]) } });
  const panel = within(await screen.findByRole("region", { name: "What it may sell" }));
  expect(await panel.findByText("It may sell what is ticked here, and nothing else of those above it.")).toBeVisible();
  expect(panel.getAllByRole("listitem").map((each) => each.textContent)).toEqual([
    "Gold",
    "SilverNot let by those above",
    "ExtraNot let by those above",
    "FibreNot let by those above",
  ]);
  expect(panel.getAllByRole("heading", { level: 3 }).map((each) => each.textContent)).toEqual(["Mobile", "Internet"]);
});

test("U24: ticks are searched and counted over all pages, the effect is told before it is saved, and then it stands there", async () => {
  const { sent } = await show({
    ResellerSells: ({ after }) => ({
      reseller:
        after == null ? sells("acme-north", null, [gold, silver, extra], "next") : sells("acme-north", null, [fibre]),
    }),
    ResellerSellingPlan: ({ offeringIds }) =>
      offeringIds === null || (offeringIds as string[]).length === 4 ? change([], []) : change([], [gold], 5),
    LetResellerSell: {
      letResellerSell: {
        __typename: "ResellerPayload",
        reseller: sells("acme-north", ["Silver", "Extra", "Fibre"], [gold, silver, extra, fibre]),
        userErrors: [],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What AcmeNorth may sell" }));
  expect(await dialog.findByText("Nothing changes.")).toBeVisible();
  await userEvent.click(dialog.getByRole("radio", { name: /Only what is ticked/ }));
  expect(dialog.getByText("4 of 4 ticked")).toBeVisible();
  expect(dialog.getByRole("checkbox", { name: "Extra" })).toHaveAccessibleDescription("Add-on");
  expect(dialog.getByRole("checkbox", { name: "Silver" })).toHaveAccessibleDescription("Not sold at present");
  await userEvent.type(dialog.getByRole("searchbox", { name: "Search offerings" }), "gol");
  await waitFor(() => expect(dialog.getAllByRole("checkbox")).toHaveLength(1));
  await userEvent.click(dialog.getByRole("checkbox", { name: "Gold" }));
  expect(dialog.getByText("3 of 4 ticked")).toBeVisible();
  expect(await dialog.findByText("No longer sold: Gold")).toBeVisible();
  expect(dialog.getByText("5 services of what is no longer sold run on.")).toBeVisible();
  await waitFor(() => expect(dialog.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-disabled"));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.find(({ name }) => name === "LetResellerSell")?.variables).toEqual({
    input: { id: "rsl_acme-north", version: 3, offeringIds: ["ofr_Silver", "ofr_Extra", "ofr_Fibre"] },
  });
  expect(await screen.findByText("It may sell what is ticked here, and nothing else of those above it.")).toBeVisible();
});

test("U24: why it was refused is told in the dialog, which stays", async () => {
  await show({
    ResellerSells: { reseller: sells("acme-north", ["Gold"], [gold, silver]) },
    ResellerSellingPlan: change([gold], []),
    LetResellerSell: {
      letResellerSell: {
        __typename: "ResellerPayload",
        reseller: null,
        userErrors: [
          { __typename: "RuleError", code: "STALE", message: "Someone has changed this.", path: ["version"] },
        ],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What AcmeNorth may sell" }));
  expect(await dialog.findByText("Sold from now on: Gold")).toBeVisible();
  await waitFor(() => expect(dialog.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-disabled"));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("Someone has changed this.")).toBeVisible();
});

test("M14: what one's own reseller may sell is there to be read, with a lock and who says so", async () => {
  await show({ ResellerSells: { reseller: sells("acme", ["Gold"], [gold]) } }, "acme");
  const panel = within(await screen.findByRole("region", { name: "What it may sell" }));
  expect(
    await panel.findByText("You may sell this of those above you; what you made yourself comes besides."),
  ).toBeVisible();
  expect(panel.getByText("Managed by Nord")).toBeVisible();
  expect(panel.queryByRole("button")).toBeNull();
});

test("U24: where nothing is let the page says so", async () => {
  await show({ ResellerSells: { reseller: sells("acme", [], []) } }, "acme");
  expect(await screen.findByText("Nothing is let")).toBeVisible();
});

test("U24: what could not be read can be asked for again", async () => {
  const { sent } = await show({ ResellerSells: new Error("The network is down") });
  await userEvent.click(await screen.findByRole("button", { name: /again/i }));
  await waitFor(() => expect(sent.filter(({ name }) => name === "ResellerSells")).toHaveLength(2));
});
