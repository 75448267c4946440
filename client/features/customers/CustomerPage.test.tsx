import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { johnSmith, lastPage, mobileService, total } from "./customer-fixtures.ts";
import { pageLoad } from "../../navigation/page-load.ts";
import { CustomerPage } from "./CustomerPage.tsx";

const services = {
  __typename: "ServiceConnection",
  nodes: [mobileService(789), mobileService(790)],
  totalCount: total(2),
  pageInfo: lastPage,
};
const nothing = (of: string) => ({
  __typename: `${of}Connection`,
  nodes: [],
  totalCount: total(0),
  pageInfo: lastPage,
});
const customer = (fields: object) => ({ customer: { __typename: "Customer", id: "cus_123", ...fields } });

const operations: Record<string, Answer> = {
  CustomerPage: { customer: johnSmith },
  CustomerOverview: customer({
    linesMax: 5,
    lineCount: 2,
    hasRatePlan: true,
    contacts: [{ __typename: "Contact", id: "ctc_1" }],
    sites: [],
    services,
    provisioningRuns: nothing("ProvisioningRun"),
    activity: nothing("AuditEntry"),
  }),
  CustomerServices: customer({ services }),
  CustomerContacts: customer({
    contacts: [{ __typename: "Contact", id: "ctc_1", name: "Zora", roles: ["BILLING"], email: null, phone: null }],
    sites: [],
  }),
  CustomerPeople: { users: nothing("User") },
  ProblemList: { problems: nothing("Problem") },
  CustomerInventory: customer({
    inventoryItems: {
      ...nothing("InventoryItem"),
      nodes: [
        {
          __typename: "InventoryItem",
          id: "itm_1",
          label: "SIM-00099",
          identifier: "8944200000000000001",
          state: "ASSIGNED",
          location: null,
          template: { __typename: "InventoryTemplate", id: "tpl_1", label: "SIM Card", identifierKind: "ICCID" },
          service: null,
        },
      ],
    },
  }),
  CustomerRuns: customer({ provisioningRuns: nothing("ProvisioningRun") }),
  CustomerOrders: customer({ orders: nothing("Order") }),
  CustomerActivity: customer({
    activity: {
      ...nothing("AuditEntry"),
      nodes: [
        {
          __typename: "AuditEntry",
          id: "aud_1",
          at: "2026-11-20T10:00:00.000Z",
          actor: "Amy Walker",
          onBehalfOf: null,
          channel: "CONSOLE",
          operation: "customer.update",
          permissionTitle: null,
          subject: "John Smith (ID: 123)",
          note: null,
          outcome: "DONE",
          code: null,
          attempts: 1,
          changes: [
            { __typename: "FieldChange", field: "email", before: "old@example.com", after: "new@example.com" },
            { __typename: "FieldChange", field: "tags", before: null, after: "" },
          ],
        },
      ],
    },
  }),
};

const place = { at: "/r/acme/customers/cus_123", route: "/r/$reseller/customers/$customer" };

const asksFor = ([, operations = ""]: string[]) => operations.split(" ");

test("OX7: each tab asks its own question, and not before it is opened", async () => {
  const { sent, address } = await renderPage(<CustomerPage />, { ...place, operations });
  await screen.findByRole("link", { name: "Mobile - 789" });
  const asked = (): string[] => sent.map(({ name }) => name);
  const overview = ["CustomerPage", "CustomerOverview", "CustomerTrunk", "CustomerScreening", "CustomerMeetings"];
  expect(asked()).toEqual(overview);
  const tabs = [
    ["Services", "CustomerServices", "services"],
    ["Contacts & sites", "CustomerContacts CustomerPeople CustomerDomains", "contacts"],
    ["Inventory", "CustomerInventory", "inventory"],
    ["Runs", "CustomerRuns", "runs"],
    ["Orders", "CustomerOrders", "orders"],
    ["Problems", "ProblemList", "problems"],
    ["Activity", "CustomerActivity", "activity"],
  ];
  for (const [index, [label, , key]] of tabs.entries()) {
    await userEvent.click(screen.getByRole("tab", { name: label ?? "" }));
    await waitFor(() => expect(asked()).toEqual([...overview, ...tabs.slice(0, index + 1).flatMap(asksFor)]));
    expect(address()).toBe(`/r/acme/customers/cus_123?tab=${key}`);
  }
});

