import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf, type Answer } from "../../testkit/render-page.tsx";
import { ContactsTab } from "./ContactsTab.tsx";
import { lastPage, total } from "./customer-fixtures.ts";

const person = (fields: object) => ({ __typename: "User", id: "usr_1", role: "AGENT", state: "ACTIVE", ...fields });
const users = (...nodes: object[]) => ({
  users: { __typename: "UserConnection", nodes, pageInfo: lastPage, totalCount: total(nodes.length) },
});

function contacts(sent: unknown[]): Record<string, Answer> {
  const answer = (name: string) => (variables: object) => {
    sent.push((variables as { input: unknown }).input);
    return { [name]: { __typename: "Payload", customer: null, user: null, userErrors: [] } };
  };
  return {
    CustomerContacts: { customer: { __typename: "Customer", id: "cus_123", contacts: [], sites: [] } },
    CustomerPeople: users(person({ name: "Ann Admin", email: "ann@smith.test", role: "ACCOUNT_ADMIN" })),
    PeopleToContact: ({ search }: object & { search?: string }) =>
      users(...(search === "agn" ? [person({ name: "Agnes Agent", email: "agnes@acme.test" })] : [])),
    CustomerDomains: { customer: { __typename: "Customer", id: "cus_123", domains: ["smith.test"] } },
    EmailCheck: ({ email }: object & { email?: string }) => ({
      emailCheck: {
        __typename: "EmailCheck",
        isFree: email !== "sam@smith.test",
        suggestions: email === "sam@smith.test" ? ["sam.2@smith.test", "sam2@smith.test", "sam3@smith.test"] : [],
      },
    }),
    GiveAccess: (variables) => {
      sent.push((variables as { input: unknown }).input);
      return {
        giveAccess: { __typename: "Payload", user: null, password: "aB3!aB3!aB3!aB3!aB3!aB3!", userErrors: [] },
      };
    },
    SetCustomerDomains: answer("setCustomerDomains"),
    AddContact: answer("addContact"),
    InviteToCustomer: answer("inviteUser"),
  };
}

async function open(sent: unknown[]) {
  await renderPage(<ContactsTab customerId="cus_123" homeCountry="GB" />, { operations: contacts(sent) });
  await userEvent.click(await screen.findByRole("button", { name: "Add contact" }));
  return within(await screen.findByRole("dialog"));
}

test("MX4: typing finds the reseller's own people, and choosing one takes name and e-mail", async () => {
  const dialog = await open([]);
  await userEvent.type(dialog.getByLabelText("E-mail"), "agn");
  await userEvent.click(await screen.findByRole("option", { name: "Agnes Agent · agnes@acme.test" }));
  expect(dialog.getByLabelText("E-mail")).toHaveValue("agnes@acme.test");
  expect(dialog.getByLabelText(/^Name/)).toHaveValue("Agnes Agent");
});

test("MX4: Enter takes any address that can be one, and adds the contact", async () => {
  const sent: unknown[] = [];
  const dialog = await open(sent);
  await userEvent.type(dialog.getByLabelText("E-mail"), "max@fixit.example{Enter}");
  await waitFor(() => expect(sent).toEqual([expect.objectContaining({ customerId: "cus_123" })]));
  expect(sent).toEqual([
    expect.objectContaining({ contact: expect.objectContaining({ name: "max", email: "max@fixit.example" }) }),
  ]);
});

test("M7: the choice of roles says what each is there for", async () => {
  const dialog = await open([]);
  await userEvent.click(dialog.getByRole("combobox", { name: "Roles" }));
  const texts = (await screen.findAllByRole("option")).map(({ textContent }) => textContent);
  expect(texts).toContain("MaintainerMaintains the system for the customer; gets reports of problems");
  expect(texts).toContain("On-site administratorAdministers the system from the site; gets reports of problems");
  expect(texts).toContain("OtherAny other person assigned; gets reports of problems");
});

test("VX15: a customer's own people find no button for what they may not do", async () => {
  const customer = { id: "cus_123", label: "John Smith (ID: 123)" };
  await renderPage(<ContactsTab customerId="cus_123" homeCountry="GB" />, {
    viewer: { ...viewerOf("CUSTOMER_USER"), customer, permissions: ["customer.view"] },
    operations: contacts([]),
  });
  expect(await screen.findByText("Sites")).toBeVisible();
  expect(screen.queryAllByRole("button")).toEqual([]);
  expect(screen.queryByText("E-mail domains")).toBeNull();
});

test("M5: an administrator of the customer is invited beside its contacts", async () => {
  const sent: unknown[] = [];
  await renderPage(<ContactsTab customerId="cus_123" homeCountry="GB" />, {
    role: "RESELLER_OWNER",
    operations: contacts(sent),
  });
  expect(await screen.findByText("Ann Admin")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Invite" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/^Name/), "Zoe");
  await userEvent.type(dialog.getByLabelText(/^E-mail/), "zoe@smith.test");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(sent).toEqual([
      expect.objectContaining({ role: "ACCOUNT_ADMIN", email: "zoe@smith.test", customerId: "cus_123" }),
    ]),
  );
});

test("B15: access is given with a password that is shown once; an address that is taken is told with three others", async () => {
  const sent: unknown[] = [];
  await renderPage(<ContactsTab customerId="cus_123" homeCountry="GB" />, {
    role: "RESELLER_OWNER",
    operations: contacts(sent),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Give access" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Give access with a password" }));
  await userEvent.type(dialog.getByLabelText(/^Name/), "Sam Smith");
  await userEvent.type(dialog.getByLabelText(/^E-mail/), "sam@smith.test");
  await userEvent.click(dialog.getByRole("button", { name: "Validate" }));
  await waitFor(() => expect(dialog.getByLabelText(/^E-mail/)).toHaveAccessibleDescription(/Take another one/));
  await userEvent.click(dialog.getByRole("button", { name: "sam2@smith.test" }));
  await userEvent.click(dialog.getByRole("button", { name: "Validate" }));
  expect(await dialog.findByRole("status")).toHaveTextContent("Free");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByRole("region", { name: "Password for the first sign-in" })).toHaveTextContent(
    "aB3!aB3!aB3!aB3!aB3!aB3!",
  );
  expect(sent).toEqual([
    expect.objectContaining({
      name: "Sam Smith",
      email: "sam2@smith.test",
      customerId: "cus_123",
      role: "CUSTOMER_USER",
    }),
  ]);
});

test("MX9: a customer's e-mail domains are set together", async () => {
  const sent: unknown[] = [];
  await renderPage(<ContactsTab customerId="cus_123" homeCountry="GB" />, {
    role: "RESELLER_OWNER",
    operations: contacts(sent),
  });
  expect(await screen.findByText("smith.test")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  const dialog = within(await screen.findByRole("dialog", { name: "E-mail domains of this customer" }));
  await userEvent.type(dialog.getByRole("combobox", { name: "E-mail domains" }), "smith.co.uk{Enter}");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent).toEqual([{ id: "cus_123", domains: ["smith.test", "smith.co.uk"] }]));
});
