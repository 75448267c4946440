import { graphql } from "graphql";
import { expect, test } from "vitest";
import { newId } from "@tierline/shared/id.ts";
import { askAs, customersOfTests } from "../testkit/customers-of-tests.ts";
import { codes, passwordOfPeople, peopleWorld, type Browser, type Payload } from "../testkit/people-of-tests.ts";
import { ids } from "../testkit/shop.ts";
import { authenticate } from "./authenticate.ts";

const { world, browser, call, mailsTo, rightsOf } = await peopleWorld();
const { rows } = world.database;
const owner = "owner@acme.test";

interface Given {
  readonly user: { readonly id: string } | null;
  readonly password: string | null;
  readonly userErrors: Payload["userErrors"];
}

async function give(more: Record<string, unknown> = {}): Promise<Given & { readonly email: string }> {
  const email = `p${newId().slice(-8)}@smith.test`;
  const person = {
    idempotencyKey: newId(),
    name: "Pat Smith",
    email,
    role: "CUSTOMER_USER",
    customerId: ids.johnSmith,
  };
  const { data, errors } = await world.graphql(
    owner,
    "mutation ($input: InviteUserInput!) { giveAccess(input: $input) { user { id } password userErrors { code path } } }",
    { input: { ...person, ...more } },
  );
  expect(errors).toBeUndefined();
  return { ...(data?.["giveAccess"] as Given), email };
}

async function signIn(email: string, password: string, resellerKey?: string): Promise<Browser & { answer: unknown }> {
  const at = browser();
  const { data } = await graphql({
    schema: world.schema,
    source: `mutation ($input: SignInInput!) { signIn(input: $input) {
      viewer { mustChangePassword customer { label } reseller { key } } userErrors { code path } } }`,
    variableValues: { input: { email, password, ...(resellerKey === undefined ? {} : { resellerKey }) } },
    contextValue: at.request,
  });
  return Object.assign(at, { answer: data?.["signIn"] });
}

test("B15, T7: a password is made of 20 characters or more, told once, and changed before anything else", async () => {
  const { user, password, email } = await give();
  expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^a-zA-Z0-9]).{20,}$/);
  expect(await mailsTo(email)).toEqual([]);
  const at = await signIn(email, password!);
  expect(at.answer).toMatchObject({ viewer: { mustChangePassword: true, customer: { label: /John Smith/ } } });
  expect(await rightsOf(at.cookie)).toEqual(["profile.update"]);
  const viewer = (await authenticate(world.system(), at.cookie ?? ""))!;
  const refused = await askAs(world, viewer, "{ customers(first: 1) { nodes { id } } }");
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "PASSWORD_CHANGE_REQUIRED" });
  const change = { currentPassword: password, newPassword: "nine brown otters asleep" };
  expect(codes(await call(viewer, "changePassword", change))).toBe("");
  expect(await rightsOf(at.cookie)).toContain("customer.view");
  const { data } = await askAs(world, world.as(owner).viewer, "query ($id: ID!) { user(id: $id) { state email } }", {
    id: user!.id,
  });
  expect(data).toEqual({ user: { state: "ACTIVE", email } });
});

test("B15: made passwords differ, and none is kept anywhere in clear", async () => {
  const made = await Promise.all([give(), give(), give()]);
  const passwords = made.map(({ password }) => password!);
  expect(new Set(passwords).size).toBe(3);
  const kept = JSON.stringify([
    await rows("select * from credential"),
    await rows("select * from idempotency"),
    await rows("select * from audit_entry"),
    await rows("select * from outbox_mail"),
  ]);
  expect(passwords.filter((password) => kept.includes(password))).toEqual([]);
});

test("B17: a double click adds one person, and the second is not told the password again", async () => {
  const idempotencyKey = newId();
  const email = `twice-${newId().slice(-8)}@smith.test`;
  const [first, second] = [await give({ idempotencyKey, email }), await give({ idempotencyKey, email })];
  expect(second.user).toEqual(first.user);
  expect([first.password === null, second.password]).toEqual([false, null]);
  expect(await rows("select 1 from app_user where email = $1", [email])).toHaveLength(1);
});