test("OX7: a link to a tab opens it without asking for the others", async () => {
  const { sent } = await renderPage(<CustomerPage />, { ...place, at: `${place.at}?tab=contacts`, operations });
  await screen.findByText("Zora");
  expect(sent.map(({ name }) => name)).toEqual([
    "CustomerPage",
    "CustomerContacts",
    "CustomerPeople",
    "CustomerDomains",
  ]);
});

test("O4, O34: Add service and the add-ons beside a service lead to the same page, with what is known", async () => {
  const { address } = await renderPage(<CustomerPage />, { ...place, operations });
  expect(await screen.findByRole("link", { name: /Add service/ })).toHaveAttribute(
    "href",
    "/r/acme/assign?customer=cus_123",
  );
  expect(await screen.findByRole("link", { name: "Add-ons for Mobile - 790" })).toHaveAttribute(
    "href",
    "/r/acme/assign?customer=cus_123&service=svc_790&kind=ADDON",
  );
  await userEvent.click(screen.getByRole("tab", { name: "Services" }));
  const panel = await screen.findByRole("tabpanel", { name: "Services" });
  expect(await within(panel).findByRole("link", { name: /Add service/ })).toHaveAttribute(
    "href",
    "/r/acme/assign?customer=cus_123",
  );
  await userEvent.keyboard("{Escape}");
  document.body.focus();
  await userEvent.keyboard("a");
  await waitFor(() => expect(address()).toBe("/r/acme/assign?customer=cus_123"));
});

test("O48: a card's number is short in the list, whole for whoever points at it, and copied whole", async () => {
  const user = userEvent.setup();
  await renderPage(<CustomerPage />, { ...place, at: `${place.at}?tab=inventory`, operations });
  const row = await screen.findByRole("row", { name: /SIM-00099/ });
  expect(within(row).getByText("8944…0001")).toBeVisible();
  expect(row).toHaveTextContent("8944 2000 0000 0000 001");
  await user.click(within(row).getByRole("button", { name: "Copy SIM Card" }));
  expect(await navigator.clipboard.readText()).toBe("8944200000000000001");
});

test("OX7: the activity tells field by field what changed", async () => {
  await renderPage(<CustomerPage />, { ...place, at: `${place.at}?tab=activity`, operations });
  const entry = await screen.findByRole("listitem");
  expect(entry).toHaveTextContent("Customer changed");
  expect(within(entry).getByText("old@example.com")).toBeVisible();
  expect(within(entry).getByText("new@example.com")).toBeVisible();
  expect(within(entry).queryByText("Tags")).toBeNull();
});

