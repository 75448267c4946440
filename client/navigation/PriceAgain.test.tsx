import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Role } from "@tierline/shared/permission.ts";
import { expect, test } from "vitest";
import { renderPage, type Answer } from "../testkit/render-page.tsx";
import { CallList } from "./CallList.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const sum = (before: string, after: string, difference: string) => ({
  __typename: "RerateSum",
  before: money(before),
  after: money(after),
  difference: money(difference),
});
const buyer = (id: string, name: string, price: object) => ({
  __typename: "ReratedBuyer",
  id,
  name,
  changed: 1,
  price,
});
const rerating = (more: object = {}) => ({
  __typename: "Rerating",
  calls: 1_000,
  changed: 1,
  withoutPrice: 0,
  leftToSeller: 0,
  price: sum("0.156", "0.195", "0.039"),
  cost: sum("0.121", "0.121", "0.00"),
  buyers: [buyer("cus_1", "John Smith", sum("0.144", "0.18", "0.036"))],
  fingerprint: "first",
  endCursor: null,
  ...more,
});
const noCalls = {
  calls: {
    __typename: "CallConnection",
    nodes: [],
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totals: {
      __typename: "CallTotals",
      count: 0,
      answered: 0,
      seconds: 0,
      freeSeconds: 0,
      billedSeconds: 0,
      price: money("0.00"),
      cost: null,
      margin: null,
    },
  },
};
const done = (more: object = {}) => ({
  rerateCalls: { __typename: "RerateCallsPayload", rerating: rerating(), userErrors: [], ...more },
});
const stale = { __typename: "UserError", code: "STALE", message: "Something else by now.", path: ["fingerprint"] };
const inputOf = (variables: Record<string, unknown>) => variables["input"] as Record<string, unknown>;

async function opened(operations: Record<string, Answer>, search = "", role: Role = "RESELLER_OWNER") {
  const page = await renderPage(<CallList />, {
    at: `/r/acme/calls?from=2026-11-20&to=2026-11-21${search}`,
    route: "/r/$reseller/calls",
    role,
    operations: { CallList: noCalls, ...operations },
  });
  const person = userEvent.setup();
  const open = await screen.findByRole("button", { name: "Price again…" });
  const asked = (name: string) =>
    page.sent.filter((each) => each.name === name).map(({ variables }) => inputOf(variables));
  return { ...page, person, open, asked };
}

test("U13: the calls of the list are priced again as was seen: by buyer, with what is left out and why", async () => {
  const seen = rerating({ calls: 12, withoutPrice: 1, leftToSeller: 2 });
  const { person, open, asked } = await opened(
    { PlanRerating: { planRerating: seen }, RerateCalls: done() },
    "&direction=OUT&number=1212",
  );
  await person.click(open);
  const dialog = within(await screen.findByRole("dialog", { name: "Price calls again" }));
  expect(dialog.getByText(/made · a number that begins with 1212/)).toBeVisible();
  await person.click(dialog.getByRole("button", { name: "See what it would change" }));
  const region = await dialog.findByRole("region", { name: "What it would change" });
  const plan = within(region);
  expect(region).toHaveTextContent("£0.156 → £0.195 (£0.039)");
  expect(plan.getByText(/One call stays as it is: it would have no price/)).toBeVisible();
  expect(plan.getByText(/2 calls stay as they are: what you pay for them/)).toBeVisible();
  const row = within(plan.getByRole("table", { name: "For whom it changes" })).getAllByRole("row")[1];
  expect(row).toHaveTextContent("John Smith1£0.144£0.180");
  const range = {
    from: "2026-11-20T00:00:00.000Z",
    until: "2026-11-22T00:00:00.000Z",
    direction: "OUT",
    number: "1212",
    after: null,
  };
  expect(asked("PlanRerating")).toEqual([range]);
  await person.type(dialog.getByLabelText(/Reason/), "The deck was wrong");
  await person.click(dialog.getByRole("button", { name: "Price again" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("RerateCalls")).toEqual([
    { ...range, fingerprint: "first", reason: "The deck was wrong", idempotencyKey: expect.any(String) as string },
  ]);
});

test("more than a thousand calls are one plan in parts; a part that changed is shown anew, and what was applied stays applied", async () => {
  const second = rerating({
    calls: 500,
    fingerprint: "second",
    buyers: [
      buyer("cus_1", "John Smith", sum("0.10", "0.20", "0.10")),
      buyer("cus_2", "Jane Doe", sum("0.10", "0.05", "-0.05")),
    ],
  });
  let answers = 0;
  const { person, open, asked } = await opened({
    PlanRerating: (variables) => ({
      planRerating: inputOf(variables)["after"] === null ? rerating({ endCursor: "cal_9" }) : second,
    }),
    RerateCalls: () => {
      answers += 1;
      if (answers !== 2) return done();
      return done({
        rerating: { ...second, fingerprint: "third", price: sum("0.156", "0.256", "0.10") },
        userErrors: [stale],
      });
    },
  });
  await person.click(open);
  const dialog = within(await screen.findByRole("dialog"));
  await person.click(dialog.getByRole("button", { name: "See what it would change" }));
  const region = await dialog.findByRole("region", { name: "What it would change" });
  const plan = within(region);
  expect(plan.getByText("1,500")).toBeVisible();
  const rows = within(plan.getByRole("table")).getAllByRole("row");
  expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("Jane Doe1£0.10"),
    expect.stringContaining("John Smith2£0.244£0.380"),
  ]);
  await person.type(dialog.getByLabelText(/Reason/), "Wrong");
  await person.click(dialog.getByRole("button", { name: "Price again" }));
  expect(await dialog.findByText("Something else by now.")).toBeVisible();
  expect(region).toHaveTextContent("£0.312 → £0.451");
  await person.click(dialog.getByRole("button", { name: "Price again" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("RerateCalls").map(({ after, fingerprint }) => [after, fingerprint])).toEqual([
    [null, "first"],
    ["cal_9", "second"],
    ["cal_9", "third"],
  ]);
});

test("of more than twenty thousand calls nothing is applied, and it is said how to ask for fewer", async () => {
  const { person, open, asked } = await opened({ PlanRerating: { planRerating: rerating({ endCursor: "cal_9" }) } });
  await person.click(open);
  const dialog = within(await screen.findByRole("dialog"));
  await person.click(dialog.getByRole("button", { name: "See what it would change" }));
  expect(await dialog.findByText("More than 20,000 calls")).toBeVisible();
  expect(dialog.getByRole("button", { name: "Price again" })).toHaveAccessibleDescription(/Choose a shorter time/);
  expect(asked("PlanRerating")).toHaveLength(20);
});

test("who may not record calls, and what was not answered, has a button that says why", async () => {
  const { open, unmount } = await opened({}, "", "AGENT");
  expect(open).toHaveAccessibleDescription(/./);
  expect(open).toHaveAttribute("aria-disabled", "true");
  unmount();
  const { open: other } = await opened({}, "&state=BUSY");
  expect(other).toHaveAccessibleDescription("Only answered calls have a price: show those, or all.");
});
