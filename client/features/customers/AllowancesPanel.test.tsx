import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf, type Answer } from "../../testkit/render-page.tsx";
import { AllowancesPanel } from "./AllowancesPanel.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "BRL" });

const offered = (id: string, name: string, more: object = {}) => ({
  __typename: "Allowance",
  id,
  name,
  minutes: 100,
  prefixes: [],
  isOffered: true,
  firstCycle: {
    __typename: "AllowanceShare",
    endsOn: "2026-12-15",
    days: 24,
    ofDays: 30,
    seconds: 4_800,
    fee: money("39.92"),
  },
  ...more,
});

const held = (slot: string, more: object = {}) => ({
  __typename: "HeldAllowance",
  slot,
  drawsFromLocal: false,
  allowanceId: "alw_1",
  serviceId: null,
  serviceName: null,
  name: "Hundred",
  minutes: 100,
  prefixes: [],
  fee: money("49.90"),
  count: {
    __typename: "AllowanceCount",
    startsOn: "2026-11-15",
    endsOn: "2026-12-15",
    grantedSeconds: 6_000,
    rolledSeconds: 0,
    usedSeconds: 2_436,
    leftSeconds: 3_564,
  },
  ...more,
});

const customer = (mode: string, has: object[] | null) => ({
  customer: {
    __typename: "Customer",
    id: "cus_1",
    billingAccount: { __typename: "BillingAccount", id: "bac_1", mode, cycleDay: 15 },
    allowances:
      has === null
        ? null
        : { __typename: "CustomerAllowances", cycleDay: 15, isUsableAtZero: null, held: has, ofLines: [] },
  },
});

const place = { at: "/r/acme/customers/cus_1", route: "/r/$reseller/customers/$customer" };
const owner = viewerOf("RESELLER_OWNER");
const offers = {
  allowances: [
    offered("alw_1", "Hundred"),
    offered("alw_2", "Britain", { prefixes: ["44"] }),
    offered("alw_3", "Old", { isOffered: false }),
  ],
};
const fixedLocal = "Fixed, local";

test("B9: who pays before sees nothing of included minutes, who pays by them does, and who has some all the same", async () => {
  const render = (answer: object) =>
    renderPage(<AllowancesPanel customerId="cus_1" />, {
      ...place,
      viewer: owner,
      operations: { CustomerAllowances: answer as Answer },
    });
  const { sent } = await render(customer("PREPAID", null));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("CustomerAllowances"));
  expect(screen.queryByRole("heading", { name: "Included minutes" })).not.toBeInTheDocument();
  await render(customer("ALLOWANCE", null));
  expect(await screen.findByText("No minutes are included.")).toBeVisible();
  await render(customer("PREPAID", [held("FIXED_LOCAL")]));
  const row = await screen.findByRole("row", { name: /Fixed, local/ });
  for (const text of ["Hundred", "59.4 min", "40.6 min", "100 min"]) expect(row).toHaveTextContent(text);
});

test("B10, B11: six scopes, each with at most one; drawing on local minutes wants some of the same kind, closes the slot's own, and is sent so", async () => {
  const assigned = {
    __typename: "AssignAllowancesPayload",
    ...customer("ALLOWANCE", [held("FIXED_LOCAL")]),
    userErrors: [],
  };
  const { sent } = await renderPage(<AllowancesPanel customerId="cus_1" />, {
    ...place,
    viewer: owner,
    operations: {
      CustomerAllowances: customer("ALLOWANCE", null),
      OfferedAllowances: offers,
      AssignAllowances: { assignAllowances: assigned },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change included minutes" }));
  const dialog = within(await screen.findByRole("dialog"));
  const boxes = dialog.getAllByRole("checkbox");
  expect(boxes.map((box) => box.hasAttribute("disabled"))).toEqual([true, true]);
  expect(dialog.getByRole("region", { name: "Until the first whole cycle" })).toHaveTextContent(
    "Nothing new is added.",
  );
  await userEvent.click(dialog.getByRole("combobox", { name: fixedLocal }));
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Hundred"]);
  await userEvent.click(screen.getByRole("option", { name: "Hundred" }));
  expect(dialog.getByRole("region", { name: "Until the first whole cycle" })).toHaveTextContent(
    "Hundred: 80 minutes for R$39.92 (24 of 30 days), whole from 15 Dec 2026",
  );
  await userEvent.click(dialog.getByRole("checkbox", { name: "Draws on “Fixed, local”" }));
  expect(dialog.getByRole("combobox", { name: "Fixed, long distance" })).toBeDisabled();
  expect(dialog.getByRole("checkbox", { name: "Draws on “Mobile, local”" })).toBeDisabled();
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const { variables } = sent.find(({ name }) => name === "AssignAllowances")!;
  expect(variables["input"]).toMatchObject({
    customerId: "cus_1",
    cycleDay: 15,
    isUsableAtZero: null,
    slots: [
      { slot: "FIXED_LOCAL", allowanceId: "alw_1" },
      { slot: "FIXED_LONG_DISTANCE", drawsFromLocal: true },
    ],
  });
});
