import { encodeId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { Refusals } from "../kernel/rejection.ts";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { testWorld } from "../testkit/world.ts";
import { checkCountry, checkLanguage, checkReach } from "./check-details.ts";
import { createCustomer, type CreateCustomerInput } from "./create-customer.ts";
import { listCustomers } from "./list-customers.ts";
import { checkText } from "../kernel/checked-text.ts";

const world = await testWorld();
const agent = () => world.as("agent@acme.test");
let keys = 0;

function create(input: Partial<CreateCustomerInput>): Promise<string> {
  return createCustomer(agent(), {
    idempotencyKey: `naughty-${(keys += 1)}`,
    kind: "BUSINESS",
    name: "Holder",
    homeCountry: "GB",
    ...input,
  });
}

/** Null when the check lets the text in, else the code of its refusal. */
function codeOf(check: (refusals: Refusals) => void): string | null {
  const refusals = new Refusals();
  check(refusals);
  try {
    refusals.settle();
    return null;
  } catch (error) {
    return (error as { refusals: { code: string }[] }).refusals[0]?.code ?? null;
  }
}

const textCode = (text: string, isMultiline = false) =>
  codeOf((refusals) => checkText(refusals, text, { noun: "noun.note", max: 64, isRequired: true, isMultiline }));
const kept = naughtyStrings.filter((text) => textCode(text) === null);
const refused = naughtyStrings.filter((text) => textCode(text) !== null);

async function inParallel(texts: readonly string[], work: (text: string) => Promise<void>): Promise<void> {
  const left = [...texts];
  const next = async (): Promise<void> => {
    for (let text = left.pop(); text !== undefined; text = left.pop()) await work(text);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

test("most naughty strings go in, the rest are refused for what they are", () => {
  expect(kept.length).toBeGreaterThan(300);
  expect(kept).toContain("1;DROP TABLE users");
  expect(textCode("a\0b")).toBe("INVALID");
  expect(textCode("\ud800")).toBe("INVALID");
  expect(textCode("a\nb")).toBe("INVALID");
  expect(textCode("a\nb\tc", true)).toBeNull();
  expect(textCode("a\u0007b", true)).toBe("INVALID");
  expect(textCode("x".repeat(65))).toBe("TOO_LONG");
  expect(textCode(" \u200b\u2028")).toBe("REQUIRED");
});

test("a naughty name comes back unchanged, and is followed by the number", async () => {
  const names = new Map<string, string>();
  await inParallel(kept, async (name) => {
    if (!name.includes("%")) names.set(encodeId("cus", await create({ name })), name);
  });
  for (const ids of chunks([...names.keys()], 100)) {
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Customer { name label number } } }";
    const { data, errors } = await world.graphql("agent@acme.test", document, { ids });
    expect(errors).toBeUndefined();
    for (const node of data!["nodes"] as { id: string; name: string; label: string; number: number }[]) {
      expect(node.name).toBe(names.get(node.id));
      expect(node.label).toBe(`${node.name} (ID: ${node.number})`);
    }
  }
});

test("naughty texts come back unchanged from contacts, sites, addresses, tags and attributes", async () => {
  for (const texts of chunks(kept, 20)) {
    const id = await create({
      contacts: texts.map((name) => ({ name, roles: ["TECHNICAL"] })),
      sites: texts.map((name) => ({
        name,
        address: { line1: name.slice(0, 50), line2: null, city: name, region: name, postalCode: name, country: "HK" },
      })),
      tags: texts,
      attributes: texts.map((text) => ({ key: text, value: text })),
    });
    const document = `query ($id: ID!) {
      customer(id: $id) { tags attributes { key value } contacts { name } sites { name address { line1 line2 city region postalCode } } }
    }`;
    const { data } = await world.graphql("agent@acme.test", document, { id: encodeId("cus", id) });
    expect(JSON.parse(JSON.stringify(data!["customer"]))).toEqual({
      tags: texts,
      attributes: texts.map((text) => ({ key: text, value: text })),
      contacts: texts.map((name) => ({ name })),
      sites: texts.map((name) => ({
        name,
        address: { line1: name.slice(0, 50), line2: null, city: name, region: name, postalCode: name },
      })),
    });
  }
});

test("what is refused leaves nothing behind", async () => {
  const count = () =>
    world.database.rows(
      "select (select count(*) from customer), (select count(*) from contact), (select count(*) from audit_entry)",
    );
  const before = await count();
  await inParallel(refused, async (text) => {
    await expect(create({ tags: [text] })).rejects.toMatchObject({
      name: "Rejection",
    });
  });
  expect(await count()).toEqual(before);
});

test("an e-mail, phone, country or language is kept as given or refused", async () => {
  const reach = naughtyStrings.flatMap((text) => {
    const isEmail = codeOf((refusals) => checkReach(refusals, { email: text })) === null && text !== "";
    const isPhone = codeOf((refusals) => checkReach(refusals, { phone: text })) === null && text !== "";
    expect(["REQUIRED", "INVALID"]).toContain(codeOf((refusals) => checkCountry(refusals, text)) ?? "INVALID");
    expect(["REQUIRED", "INVALID"]).toContain(codeOf((refusals) => checkLanguage(refusals, text)) ?? "INVALID");
    return isEmail || isPhone
      ? [{ name: "Reached", roles: ["TECHNICAL" as const], email: isEmail ? text : null, phone: isPhone ? text : null }]
      : [];
  });
  expect(reach.length).toBeGreaterThan(0);
  for (const contacts of chunks(reach, 100)) {
    const id = await create({ contacts });
    const rows = await world.database.rows(
      "select name, roles, email, phone from contact where customer_id = $1 order by id",
      [id],
    );
    expect(rows).toEqual(contacts);
  }
});

test("any naughty string can be searched for and filtered by without a fault", async () => {
  await inParallel(naughtyStrings, async (text) => {
    const searched = await listCustomers(agent(), { search: text, first: 5 }).then(
      async (page) => (page.nodes.length === 0 ? page.suggest() : page.countAll()),
      (error: unknown) => error,
    );
    if (searched instanceof Error) expect(searched).toMatchObject({ code: "BAD_USER_INPUT" });
    const filtered = await listCustomers(agent(), { filter: { tag: text, country: text }, first: 1 }).catch(
      (error: unknown) => error,
    );
    if (filtered instanceof Error) expect(filtered).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
