import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { customerList, customerRow, noTiers, total } from "./customer-fixtures.ts";
import { CustomerListPage } from "./CustomerListPage.tsx";

const john = customerRow(123, "John Smith");
afterEach(() => void vi.useRealTimers());

test("B18: who was created last stands first, and who is created by somebody else comes without a reload", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const nodes = [john];
  const { sent } = await renderPage(<CustomerListPage />, {
    operations: { CustomerList: () => customerList(nodes), CustomerTiers: noTiers },
  });
  const names = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
  await waitFor(() => expect(names()).toEqual(["John Smith (ID: 123)"]));
  expect(sent.find(({ name }) => name === "CustomerList")?.variables["orderBy"]).toBe("NEWEST");
  nodes.unshift(customerRow(124, "Nina New"));
  await vi.advanceTimersByTimeAsync(16_000);
  await waitFor(() => expect(names()).toEqual(["Nina New (ID: 124)", "John Smith (ID: 123)"]));
});

test("C7: what is no longer listed leaves an open list without a reload, of which more than one page is shown too", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const nodes = Array.from({ length: 60 }, (_, index) => customerRow(200 + index, `Office ${index}`));
  const page = ({ first, after }: Record<string, unknown>) => {
    const from = after == null ? 0 : Number(after);
    const to = from + Number(first);
    const { customers } = customerList(nodes.slice(from, to));
    const pageInfo = { __typename: "PageInfo" as const, endCursor: String(to), hasNextPage: to < nodes.length };
    return { customers: { ...customers, pageInfo, totalCount: total(nodes.length) } };
  };
  await renderPage(<CustomerListPage />, { operations: { CustomerList: page, CustomerTiers: noTiers } });
  const shown = () => screen.getAllByRole("rowheader").length;
  await waitFor(() => expect(shown()).toBe(50));
  await userEvent
    .setup({ advanceTimers: vi.advanceTimersByTime })
    .click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(shown()).toBe(60));
  nodes.splice(55, 1);
  await vi.advanceTimersByTimeAsync(16_000);
  await waitFor(() => expect(shown()).toBe(59));
  expect(screen.queryByText("Office 55 (ID: 255)")).toBeNull();
});

test("O12: a customer's row reads as name and ID, and leads to the customer", async () => {
  await renderPage(<CustomerListPage />, {
    operations: { CustomerList: customerList([john]), CustomerTiers: noTiers },
  });
  const name = await screen.findByRole("rowheader");
  expect(name.textContent).toBe("John Smith (ID: 123)");
  expect(within(name).getByRole("link")).toHaveAttribute("href", "/r/acme/customers/cus_123");
});

test("O11: what is typed is sent to the server once typing pauses, and stands in the address", async () => {
  const { sent, address } = await renderPage(<CustomerListPage />, {
    operations: { CustomerList: customerList([john]), CustomerTiers: noTiers },
  });
  await userEvent.click(await screen.findByLabelText("Search customers"));
  await userEvent.paste("1234 567");
  await waitFor(() => expect(address()).toBe("/r/acme?search=1234+567"));
  const searches = sent.filter(({ name }) => name === "CustomerList").map(({ variables }) => variables["search"]);
  expect(searches).toEqual([null, "1234 567"]);
});

test("B5: without customers the list says so and offers to add one, and counts whoever was added", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const nodes: (typeof john)[] = [];
  await renderPage(<CustomerListPage />, {
    operations: { CustomerList: () => customerList(nodes), CustomerTiers: noTiers },
  });
  expect(await screen.findByText("No customers yet")).toBeVisible();
  expect(screen.getAllByRole("link", { name: "New customer" }).at(-1)).toHaveAttribute("href", "/r/acme/customers/new");
  nodes.push(john);
  await vi.advanceTimersByTimeAsync(16_000);
  expect(await screen.findByRole("rowheader")).toHaveTextContent("John Smith (ID: 123)");
});

test("O44: nobody found: a near miss is offered, and the way to create who was not found", async () => {
  await renderPage(<CustomerListPage />, {
    at: "/r/acme?search=Jonh",
    operations: { CustomerList: customerList([], [john]), CustomerTiers: noTiers },
  });
  expect(await screen.findByText("No customer found for “Jonh”")).toBeVisible();
  expect(screen.getByRole("link", { name: "John Smith (ID: 123)" })).toHaveAttribute(
    "href",
    "/r/acme/customers/cus_123",
  );
  expect(screen.getByRole("link", { name: "Create customer 'Jonh'" })).toHaveAttribute(
    "href",
    "/r/acme/customers/new?name=Jonh",
  );
});

test("O44: without the right to create nobody is invited to", async () => {
  await renderPage(<CustomerListPage />, {
    at: "/r/acme?search=Jon",
    role: "CUSTOMER_USER",
    operations: { CustomerList: customerList([]), CustomerTiers: noTiers },
  });
  await screen.findByText("No customer found for “Jon”");
  expect(screen.queryByRole("link", { name: /Create customer/ })).toBeNull();
});

test("filters in the address go to the server, and an empty list names them and takes them away", async () => {
  const { sent, address } = await renderPage(<CustomerListPage />, {
    at: "/r/acme?kind=BUSINESS&state=SUSPENDED&country=FR&order=NEWEST",
    operations: { CustomerList: customerList([]), CustomerTiers: noTiers },
  });
  expect(await screen.findByText("Filtered by kind, state, country.")).toBeVisible();
  expect(sent.find(({ name }) => name === "CustomerList")?.variables).toEqual({
    search: null,
    filter: { kind: "BUSINESS", state: ["SUSPENDED"], country: "FR" },
    orderBy: "NEWEST",
    first: 50,
  });
  await userEvent.click(screen.getByRole("button", { name: "Remove the filters" }));
  await waitFor(() => expect(address()).toBe("/r/acme?order=NEWEST"));
});
