import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { BillingReportDialog } from "./BillingReportDialog.tsx";

const answer = (userErrors: object[]) => ({
  createBillingReport: {
    __typename: "CreateBillingReportPayload",
    billingReport: { __typename: "BillingReport", id: "brp_1", state: "IN_PROGRESS" },
    userErrors,
  },
});

test("CX10: what is wrong with the days stands on them; a report that was begun closes the dialog", async () => {
  const open = { __typename: "RuleError", code: "INVALID", message: "Not over yet", path: ["to"] };
  const answers = [answer([open]), answer([])];
  const [onClose, onBegun] = [vi.fn(), vi.fn()];
  const { sent } = await renderPage(<BillingReportDialog onClose={onClose} onBegun={onBegun} />, {
    role: "RESELLER_OWNER",
    operations: { CreateBillingReport: () => answers.shift() },
  });
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Make the report" }));
  expect(await dialog.findByText("Not over yet")).toBeVisible();
  expect(onBegun).not.toHaveBeenCalled();
  await userEvent.click(dialog.getByRole("combobox", { name: "Summed up by" }));
  await userEvent.click(await screen.findByRole("option", { name: "Customer" }));
  await userEvent.click(dialog.getByRole("button", { name: "Make the report" }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onBegun).toHaveBeenCalledOnce();
  expect(sent.at(-1)?.variables["input"]).toMatchObject({
    type: "CUSTOMER",
    category: "RECONCILIATION",
    internal: false,
  });
});
