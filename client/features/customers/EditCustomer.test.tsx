import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { johnSmith } from "./customer-fixtures.ts";
import { inputOf, mergeEdits, valuesOf } from "./edit-values.ts";
import { EditCustomer } from "./EditCustomer.tsx";

const stale = { __typename: "RuleError", code: "STALE", message: "Someone was faster.", path: ["version"] };
const payload = (fields: object) => ({
  updateCustomer: { __typename: "UpdateCustomerPayload", customer: null, userErrors: [], ...fields },
});
const address = {
  __typename: "Address" as const,
  line1: "12 Elm Road",
  line2: null,
  city: "London",
  region: null,
  postalCode: "NW1 6XE",
};

test("only what was changed is sent, with the version it was read at", () => {
  expect(inputOf(johnSmith, { ...valuesOf(johnSmith), email: "" })).toEqual({ id: "cus_123", version: 1, email: null });
});

test("two editors: what each changed alone is kept, what both changed is named", () => {
  const base = valuesOf(johnSmith);
  const mine = { ...base, email: "mine@example.com", language: "fr" };
  const theirs = { ...base, email: "theirs@example.com", tags: ["vip"] };
  expect(mergeEdits(base, mine, theirs)).toEqual({ values: { ...mine, tags: ["vip"] }, conflicts: ["email"] });
  expect(mergeEdits(base, mine, mine).conflicts).toEqual([]);
});

test("STALE on another field: the change is saved on top of the newer state, nobody is asked", async () => {
  const onClose = vi.fn();
  const newer = { ...johnSmith, version: 2, tags: ["vip"] };
  const { sent } = await renderPage(<EditCustomer customer={johnSmith} isOpen onClose={onClose} />, {
    operations: {
      CustomerPage: { customer: newer },
      UpdateCustomer: ({ input }) =>
        (input as { version: number }).version === 1
          ? payload({ userErrors: [stale] })
          : payload({ customer: { ...newer, version: 3 } }),
    },
  });
  const name = await screen.findByRole("textbox", { name: "Name" });
  await userEvent.clear(name);
  await userEvent.type(name, "Jon Smith");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const updates = sent.filter((each) => each.name === "UpdateCustomer").map(({ variables }) => variables["input"]);
  expect(updates).toEqual([
    { id: "cus_123", version: 1, name: "Jon Smith" },
    { id: "cus_123", version: 2, name: "Jon Smith" },
  ]);
});

test("STALE on the same field: nothing is overwritten before the person has decided", async () => {
  const onClose = vi.fn();
  const newer = { ...johnSmith, version: 2, name: "Theirs" };
  const { sent } = await renderPage(<EditCustomer customer={johnSmith} isOpen onClose={onClose} />, {
    operations: { CustomerPage: { customer: newer }, UpdateCustomer: payload({ userErrors: [stale] }) },
  });
  const name = await screen.findByRole("textbox", { name: "Name" });
  await userEvent.clear(name);
  await userEvent.type(name, "Mine");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("Name was changed meanwhile by someone else, too");
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
  await userEvent.click(within(notice).getByRole("button", { name: "Take theirs" }));
  expect(name).toHaveValue("Theirs");
  expect(sent.filter((each) => each.name === "UpdateCustomer")).toHaveLength(1);
  expect(onClose).not.toHaveBeenCalled();
});

test("C24: an address in another country is said to leave the home country, which is moved on request", async () => {
  const billingAddress = { ...address, country: "GB" };
  const elsewhere = { ...johnSmith, homeCountry: "FR", billingAddress };
  const moved = { moveCustomerCountry: { __typename: "UpdateCustomerPayload", customer: johnSmith, userErrors: [] } };
  const { sent } = await renderPage(<EditCustomer customer={elsewhere} isOpen onClose={vi.fn()} />, {
    operations: { MoveCustomerCountry: moved },
  });
  expect(await screen.findByText("The home country stays France")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Move to United Kingdom" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "MoveCustomerCountry")?.variables["input"]).toEqual({
      id: "cus_123",
      version: 1,
      country: "GB",
    }),
  );
});
