import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { paymentModes } from "@tierline/shared/ledger.ts";
import { beforeEach, expect, test } from "vitest";
import english from "../../i18n/en/billing.json";
import french from "../../i18n/fr/billing.json";
import { renderPage } from "../../testkit/render-page.tsx";
import { NewCustomerPage } from "./NewCustomerPage.tsx";

const place = { at: "/r/acme/customers/new?name=Jon", route: "/r/$reseller/customers/new" };
const payload = (fields: object) => ({
  createCustomer: { __typename: "CreateCustomerPayload", customer: null, userErrors: [], ...fields },
});
const error = (message: string, path: string[]) => ({ __typename: "RuleError", code: "INVALID", message, path });

beforeEach(() => sessionStorage.clear());

type Sent = Awaited<ReturnType<typeof renderPage>>["sent"];
const creations = (sent: Sent) => sent.filter(({ name }) => name === "CreateCustomer");

test("O44: the name that was searched for is there already, and the new customer's page follows", async () => {
  const { sent, address } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: {
      CreateCustomer: payload({ customer: { __typename: "Customer", id: "cus_9", label: "Jon (ID: 9)" } }),
    },
  });
  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Jon");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(address()).toBe("/r/acme/customers/cus_9"));
  expect(creations(sent)[0]?.variables["input"]).toMatchObject({
    kind: "INDIVIDUAL",
    name: "Jon",
    email: null,
    homeCountry: "GB",
    language: "en",
    billingAddress: null,
    contacts: [],
    sites: [],
  });
});

test("refusals stand on their fields, those of a contact on the contact's, and the second attempt has a key of its own", async () => {
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: {
      CreateCustomer: payload({
        userErrors: [
          error("This is not an e-mail address.", ["email"]),
          error("A name is required.", ["contacts", "0", "name"]),
        ],
      }),
    },
  });
  await userEvent.click(await screen.findByText("Business"));
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  const [email] = screen.getAllByRole("textbox", { name: "E-mail" });
  await userEvent.type(email!, "nonsense");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(email).toHaveAccessibleDescription("This is not an e-mail address."));
  const [name, contactName] = screen.getAllByRole("textbox", { name: "Name" });
  expect(name).not.toHaveAccessibleDescription("A name is required.");
  expect(contactName).toHaveAccessibleDescription("A name is required.");
  await userEvent.type(email!, "@example.com");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  const keys = (): unknown[] =>
    creations(sent).map(({ variables }) => (variables["input"] as { idempotencyKey: string }).idempotencyKey);
  await waitFor(() => expect(keys()).toHaveLength(2));
  expect(new Set(keys()).size).toBe(2);
});

test("a lost answer is asked for again under the same key", async () => {
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: { CreateCustomer: new Error("The connection broke.") },
  });
  for (const attempt of [1, 2]) {
    await userEvent.click(await screen.findByRole("button", { name: "Create customer" }));
    await waitFor(() => expect(creations(sent)).toHaveLength(attempt));
    expect(await screen.findByRole("alert")).toHaveTextContent("The customer was not created");
  }
  const [first, second] = creations(sent).map(({ variables }) => variables["input"] as { idempotencyKey: string });
  expect(second).toEqual(first);
});

test("O11: a number that no numbering plan knows is remarked on, not refused", async () => {
  await renderPage(<NewCustomerPage />, place);
  const phone = await screen.findByRole("textbox", { name: "Phone" });
  await userEvent.type(phone, "+1234567890");
  expect(phone).toHaveAccessibleDescription(/kept as typed/);
});

test("who may not create customers is told so instead of being given the form", async () => {
  await renderPage(<NewCustomerPage />, { ...place, role: "CUSTOMER_USER" });
  expect(await screen.findByText(/You need the permission “Create customers”/)).toBeVisible();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
});

test("V8: who may say so creates a customer that pays before, strictly", async () => {
  const operations = {
    CreateCustomer: payload({ customer: { __typename: "Customer", id: "cus_9", label: "Jon (ID: 9)" } }),
  };
  const { sent, address } = await renderPage(<NewCustomerPage />, { ...place, role: "RESELLER_OWNER", operations });
  await userEvent.click(await screen.findByRole("radio", { name: "Strict" }));
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(address()).toBe("/r/acme/customers/cus_9"));
  expect(creations(sent)[0]?.variables["input"]).toMatchObject({
    terms: { mode: "PREPAID", policy: "STRICT", creditLimit: null },
  });
});

