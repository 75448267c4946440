import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { customersOfTests, partsOfTests, pathOf } from "./customers-of-tests.ts";
import { keyed, of, versioned, type Fixtures } from "./naughty-fixture.ts";
import type { Shop } from "./shop.ts";
import { t0 } from "./world.ts";

const address = {
  line1: "1 Way",
  line2: "Flat",
  city: "Leeds",
  region: "Yorkshire",
  postalCode: "LS1 4DY",
  country: "GB",
};
const addressFields = "{ line1 line2 city region postalCode country }";
const contact = { name: "Someone", roles: ["TECHNICAL"], email: "someone@example.com", phone: "020 7946 0958" };
const terms = { mode: "POSTPAID", lowBalance: "10", lowBalanceEmail: "someone@example.com" };
const contactFields = "{ name email phone }";
const customer = {
  name: "Swept",
  language: "en",
  email: "swept@example.com",
  phone: "020 7946 0959",
  billingAddress: address,
  tags: ["one"],
  attributes: [{ key: "colour", value: "blue" }],
};
const customerFields = `customer { name homeCountry language email phone billingAddress ${addressFields} tags
  attributes { key value } contacts ${contactFields} sites { name address ${addressFields} } }`;

/** What goes through of the verbs about a customer's standing and its people's. */
export async function standingInputs(shop: Shop) {
  const userId = await plantCustomersUser(shop);
  const next = await plantCrowd(shop);
  return {
    told: "customer { activity(first: 1) { nodes { note } } }",
    deactivate: async () => ({ id: next("ACTIVE"), confirmation: "deactivate", note: "Note" }),
    archive: async () => ({ id: next("DEACTIVATED"), confirmation: "delete", note: "Note" }),
    reactivate: async () => ({ id: next("DEACTIVATED"), note: "Note" }),
    delegate: async () => ({ id: encodeId("cus", customersOfTests.johnSmith.id), permissions: ["customer.view"] }),
    move: async () => ({ id: next("ACTIVE"), version: 1, country: "IE", note: "Note" }),
    actAs: async () => ({ userId, mode: "ACT", reason: "Reason" }),
  };
}

type Standing = "ACTIVE" | "DEACTIVATED";

/** Customers that nothing was done to yet, so that the next change of one is its first entry. */
async function plantCrowd({ world }: Shop): Promise<(state: Standing) => string> {
  const crowd: Record<Standing, string[]> = { ACTIVE: [], DEACTIVATED: [] };
  let number = 500_000;
  for (const [state, list] of Object.entries(crowd) as [Standing, string[]][]) {
    const suspensionReasons = state === "ACTIVE" ? [] : (["ACCOUNT_DEACTIVATED"] as const);
    const rows = Array.from({ length: 2_800 }, () => {
      const id = newId();
      list.push(encodeId("cus", id));
      return { ...customersOfTests.johnDoe, id, number: (number += 1), state, suspensionReasons };
    });
    await insertCustomers(world.system().em, rows);
  }
  return (state) => crowd[state].pop()!; // more than there are strings
}

/** A customer's own user. */
async function plantCustomersUser({ world }: Shop): Promise<string> {
  const { id: customer, resellerId: reseller } = customersOfTests.johnSmith;
  const id = newId();
  const person = { email: "john@acme.test", name: "John Himself", role: "CUSTOMER_USER" as const };
  const place = { path: pathOf(customersOfTests.johnSmith), reseller, customer };
  await world.system().em.insert(UserEntity, { ...person, ...place, id, createdAt: t0, version: 1 });
  return encodeId("usr", id);
}

export async function customerFixtures(shop: Shop): Promise<Fixtures> {
  const site = `site { name address ${addressFields} }`;
  const { johnson } = customersOfTests;
  const crowd = Array.from({ length: 120 }, (_, index) => ({
    ...johnson,
    id: newId(),
    number: 50_000 + index,
    name: `Crowd ${index}`,
  }));
  await insertCustomers(shop.world.system().em, crowd);
  let calls = 0;
  /** A customer has room for a hundred of each. */
  const roomy = (): string => encodeId("cus", crowd[(calls += 1) % crowd.length]!.id);
  return {
    addContact: of(async () => ({ ...(await keyed({ contact })()), customerId: roomy() }), `contact ${contactFields}`),
    reportProblem: of(
      async () => ({ ...(await keyed({ text: "Broken", application: "Softphone" })()), customerId: roomy() }),
      "problem { text application }",
    ),
    addSite: of(async () => ({ ...(await keyed({ site: { name: "Here", address } })()), customerId: roomy() }), site),
    createCustomer: of(
      async () => ({
        ...customer,
        idempotencyKey: newId(),
        externalId: newId(),
        homeCountry: "GB",
        kind: "BUSINESS",
        taxNumber: "GB123456789",
        contacts: [contact],
        sites: [{ name: "Here", address }],
        terms,
        primaryEmail: "admin@example.com",
        callingLocation: { name: "Office", address, timeZone: "Europe/London", language: "en" },
      }),
      `${customerFields.slice(0, -1)} externalId callingLocation { timeZone language site { name address ${addressFields} } } }`,
    ),
    updateContact: of(
      async () => ({ id: encodeId("ctc", partsOfTests.contacts.jane), contact }),
      `contact ${contactFields}`,
    ),
    updateCustomer: of(versioned(shop, "cus", "customer", customersOfTests.johnSmith.id, customer), customerFields),
    updateSite: of(
      async () => ({ id: encodeId("sit", partsOfTests.sites.leeds), site: { name: "There", address } }),
      site,
    ),
  };
}