test("B15, B17: an address is looked at before saving, with three free ones where it is taken, and again when saving", async () => {
  const { email } = await give();
  const check = async (asked: string, from = owner, resellerId?: string) => {
    const source =
      "query ($email: String!, $id: ID) { emailCheck(email: $email, resellerId: $id) { isFree suggestions } }";
    const { data, errors } = await world.graphql(from, source, { email: asked, id: resellerId });
    return data?.["emailCheck"] ?? (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  };
  const [name, domain] = email.split("@") as [string, string];
  expect(await check(` ${email.toUpperCase()} `)).toEqual({
    isFree: false,
    suggestions: [`${name}.2@${domain}`, `${name}2@${domain}`, `${name}.office@${domain}`],
  });
  await give({ email: `${name}2@${domain}` });
  expect(await check(email)).toEqual({
    isFree: false,
    suggestions: [`${name}.2@${domain}`, `${name}.office@${domain}`, `${name}3@${domain}`],
  });
  expect(await check(`free-${email}`)).toEqual({ isFree: true, suggestions: [] });
  expect(await check(email, "owner@beta.test")).toEqual({ isFree: true, suggestions: [] }); // a name is unique within one reseller
  const before = await rows("select count(*)::int as n from app_user");
  expect(codes((await give({ email })) as never)).toBe("TAKEN email");
  expect(codes((await give({ name: "" })) as never)).toBe("REQUIRED name");
  expect(await rows("select count(*)::int as n from app_user")).toEqual(before);
  expect(await rows("select 1 from audit_entry where operation = 'user.give_access' and outcome = 'REFUSED'")).toEqual(
    [],
  );
});

const setDomains = async (from: string, id: string, domains: string[]) => {
  const source = `mutation ($input: SetCustomerDomainsInput!) { setCustomerDomains(input: $input) {
    customer { domains } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(from, source, { input: { id, domains } });
  expect(errors).toBeUndefined();
  return data?.["setCustomerDomains"] as Payload & { customer: { domains: string[] } | null };
};

test("MX9: a customer has several domains, each of one customer within a reseller, and of other resellers nothing is said", async () => {
  const set = await setDomains(owner, ids.johnSmith, ["Acme.com ", "acme.co.uk", "acme.com"]);
  expect([set.customer?.domains, codes(set)]).toEqual([["acme.co.uk", "acme.com"], ""]);
  expect(codes(await setDomains(owner, ids.johnson, ["johnson.test", "ACME.com"]))).toBe("TAKEN domains.1");
  expect((await setDomains("owner@beta.test", ids.johnnyBeta, ["acme.com"])).customer?.domains).toEqual(["acme.com"]);
  for (const wrong of ["", "acme", "acme..com", "-acme.com", "acme.com/x", `${"a".repeat(64)}.com`, "a b.com"]) {
    expect(codes(await setDomains(owner, ids.johnson, [wrong]))).toBe("INVALID domains.0");
  }
  expect((await setDomains(owner, ids.johnson, ["johnson.test"])).customer?.domains).toEqual(["johnson.test"]);
  const told = await rows<{ changes: unknown }>(
    "select changes from audit_entry where operation = 'customer.set_domains' and subject_id = $1",
    [customersOfTests.johnSmith.id],
  );
  expect(told).toEqual([{ changes: [{ field: "domains", before: "", after: "acme.co.uk, acme.com" }] }]);
});

test("MX9: one e-mail at two resellers is signed in where its domain is known, and elsewhere asks at which", async () => {
  await setDomains(owner, ids.johnSmith, ["known.test"]);
  const joined = async (email: string) => {
    for (const [from, customerId] of [
      [owner, ids.johnSmith],
      ["owner@beta.test", ids.johnnyBeta],
    ] as const) {
      const input = { idempotencyKey: newId(), name: "Two", email, role: "CUSTOMER_USER", customerId };
      const { user } = await call(from, "inviteUser", input);
      expect(user).not.toBeNull();
    }
    await rows(
      `insert into credential (id, path, user_id, password_hash, changed_at)
       select gen_random_uuid(), path, id, (select c.password_hash from credential c join app_user o on o.id = c.user_id where o.email = 'owner@acme.test'), now() from app_user where email = $1`,
      [email],
    );
  };
  await joined("two@known.test");
  await joined("two@gmail.test");
  const known = await signIn("two@known.test", passwordOfPeople);
  expect(known.answer).toMatchObject({ viewer: { reseller: { key: "acme" } }, userErrors: [] });
  const unknown = await signIn("two@gmail.test", passwordOfPeople);
  expect(unknown.answer).toEqual({ viewer: null, userErrors: [{ code: "REQUIRED", path: ["resellerKey"] }] });
  const named = await signIn("two@gmail.test", passwordOfPeople, "beta");
  expect(named.answer).toMatchObject({ viewer: { reseller: { key: "beta" } } });
});