test("B1: a customer pays in exactly one of three modes, with their words in English and French", async () => {
  expect(paymentModes).toEqual(["PREPAID", "POSTPAID", "ALLOWANCE"]);
  await renderPage(<NewCustomerPage />, { ...place, role: "RESELLER_OWNER" });
  const modes = await screen.findByRole("radiogroup", { name: "Payment mode" });
  const offered = within(modes).getAllByRole("radio");
  expect(offered.map((each) => each.getAttribute("value"))).toEqual([...paymentModes]);
  expect(paymentModes.map((mode) => within(modes).getByText(english.terms.modes[mode]).textContent)).toEqual([
    "Prepaid",
    "Postpaid",
    "Allowance",
  ]);
  expect(paymentModes.map((mode) => french.terms.modes[mode])).toEqual(["Prépayé", "Postpayé", "Forfait"]);
});

test("X10: the country decides what an address asks for, in its order and by its names, and what was typed stays", async () => {
  const { sent } = await renderPage(<NewCustomerPage />, { ...place, operations: { CreateCustomer: payload({}) } });
  const address = (await screen.findByRole("combobox", { name: "Country" })).closest("section")!;
  const labels = (): string[] =>
    within(address)
      .getAllByRole("textbox")
      .map((each) => (each as HTMLInputElement).labels![0]!.textContent.replace(/\s*\*$/, ""));
  const choose = async (country: string) => {
    const select = screen.getByRole("combobox", { name: "Country" });
    await userEvent.clear(select);
    await userEvent.type(select, country);
    await userEvent.click(await screen.findByRole("option", { name: country }));
  };
  expect(labels()).toEqual(["Street and number", "Building, floor", "Town", "Postcode"]);
  await choose("United States");
  expect(labels()).toEqual(["Street and number", "Building, floor", "City", "State", "ZIP code"]);
  await userEvent.type(within(address).getByRole("textbox", { name: "State" }), "NY");
  await userEvent.type(within(address).getByRole("textbox", { name: "ZIP code" }), "10004");
  expect(within(address).getByRole("textbox", { name: "City" })).toBeRequired();
  await choose("Germany");
  expect(labels()).toEqual(["Street and number", "Building, floor", "Postal code (PLZ)", "City (Ort)", "Region"]);
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(creations(sent)).toHaveLength(1));
  const { billingAddress, homeCountry } = creations(sent)[0]!.variables["input"] as Record<string, unknown>;
  expect(billingAddress).toMatchObject({ region: "NY", postalCode: "10004", country: "DE" });
  expect(homeCountry).toBeUndefined();
});

test("B6: a customer in Brazil is asked for CPF or CNPJ, one in Britain for neither of them", async () => {
  const { sent } = await renderPage(<NewCustomerPage />, { ...place, operations: { CreateCustomer: payload({}) } });
  const select = await screen.findByRole("combobox", { name: "Country" });
  expect(screen.queryByRole("textbox", { name: /CPF|CNPJ|VAT/ })).toBeNull();
  await userEvent.clear(select);
  await userEvent.type(select, "Brazil");
  await userEvent.click(await screen.findByRole("option", { name: "Brazil" }));
  expect(screen.getByRole("textbox", { name: "CPF" })).toBeRequired();
  await userEvent.click(screen.getByText("Business"));
  await userEvent.type(screen.getByRole("textbox", { name: "CNPJ" }), "12.ABC.345/01DE-35");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() =>
    expect(creations(sent)[0]?.variables["input"]).toMatchObject({ taxNumber: "12.ABC.345/01DE-35" }),
  );
});

test("B7: a CEP fills what is empty, and neither a number nor a complement that was typed is overwritten", async () => {
  const found = { line1: "Praça da Sé", line2: "Sé", city: "São Paulo", region: "SP", __typename: "PostalPlace" };
  const lookup = (outcome: string, place: object | null) => ({
    postalCodeLookup: { __typename: "PostalCodeLookup", outcome, place },
  });
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: {
      PostalCodeLookup: ({ postalCode }) =>
        postalCode === "01001000" ? lookup("FOUND", found) : lookup("UNAVAILABLE", null),
    },
  });
  const select = await screen.findByRole("combobox", { name: "Country" });
  await userEvent.clear(select);
  await userEvent.type(select, "Brazil");
  await userEvent.click(await screen.findByRole("option", { name: "Brazil" }));
  const part = (name: RegExp) => screen.getByRole("textbox", { name });
  await userEvent.type(part(/Complemento/), "Lado ímpar, 100");
  const cep = part(/CEP/);
  await userEvent.type(cep, "99999999");
  await waitFor(() => expect(cep).toHaveAccessibleDescription("The address could not be looked up. Type it."));
  expect(part(/Cidade/)).toHaveValue("");
  await userEvent.clear(cep);
  await userEvent.type(cep, "01001-000");
  await waitFor(() => expect(part(/Cidade/)).toHaveValue("São Paulo"));
  expect(
    [part(/Endereço/), part(/Complemento/), part(/Estado/)].map((each) => (each as HTMLInputElement).value),
  ).toEqual(["Praça da Sé", "Lado ímpar, 100", "SP"]);
  expect(cep).not.toHaveAccessibleDescription();
  expect(sent.filter(({ name }) => name !== "TemplateChoice").map(({ variables }) => variables["postalCode"])).toEqual([
    "99999999",
    "01001000",
  ]);
});

