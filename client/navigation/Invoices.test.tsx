import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf } from "../testkit/render-page.tsx";
import { Invoices, ResellerInvoices } from "./Invoices.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

const row = {
  __typename: "Invoice",
  id: "inv_1",
  number: 7,
  issuedOn: "2026-12-01",
  dueOn: "2026-12-15",
  periodFrom: "2026-11-21",
  periodTo: "2026-11-30",
  charges: money("7.01"),
  newBalance: money("-7.01"),
  pdfPath: "/invoices/inv_1.pdf",
};

const account = (nodes: object[]) => ({
  customer: {
    __typename: "Customer",
    id: "cus_1",
    billingAccount: {
      __typename: "BillingAccount",
      id: "bac_1",
      currency: "GBP",
      taxExemption: null,
      upcomingCharges: {
        __typename: "UpcomingCharges",
        tomorrow: money("2.00"),
        nextThreeDays: money("5.50"),
        nextSevenDays: money("10.50"),
      },
      invoices: {
        __typename: "InvoiceConnection",
        nodes,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    },
  },
});

const line = (more: object) => ({
  __typename: "InvoiceLine",
  periodFrom: null,
  periodTo: null,
  calls: null,
  charge: null,
  taxes: [{ __typename: "LineTax", name: "VAT", percent: "20", isIncluded: false, part: money("0.80") }],
  ...more,
});

const opened = {
  ...row,
  timeZone: "Europe/London",
  buyerName: "Johnson Enterprises",
  creditable: money("4.00"),
  creditNotes: [],
  previousBalance: money("0.00"),
  payments: money("0.00"),
  tax: money("1.40"),
  taxNote: null,
  taxes: [
    {
      __typename: "InvoiceTax",
      name: "VAT",
      percent: "20",
      isIncluded: false,
      base: money("7.01"),
      amount: money("1.40"),
    },
  ],
  lines: [
    line({
      position: 1,
      kind: "CHARGE",
      description: "Business line",
      periodFrom: "2026-11-21",
      periodTo: "2026-11-30",
      exactAmount: money("4.00"),
      amount: money("4.00"),
      creditable: money("4.00"),
      charge: {
        __typename: "Charge",
        id: "chg_1",
        price: money("12.00"),
        days: 10,
        ofDays: 30,
        recomputed: money("4.00"),
      },
    }),
    line({
      position: 2,
      kind: "USAGE",
      description: "Calls (3)",
      calls: 3,
      exactAmount: money("3.005"),
      amount: money("3.01"),
      creditable: money("0.00"),
    }),
  ],
};

const note = {
  __typename: "CreditNote",
  id: "crn_1",
  number: 2,
  issuedOn: "2026-12-03",
  reason: "Out of order",
  total: money("1.20"),
  invoice: { __typename: "Invoice", id: "inv_1", number: 7 },
  pdfPath: "/credit-notes/crn_1.pdf",
};

const notesOf = (nodes: object[]) => ({
  customer: {
    __typename: "Customer",
    id: "cus_1",
    billingAccount: {
      __typename: "BillingAccount",
      id: "bac_1",
      creditNotes: {
        __typename: "CreditNoteConnection",
        nodes,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    },
  },
});

const place = { at: "/r/acme/customers/cus_1?tab=billing", route: "/r/$reseller/customers/$customer" };

test("U29, VX13: an invoice opens to its lines with how each came to be, is there as a PDF, and what is charged soon is told", async () => {
  await renderPage(<Invoices customerId="cus_1" mayIssue />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { AccountInvoices: account([row]), InvoiceLines: { invoice: opened } },
  });
  const pdf = await screen.findByRole("link", { name: "Invoice 7 as a PDF" });
  expect(pdf).toHaveAttribute("href", "/invoices/inv_1.pdf?tierline-on-behalf-of=acme");
  expect(screen.getByText("£10.50")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Invoice 7" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByRole("row", { name: /Business line/ })).toHaveTextContent("£12.00 × 10 of 30 days");
  expect(dialog.getByRole("row", { name: /Calls \(3\)/ })).toHaveTextContent("£3.005, rounded");
  expect(dialog.getByText("VAT 20 % of £7.01")).toBeInTheDocument();
  expect(dialog.getByRole("row", { name: /Business line/ })).toHaveTextContent("VAT 20 %: £0.80");
  const calls = dialog.getByRole("link", { name: "Calls (3)" });
  expect(calls).toHaveAttribute("href", "/r/acme/calls?invoice=inv_1");
});

test("an invoice is given back in part: what that comes to with its tax is told as one types, and its credit note stands with the others", async () => {
  const told = {
    __typename: "CreateCreditNotePayload",
    creditNote: null,
    net: money("1.00"),
    taxes: [{ ...opened.taxes[0], base: money("1.00"), amount: money("0.20") }],
    total: money("1.20"),
    balanceBefore: money("-7.01"),
    balanceAfter: money("-5.81"),
    userErrors: [],
  };
  let isDone = false;
  const create = ({ input }: Record<string, unknown>) => {
    if ((input as { dryRun?: boolean }).dryRun === true) return { createCreditNote: told };
    isDone = true;
    return { createCreditNote: { ...told, creditNote: note } };
  };
  const { sent } = await renderPage(<Invoices customerId="cus_1" mayIssue />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      AccountInvoices: account([row]),
      AccountCreditNotes: () => notesOf(isDone ? [note] : []),
      InvoiceLines: () => ({
        invoice: isDone ? { ...opened, creditNotes: [note], creditable: money("3.00") } : opened,
      }),
      CreateCreditNote: create,
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Invoice 7" }));
  await userEvent.click(await screen.findByRole("button", { name: "Credit…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Credit invoice 7" }));
  expect(dialog.queryByRole("textbox", { name: /Calls/ })).not.toBeInTheDocument();
  await userEvent.click(dialog.getByRole("button", { name: "Give all of it back" }));
  const amount = dialog.getByRole("textbox", { name: "Business line (£4.00 left)" });
  expect(amount).toHaveValue("4.00");
  await userEvent.clear(amount);
  await userEvent.type(amount, "1,00");
  expect(await dialog.findByText("VAT 20 % of £1.00")).toBeInTheDocument();
  expect(dialog.getByText(/5\.81$/)).toBeInTheDocument();
  await userEvent.type(dialog.getByRole("textbox", { name: /Reason/ }), "Out of order");
  await userEvent.click(dialog.getByRole("button", { name: "Credit £1.20" }));
  const pdf = await screen.findAllByRole("link", { name: "Credit note 2 as a PDF", hidden: true });
  expect(pdf[0]).toHaveAttribute("href", "/credit-notes/crn_1.pdf?tierline-on-behalf-of=acme");
  expect(sent.filter(({ name }) => name === "CreateCreditNote").at(-1)?.variables).toEqual({
    input: {
      invoiceId: "inv_1",
      lines: [{ position: 1, amount: "1.00" }],
      reason: "Out of order",
      idempotencyKey: expect.any(String),
    },
  });
});

test("who only buys sees what was given back, and gives nothing back itself", async () => {
  await renderPage(<Invoices customerId="cus_1" />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      AccountInvoices: account([row]),
      AccountCreditNotes: notesOf([note]),
      InvoiceLines: { invoice: { ...opened, creditNotes: [note] } },
    },
  });
  expect(await screen.findByRole("row", { name: /Credit note 2/ })).toHaveTextContent("£1.20");
  await userEvent.click(screen.getByRole("button", { name: "Invoice 7" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByRole("row", { name: /Credit note 2/ })).toHaveTextContent("Out of order");
  expect(dialog.queryByRole("button", { name: "Credit…" })).not.toBeInTheDocument();
});

test("an invoice without tax says why", async () => {
  const taxNote = "No tax: no rate is set for this place.";
  await renderPage(<Invoices customerId="cus_1" />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      AccountInvoices: account([row]),
      InvoiceLines: { invoice: { ...opened, tax: money("0.00"), taxes: [], taxNote } },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Invoice 7" }));
  expect(await screen.findByText(taxNote)).toBeInTheDocument();
});

test("a buyer is exempt from tax for a reason, which its seller types", async () => {
  const answer = {
    __typename: "TaxExemptionPayload",
    billingAccount: {
      __typename: "BillingAccount",
      id: "bac_1",
      taxExemption: { __typename: "TaxExemption", reason: "Reverse charge", taxNumber: null },
    },
    userErrors: [],
  };
  const { sent } = await renderPage(<Invoices customerId="cus_1" mayIssue />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { AccountInvoices: account([]), SetTaxExemption: { setTaxExemption: answer } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Exempt from tax" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /Exempt because/ }), "Reverse charge");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("button", { name: "Is exempt from tax" })).toBeInTheDocument();
  expect(sent.find(({ name }) => name === "SetTaxExemption")?.variables).toEqual({
    input: { accountId: "bac_1", reason: "Reverse charge", taxNumber: null },
  });
});

test("a reseller's invoices from its parent are there, and the reseller issues none of them itself", async () => {
  const { billingAccount } = account([row]).customer;
  await renderPage(<ResellerInvoices resellerId="rsl_1" />, {
    at: "/r/acme/resellers/rsl_1?tab=billing",
    route: "/r/$reseller/resellers/$node",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { ResellerInvoices: { reseller: { __typename: "Reseller", id: "rsl_1", billingAccount } } },
  });
  expect(await screen.findByRole("button", { name: "Invoice 7" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Issue invoice" })).not.toBeInTheDocument();
});

test("VX18: issuing one asks once for the account, and nothing is read again where it is refused", async () => {
  const refusal = {
    __typename: "PlainUserError",
    code: "STATE_CONFLICT",
    message: "Nothing came or went since the last invoice.",
    path: [],
  };
  const answer = { __typename: "IssueInvoicePayload", invoice: null, userErrors: [refusal] };
  const { sent } = await renderPage(<Invoices customerId="cus_1" mayIssue />, {
    ...place,
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { AccountInvoices: account([]), IssueInvoice: { issueInvoice: answer } },
  });
  expect(await screen.findByText("No invoice was issued yet.")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Issue invoice" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("IssueInvoice"));
  const [asked] = sent.filter(({ name }) => name === "IssueInvoice");
  expect(asked?.variables).toEqual({ input: { accountId: "bac_1", idempotencyKey: expect.any(String) } });
  await waitFor(() => expect(screen.getByRole("button", { name: "Issue invoice" })).toBeEnabled());
  expect(sent.filter(({ name }) => name === "AccountInvoices")).toHaveLength(1);
});

test("VX15: whoever may not see invoices is shown none", async () => {
  const { container } = await renderPage(<Invoices customerId="cus_1" />, {
    ...place,
    viewer: viewerOf("MEMBER"),
    operations: {},
  });
  expect(container).not.toHaveTextContent("Invoices");
});
