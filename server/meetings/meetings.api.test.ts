import { callInCountries, callInRegionKeys } from "@tierline/shared/call-in-region.ts";
import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();

const [agent, operator] = ["agent@acme.test", "ops@tierline.test"];
type Told = readonly { readonly code: string; readonly path: readonly string[] }[];

async function ask(actor: string, document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await world.graphql(actor, document, variables);
  expect(errors).toBeUndefined();
  return data as Record<string, never>;
}

interface Region {
  readonly key: string;
  readonly version: number;
  readonly code: string;
  readonly countryCode: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly homeCountries: readonly string[];
}

async function regions(actor = agent): Promise<Region[]> {
  const document = "{ callInRegions { key code countryCode name countries homeCountries version } }";
  return (await ask(actor, document))["callInRegions"]!;
}

const versionOf = async (key: string): Promise<number> => (await regions()).find((each) => each.key === key)!.version;
const told = (errors: Told) => errors.map(({ code, path }) => `${code} ${path.join(".")}`);

const updateRegion = `mutation ($input: UpdateCallInRegionInput!) {
  updateCallInRegion(input: $input) { regions { key homeCountries } userErrors { code path } } }`;

async function update(region: string, changes: object): Promise<string[]> {
  const input = { region, version: await versionOf(region), ...changes };
  const { updateCallInRegion } = await ask(operator, updateRegion, { input });
  return told((updateCallInRegion as unknown as { userErrors: Told }).userErrors);
}

const available = (country: string, phone: string) => ({ country, phone, isAvailable: true });

interface Meeting {
  readonly id: string;
  readonly meetings: object | null;
  readonly meetingsSite: { readonly defaultCallIn: { phone: string; basis: string; region: string } } | null;
}
const meeting = `id meetings { url timeZone hasPstnCallIn version }
  meetingsSite { url defaultCallIn { phone basis region } }`;

/** Brazil asks for one. */
const numberOf = (country: string) => (country === "BR" ? { taxNumber: "11.222.333/0001-81" } : {});