test("CX6: what would be refused stands on its fields before anything is written; what would not is said until it is changed", async () => {
  const problem = { __typename: "RuleError", code: "INVALID", message: "No address", path: ["email"] };
  const precheck = (problems: object[]) => ({
    precheckCustomer: { __typename: "Precheck", isAccepted: problems.length === 0, problems },
  });
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: {
      PrecheckCustomer: ({ input }) => precheck((input as { email: string }).email === "jo" ? [problem] : []),
    },
  });
  await userEvent.type(await screen.findByLabelText("E-mail"), "jo");
  await userEvent.click(screen.getByRole("button", { name: "Check first" }));
  expect(await screen.findByText("No address")).toBeVisible();
  await userEvent.type(screen.getByLabelText("E-mail"), "@acme.example");
  await userEvent.click(screen.getByRole("button", { name: "Check first" }));
  expect(await screen.findByText("Nothing stands in the way of this customer.")).toBeVisible();
  await userEvent.type(screen.getByLabelText("E-mail"), "s");
  expect(screen.queryByText("Nothing stands in the way of this customer.")).toBeNull();
  expect(creations(sent)).toEqual([]);
});

function offered(key: string, name: string, more: object = {}) {
  const terms = { key, rank: 10, calling: false, needsOneOf: [], isForSubscribers: true, isComingSoon: false, ...more };
  return {
    __typename: "Offering",
    id: `ofr_${key}`,
    slug: key.replace("_", "-"),
    name,
    kind: "PLAN",
    package: { __typename: "PackageTerms", ...terms },
  };
}
const packages = {
  OfferedPackages: {
    offerings: {
      __typename: "OfferingConnection",
      nodes: [offered("webex_meetings", "Webex Meetings"), offered("webex_suite", "Webex Suite", { calling: true })],
    },
  },
};

test("C1, C10: the form asks for packages with their limits, who administers it and where it calls from, and says what the API says", async () => {
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: {
      ...packages,
      CreateCustomer: payload({
        userErrors: [
          error("At least one.", ["packages", "1", "limit"]),
          error("No e-mail address.", ["primaryEmail"]),
          error("It has no town.", ["billingAddress", "city"]),
        ],
      }),
    },
  });
  await userEvent.click(await screen.findByText("Business"));
  await userEvent.click(await screen.findByRole("checkbox", { name: "Webex Meetings" }));
  expect(screen.queryByRole("group", { name: "Where calls come from" })).toBeNull();
  await userEvent.click(screen.getByRole("checkbox", { name: "Webex Suite" }));
  await userEvent.type(screen.getByRole("textbox", { name: "At most, of Webex Suite" }), "0");
  const administrator = screen.getByRole("textbox", { name: "E-mail of who administers it" });
  await userEvent.type(administrator, "admin@jon.test");
  await userEvent.type(screen.getByRole("textbox", { name: "Street and number" }), "1 Way");
  const from = within(screen.getByRole("group", { name: "Where calls come from" }));
  await userEvent.type(from.getByRole("textbox", { name: "Name of the site" }), "Office");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  expect(await screen.findByText("At least one.")).toBeVisible();
  expect(administrator).toHaveAccessibleDescription(/No e-mail address/);
  const address = { line1: "1 Way", line2: null, city: "", region: null, postalCode: null, country: "GB" };
  expect(creations(sent)[0]?.variables["input"]).toMatchObject({
    packages: [
      { package: "webex_meetings", limit: null },
      { package: "webex_suite", limit: 0 },
    ],
    primaryEmail: "admin@jon.test",
    billingAddress: address,
    callingLocation: { name: "Office", address, timeZone: "Europe/London", language: "en" },
  });
});

test("CX13: a template's packages stand there until others are chosen, and a customer without any says so", async () => {
  const template = {
    __typename: "OnboardingTemplate",
    id: "otp_1",
    provisioningId: "otp_1",
    name: "Offices",
    country: "GB",
    language: "en",
    packages: ["webex-meetings", "mobile-20gb"],
  };
  const { sent } = await renderPage(<NewCustomerPage />, {
    ...place,
    operations: { ...packages, TemplateChoice: { onboardingTemplates: [template] }, CreateCustomer: payload({}) },
  });
  await userEvent.click(await screen.findByText("Business"));
  await userEvent.click(await screen.findByRole("combobox", { name: "Template" }));
  await userEvent.click(await screen.findByRole("option", { name: "Offices" }));
  const meetings = await screen.findByRole("checkbox", { name: "Webex Meetings" });
  expect(meetings).toBeChecked();
  await userEvent.click(meetings);
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(creations(sent)[0]?.variables["input"]).toMatchObject({ packages: [] }));
});