test("whoever may not sell or change sees why", async () => {
  await renderPage(<CustomerPage />, { ...place, role: "CUSTOMER_USER", operations });
  const button = await screen.findByRole("button", { name: "Edit" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription(/You need the permission/);
});

test("a customer who is not yours is not found", async () => {
  await renderPage(<CustomerPage />, { ...place, operations: { CustomerPage: { customer: null } } });
  expect(await screen.findByRole("heading", { name: "Not found" })).toBeVisible();
});

test("MX6: deactivating says whom it locks out, and waits for the word in any case of letters", async () => {
  const user = userEvent.setup();
  const page = await renderPage(<CustomerPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: {
      ...operations,
      CustomerDependents: {
        customer: { __typename: "Customer", id: "cus_123", dependents: { people: 2, services: 1 } },
      },
      DeactivateCustomer: { deactivateCustomer: { customer: null, userErrors: [] } },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Deactivate" }));
  expect(await screen.findByText("2 people can no longer sign in and are signed out at once.")).toBeVisible();
  const confirm = () => screen.getByRole("button", { name: /Deactivate customer/ });
  await user.click(confirm());
  expect(page.sent.map(({ name }) => name)).not.toContain("DeactivateCustomer");
  await user.type(screen.getByLabelText("Type “deactivate” to confirm"), "DEACTIVATE");
  await user.click(confirm());
  await waitFor(() => expect(page.sent.map(({ name }) => name)).toContain("DeactivateCustomer"));
});

const buyers = {
  __typename: "DelegationPreset",
  name: "Buyers",
  permissions: ["customer.view", "catalog.view"],
  isDefault: false,
  simultaneousCalls: null,
};

test("B12: what a customer's people may do begins from a preset and is sent as it is ticked", async () => {
  const user = userEvent.setup();
  const page = await renderPage(<CustomerPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: {
      ...operations,
      CustomerRights: customer({
        delegated: null,
        simultaneousCalls: null,
        linesMax: null,
        reseller: { __typename: "Reseller", id: "rsl_acme", delegationPresets: [buyers] },
      }),
      DelegateToCustomer: { delegateToCustomer: { customer: null, userErrors: [] } },
    },
  });
  await user.click(await screen.findByRole("button", { name: "People’s rights" }));
  await user.click(await screen.findByRole("radio", { name: "Buyers" }));
  expect(screen.getByRole("checkbox", { name: "View the catalog" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "View orders" })).not.toBeChecked();
  await user.click(await screen.findByRole("radio", { name: "See services only" }));
  await user.click(screen.getByRole("checkbox", { name: "View orders" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    const { variables } = page.sent.find(({ name }) => name === "DelegateToCustomer") ?? {};
    expect(variables?.["input"]).toMatchObject({ permissions: ["customer.view", "service.view", "order.view"] });
  });
});

test("B13: how many calls at a time a customer's lines may have is decided with the right to set it", async () => {
  const user = userEvent.setup();
  const above = "1 line may have more than 10 calls at a time: VoIP - 12. Lower it first.";
  const refusal = { code: "STATE_CONFLICT", message: above, path: ["simultaneousCalls"] };
  const page = await renderPage(<CustomerPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: {
      ...operations,
      CustomerRights: customer({
        delegated: ["service.view", "line.manage"],
        simultaneousCalls: 20,
        linesMax: null,
        reseller: { __typename: "Reseller", id: "rsl_acme", delegationPresets: [] },
      }),
      DelegateToCustomer: { delegateToCustomer: { customer: null, userErrors: [refusal] } },
    },
  });
  await user.click(await screen.findByRole("button", { name: "People’s rights" }));
  const field = await screen.findByRole("textbox", { name: "Calls at a time of a line, at most" });
  expect(field).toHaveValue("20");
  await user.clear(field);
  await user.type(field, "10");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(above)).toBeVisible();
  const { variables } = page.sent.find(({ name }) => name === "DelegateToCustomer") ?? {};
  expect(variables?.["input"]).toMatchObject({ permissions: ["service.view", "line.manage"], simultaneousCalls: 10 });
});

test("V11, B20: until a customer can call, its page says why not and what is to be done", async () => {
  await renderPage(<CustomerPage />, {
    ...place,
    operations: {
      ...operations,
      CustomerOverview: customer({
        services: nothing("Service"),
        provisioningRuns: nothing("ProvisioningRun"),
        activity: nothing("AuditEntry"),
        linesMax: null,
        lineCount: 0,
        hasRatePlan: false,
        contacts: [],
        sites: [],
      }),
    },
  });
  expect(await screen.findByText("2 of 4 done")).toBeVisible();
  expect(screen.getByText("No calls possible: there is no service or line yet")).toBeVisible();
  const target = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(target("Add a line")).toBe("/r/acme/assign?customer=cus_123&type=VOIP");
  expect(target("Choose a rate plan")).toMatch(/\/rates\?view=plans$/);
});

test("BX11: how many lines a customer may have is told beside what it has, and set without deciding on its people", async () => {
  const user = userEvent.setup();
  const page = await renderPage(<CustomerPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: {
      ...operations,
      CustomerRights: customer({
        delegated: null,
        simultaneousCalls: null,
        linesMax: 5,
        reseller: { __typename: "Reseller", id: "rsl_acme", delegationPresets: [buyers] },
      }),
      DelegateToCustomer: { delegateToCustomer: { customer: null, userErrors: [] } },
    },
  });
  expect(await screen.findByText("2 of 5")).toBeVisible();
  expect(screen.queryByText(/of 4 done/)).toBeNull(); // V11: nothing is left to do
  await user.click(screen.getByRole("button", { name: "People’s rights" }));
  const field = await screen.findByRole("textbox", { name: "How many lines the customer may have" });
  expect(field).toHaveValue("5");
  await user.clear(field);
  await user.type(field, "0");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    const { variables } = page.sent.find(({ name }) => name === "DelegateToCustomer") ?? {};
    expect(variables?.["input"]).toMatchObject({ permissions: null, linesMax: 0 });
  });
});