async function created(homeCountry: string): Promise<Meeting> {
  const input = {
    idempotencyKey: newId(),
    kind: "BUSINESS",
    name: `Of ${homeCountry}`,
    homeCountry,
    ...numberOf(homeCountry),
  };
  const document = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { ${meeting} } } }`;
  return (await ask(agent, document, { input }))["createCustomer"]!["customer"];
}

async function setSite(customerId: string, changes: object = {}) {
  const input = { customerId, url: "Acme.webex.com", timeZone: "Europe/London", hasPstnCallIn: true, ...changes };
  const document = `mutation ($input: SetMeetingsSiteInput!) {
    setMeetingsSite(input: $input) { customer { ${meeting} } userErrors { code path } } }`;
  return (await ask(agent, document, { input }))["setMeetingsSite"] as unknown as {
    customer: Meeting | null;
    userErrors: Told;
  };
}

async function callInOf(homeCountry: string): Promise<string | undefined> {
  const { customer } = await setSite((await created(homeCountry)).id);
  return customer?.meetingsSite?.defaultCallIn.phone;
}

test("C28: five regions in their order; +44 is that of the United Kingdom, +1 of the United States and Canada", async () => {
  const all = await regions();
  expect(all.map(({ key, code, countryCode, name }) => [key, code, countryCode, name])).toEqual([
    ["AMER", "+1", "US", "United States"],
    ["APAC", "+65", "SG", "Singapore"],
    ["ANZ", "+61", "AU", "Australia"],
    ["EMEA", "+44", "GB", "United Kingdom"],
    ["EURO", "+49", "DE", "Germany"],
  ]);
  expect(all[0]?.countries).toEqual(["US", "CA"]);
  expect(all.filter(({ countries, countryCode }) => countryCode === "RU" || countries.includes("RU"))).toEqual([]);
  expect(all.find(({ homeCountries }) => homeCountries.includes("RU"))?.code).not.toBe("+44");
  expect(all.map(({ homeCountries }) => homeCountries.join(" "))).toEqual(
    callInRegionKeys.map((key) => callInCountries[key]),
  );
});

test("C26: the first available number of the customer's home country, which moves with it", async () => {
  const numbers = [
    available("US", "+1-415-555-0100"),
    available("US", "+1-212-555-0199"),
    available("CA", "+1-416-555-0123"),
  ];
  expect(await update("AMER", { numbers })).toEqual([]);
  const { id } = await created("US");
  const { customer } = await setSite(id);
  expect(customer?.meetingsSite).toEqual({
    url: "acme.webex.com",
    defaultCallIn: { phone: "+14155550100", basis: "COUNTRY", region: "AMER" },
  });
  expect(await callInOf("CA")).toBe("+14165550123");
  const move = `mutation ($input: MoveCustomerCountryInput!) { moveCustomerCountry(input: $input) { customer { ${meeting} } } }`;
  const moved = await ask(agent, move, { input: { id, version: 1, country: "CA" } });
  expect(moved["moveCustomerCountry"]!["customer"]).toMatchObject({
    meetingsSite: { defaultCallIn: { phone: "+14165550123" } },
  });
  expect(await update("AMER", { numbers: [{ ...numbers[0]!, isAvailable: false }, ...numbers.slice(1)] })).toEqual([]);
  expect(await callInOf("US")).toBe("+12125550199");
});

test("C27: a country without a number has the first one of its region's code, and without any that code alone", async () => {
  const nz = available("NZ", "+64 9 555 0100");
  expect(await update("ANZ", { numbers: [nz] })).toEqual([]);
  expect(await callInOf("NZ")).toBe("+6495550100");
  expect(await callInOf("FJ")).toBe("+61");
  expect(await update("ANZ", { numbers: [nz, available("AU", "+61 2 5550 0100")] })).toEqual([]);
  expect(await callInOf("FJ")).toBe("+61255500100");
  expect([await callInOf("BR"), await callInOf("TH"), await callInOf("ZA"), await callInOf("PT")]).toEqual([
    "+12125550199",
    "+65",
    "+44",
    "+49",
  ]);
  expect(await update("AMER", { numbers: [] })).toEqual([]);
  expect(await callInOf("BR")).toBe("+1");
});

test("C25: who has a Meetings site with call-in has a number at once; who has not has no such site", async () => {
  const customer = await created("GB");
  expect(customer).toMatchObject({ meetings: null, meetingsSite: null });
  const without = await setSite(customer.id, { hasPstnCallIn: false });
  expect(without.customer).toMatchObject({ meetings: { hasPstnCallIn: false, version: 1 }, meetingsSite: null });
  const withCallIn = await setSite(customer.id, { version: 1 });
  expect(withCallIn.customer?.meetingsSite?.defaultCallIn.phone).toBe("+44");
  expect(told((await setSite(customer.id, { version: 1 })).userErrors)).toEqual(["STALE version"]);
  expect(told((await setSite(customer.id)).userErrors)).toEqual(["STALE version"]);
  const wrong = { version: 2, url: "https://acme.webex.com", timeZone: "Nowhere" };
  expect(told((await setSite(customer.id, wrong)).userErrors)).toEqual(["INVALID url", "INVALID timeZone"]);
  const entries = await world.database.rows(
    "select 1 from audit_entry where operation = 'customer.set_meetings_site' and subject_id = (select customer_id from meetings_site where version = 2)",
  );
  expect(entries).toHaveLength(2);
});

test("a country is in one region: named in another it leaves the first, and it is nowhere left out", async () => {
  const before = await regions();
  const apac = before.find(({ key }) => key === "APAC")!;
  const emea = before.find(({ key }) => key === "EMEA")!;
  const without = emea.homeCountries.filter((each) => each !== "TR");
  expect(await update("EMEA", { homeCountries: without })).toEqual(["INVALID homeCountries"]);
  expect(await update("APAC", { homeCountries: [...apac.homeCountries, "tr", "USA"] })).toEqual([
    `INVALID homeCountries.${apac.homeCountries.length + 1}`,
  ]);
  expect(await update("APAC", { homeCountries: [...apac.homeCountries, "tr"] })).toEqual([]);
  expect((await regions()).find(({ key }) => key === "EMEA")).toMatchObject({
    homeCountries: without,
    version: emea.version + 1,
  });
  expect(await callInOf("TR")).toBe("+65");
  await expect(
    world.database.rows(
      "insert into call_in_country select gen_random_uuid(), path, country, 'EURO' from call_in_country limit 1",
    ),
  ).rejects.toThrow(/country_in_one_region/);
});

test("regions are the operator's to change, with the version that was read, and the audit trail tells of it", async () => {
  expect(await update("EURO", { version: 99, numbers: [] })).toEqual(["STALE version"]);
  expect(
    await update("EURO", {
      numbers: [available("DE", "12"), available("XX", "+49 30 23125 0"), available("DE", "030 231250")],
    }),
  ).toEqual(["INVALID numbers.0.phone", "INVALID numbers.1.country", "TAKEN numbers.2.phone"]);
  const { errors } = await world.graphql(agent, updateRegion, { input: { region: "EURO", version: 1 } });
  expect(errors?.[0]?.message).toMatch(/call_in.edit|may not|not allowed|permission/i);
  const [entry] = await world.database.rows<{ changes: object[] }>(
    "select changes from audit_entry where operation = 'meetings.update_region' order by at, id limit 1",
  );
  expect(entry?.changes).toEqual([
    { field: "callInNumbers", before: "", after: "US +14155550100, US +12125550199, CA +14165550123" },
  ]);
});
