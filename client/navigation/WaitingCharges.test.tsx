import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf } from "../testkit/render-page.tsx";
import { WaitingCharges } from "./WaitingCharges.tsx";

const row = (id: string, amount: string) => ({
  __typename: "WaitingCharge",
  id,
  buyer: "John Smith (ID: 123)",
  customerId: "cus_1",
  description: `Mobile ${id}`,
  periods: 5,
  periodFrom: "2027-03-21",
  periodTo: "2027-08-20",
  amount: { __typename: "Money", amount, currency: "GBP" },
});

const page = (nodes: object[]) => ({
  waitingCharges: {
    __typename: "WaitingChargeConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
});

const settled = { __typename: "SettleWaitingChargesPayload", settled: 2, userErrors: [] };
const viewer = viewerOf("RESELLER_OWNER");

test("rel-D8: all that waits is waived at once, for a reason, by as many periods as were seen", async () => {
  const { sent } = await renderPage(<WaitingCharges />, {
    viewer,
    operations: {
      WaitingCharges: page([row("rcg_1", "10.00"), row("rcg_2", "7.50")]),
      SettleWaitingCharges: { settleWaitingCharges: settled },
    },
  });
  expect(await screen.findByRole("row", { name: /Mobile rcg_1 John Smith.*21 Mar.*£10\.00/ })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Waive all" }));
  const dialog = await screen.findByRole("dialog", { name: "Waive all 2" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Our outage");
  await userEvent.click(within(dialog).getByRole("button", { name: "Waive £17.50" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("SettleWaitingCharges"));
  const [asked] = sent.filter(({ name }) => name === "SettleWaitingCharges");
  expect(asked!.variables).toMatchObject({
    input: {
      decision: "WAIVE",
      reason: "Our outage",
      charges: [
        { id: "rcg_1", periods: 5 },
        { id: "rcg_2", periods: 5 },
      ],
    },
  });
});

test("rel-D8: one is charged now; while nothing waits, nothing is there", async () => {
  const { sent } = await renderPage(<WaitingCharges customerId="cus_1" />, {
    viewer,
    operations: {
      WaitingCharges: page([row("rcg_1", "10.00")]),
      SettleWaitingCharges: { settleWaitingCharges: { ...settled, settled: 1 } },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Charge “Mobile rcg_1” now" }));
  await userEvent.click(await screen.findByRole("button", { name: "Charge £10.00" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("SettleWaitingCharges"));
  const [asked] = sent.filter(({ name }) => name === "SettleWaitingCharges");
  expect(asked!.variables).toMatchObject({ input: { decision: "CHARGE", reason: null } });
});