const janesRow = { __typename: "User", id: "usr_9", name: "Jane Doe", email: "jane@johnson.test", state: "ACTIVE" };
const people = { ...nothing("User"), nodes: [{ ...janesRow, role: "CUSTOMER_USER" }] };

test("B19: staff open the portal as one of the customer's people sees it", async () => {
  const load = vi.spyOn(pageLoad, "to").mockReturnValue();
  const page = await renderPage(<CustomerPage />, {
    ...place,
    at: `${place.at}?tab=contacts`,
    operations: {
      ...operations,
      CustomerPeople: { users: people },
      StartActingAs: { startActingAs: { __typename: "StartActingAsPayload", onBehalfOf: null, userErrors: [] } },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "View the portal as Jane Doe" }));
  await waitFor(() => expect(load).toHaveBeenCalledWith("/portal"));
  const { variables } = page.sent.find(({ name }) => name === "StartActingAs") ?? {};
  expect(variables).toEqual({ input: { userId: "usr_9", mode: "READ", reason: null } });
  load.mockRestore();
});

test("B19: a customer's administrator, who sees its people too, is offered nobody's portal", async () => {
  await renderPage(<CustomerPage />, {
    ...place,
    role: "ACCOUNT_ADMIN",
    viewer: { customer: { id: "cus_123", label: "John Smith (ID: 123)" } },
    at: `${place.at}?tab=contacts`,
    operations: { ...operations, CustomerPeople: { users: people } },
  });
  expect(await screen.findByText("Jane Doe")).toBeVisible();
  expect(screen.queryByRole("button", { name: /View the portal/ })).toBeNull();
});

test("V14: a deactivated customer is put away by its word, and what still hangs on it is said", async () => {
  const message = "John Smith (ID: 123) still has 1 service and 2 numbers. End and return them first.";
  const page = await renderPage(<CustomerPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: {
      ...operations,
      CustomerPage: { customer: { ...johnSmith, state: "DEACTIVATED", suspensionReasons: ["ACCOUNT_DEACTIVATED"] } },
      ArchiveCustomer: {
        archiveCustomer: {
          __typename: "UpdateCustomerPayload",
          customer: null,
          userErrors: [{ __typename: "DependentsError", code: "IN_USE", message, path: ["id"] }],
        },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Delete" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(await dialog.findByRole("textbox", { name: /Type “delete”/ }), "delete");
  await userEvent.click(dialog.getByRole("button", { name: "Delete customer" }));
  expect(await dialog.findByText(message)).toBeVisible();
  expect(page.sent.findLast(({ name }) => name === "ArchiveCustomer")?.variables).toEqual({
    input: { id: johnSmith.id, confirmation: "delete", note: null },
  });
});
