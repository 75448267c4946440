import { graphql } from "graphql";
import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { postalAnswer } from "../connectors/lab/postal-codes.ts";
import type { RequestContext } from "../kernel/context.ts";
import { setInstallation } from "../kernel/installation.ts";
import { plantBrand } from "../testkit/brands-of-tests.ts";
import { codes, passwordOfPeople, peopleWorld, type Payload } from "../testkit/people-of-tests.ts";
import { statementsOf } from "../testkit/statements.ts";
import { thirdParty } from "../testkit/third-party.ts";
import { forgetOldSignUps } from "./module.ts";

const { world, mailsTo, lastMailTo } = await peopleWorld();
const { rows } = world.database;

const [owner, agent] = ["owner@acme.test", "agent@acme.test"];
const form = { isOpen: true, address: "REQUIRED", phone: "REQUIRED", company: "OPTIONAL", termsUrl: null };

beforeAll(async () => {
  await plantBrand(world, "acme");
  await rows("update hostname set state = 'SERVING', proved_at = now() where host = 'my.acme.example.com'");
  for (const each of [owner, "owner@beta.test"]) {
    const saved = await world.graphql(
      each,
      "mutation ($input: SaveSignUpFormInput!) { saveSignUpForm(input: $input) { form { isOpen version } userErrors { code } } }",
      { input: { ...form, version: 0 } },
    );
    expect(saved.data).toEqual({ saveSignUpForm: { form: { isOpen: true, version: 1 }, userErrors: [] } });
  }
});

/** Nobody who is known, at a reseller's own host name; without one at the installation's. */
function visitor(resellerKey: string | null, ip = "192.0.2.77"): RequestContext {
  const http = { ip, userAgent: "Firefox", resellerKey, setSession: () => undefined };
  return { ...world.request(null), http };
}

async function verb(at: string | null, field: string, input: Record<string, unknown>, ip?: string): Promise<Payload> {
  const name = field === "resetPassword" ? "tokenAndPassword" : field;
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const source = `mutation ($input: ${type}) { ${field}(input: $input) { userErrors { code path message } } }`;
  const { data, errors } = await graphql({
    schema: world.schema,
    source,
    variableValues: { input },
    contextValue: visitor(at, ip),
  });
  if (errors !== undefined) throw errors[0]!;
  return (data as Record<string, Payload>)[field]!;
}

const details = {
  firstName: "Iris",
  lastName: "Newcomb",
  phone: "+44 20 7946 0018",
  country: "gb",
  address: { line1: "1 High Street", city: "Leeds", postalCode: "LS1 4AP" },
  password: passwordOfPeople,
  passwordAgain: passwordOfPeople,
};

async function linkFor(at: string, email: string): Promise<string> {
  expect(codes(await verb(at, "startSignUp", { email, emailAgain: email }))).toBe("");
  return (await lastMailTo(email)).token;
}

async function signedUp(email: string, at = "acme", more: Record<string, unknown> = {}): Promise<string> {
  const token = await linkFor(at, email);
  expect(codes(await verb(at, "signUp", { token, ...details, ...more }))).toBe("");
  return token;
}

interface Customer {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly policy: string;
  readonly key: string;
  readonly people: number;
  readonly screenings: number;
}
const customersWith = (email: string) =>
  rows<Customer>(
    `select c.id, c.name, c.state, a.credit_policy as policy, r.key,
       (select count(*)::int from app_user u where u.customer_id = c.id) as people,
       (select count(*)::int from screening s where s.customer_id = c.id and s.trigger = 'CUSTOMER_CREATED') as screenings
     from customer c join reseller r on r.id = c.reseller_id join ledger_account a on a.path = c.path and a.kind = 'BILLING'
     where c.email = $1 order by c.id`,
    [email],
  );
const apiId = (uuid: string) => encodeId("cus", uuid);

async function decide(
  field: "activateCustomer" | "refuseCustomer",
  as: string,
  uuid: string,
  more = {},
): Promise<Payload> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input!`;
  const source = `mutation ($input: ${type}) { ${field}(input: $input) { customer { state } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(as, source, { input: { id: apiId(uuid), ...more } });
  expect(errors).toBeUndefined();
  return (data as Record<string, Payload>)[field]!;
}

const signIn = (email: string) => verb("acme", "signIn", { email, password: passwordOfPeople }).then(codes);

test("VX3: who signs up is a waiting customer whose people stay out until a person of the reseller activates them", async () => {
  const email = "iris@new.test";
  const token = await signedUp(email);
  expect((await lastMailTo(email)).link).toMatch(/^https:\/\/my\.acme\.example\.com\/sign-up#/);
  const [customer] = await customersWith(email);
  expect(customer).toMatchObject({ name: "Iris Newcomb", state: "WAITING", key: "acme", people: 1, screenings: 1 });
  expect(await signIn(email)).toBe("STATE_CONFLICT");
  expect(codes(await verb("acme", "requestPasswordReset", { email }))).toBe("");
  const reset = await lastMailTo(email);
  expect(codes(await verb("acme", "resetPassword", { token: reset.token, password: "nine red kites at noon" }))).toBe(
    "STATE_CONFLICT",
  );

  // The same link again is the same customer.
  expect(codes(await verb("acme", "signUp", { token, ...details }))).toBe("");
  expect(await customersWith(email)).toHaveLength(1);

  const told = await rows<{ email: string; customer_id: string }>(
    "select u.email, n.customer_id from notification n join app_user u on u.id = n.user_id where n.kind = 'SIGNED_UP'",
  );
  expect(told.map((each) => each.email).toSorted()).toEqual(["agent2@acme.test", agent, owner]);

  const activated = await decide("activateCustomer", agent, customer!.id);
  expect(activated).toMatchObject({ customer: { state: "ACTIVE" }, userErrors: [] });
  expect(await customersWith(email)).toMatchObject([{ state: "ACTIVE", policy: "PERMISSIVE" }]);
  const mails = await mailsTo(email);
  expect(mails.at(-1)).toMatchObject({
    subject: "Your account at Acme is active",
    link: "https://my.acme.example.com/sign-in",
  });
  expect(await signIn(email)).toBe("");
  expect(codes(await decide("activateCustomer", agent, customer!.id))).toBe("STATE_CONFLICT id");
  expect(await mailsTo(email)).toHaveLength(mails.length);
});

test("VX2: addresses that differ are refused, one in use here is told to whoever holds it alone, one in use elsewhere is free", async () => {
  const differs = await verb("acme", "startSignUp", { email: "kay@new.test", emailAgain: "key@new.test" });
  expect(codes(differs)).toBe("INVALID emailAgain"); // EMAIL_MISMATCH
  expect(await mailsTo("kay@new.test")).toEqual([]);

  await signedUp("kay@new.test");
  const again = await linkFor("acme", "Kay@New.test ".trim().toLowerCase());
  expect(codes(await verb("acme", "signUp", { token: again, ...details }))).toBe("TAKEN email"); // EMAIL_TAKEN
  expect(await customersWith("kay@new.test")).toHaveLength(1);

  await signedUp("kay@new.test", "beta");
  expect((await customersWith("kay@new.test")).map(({ key }) => key)).toEqual(["acme", "beta"]);
  // A link leads on at the reseller that it was asked of, and nowhere else.
  const foreign = await linkFor("beta", "lou@new.test");
  expect(codes(await verb("acme", "signUp", { token: foreign, ...details }))).toBe("EXPIRED token");
});

test("who asks for a link learns nothing: the answer and the database's work are the same for a known address", async () => {
  await signedUp("mia@new.test");
  const shapes: string[][] = [];
  for (const [index, email] of ["mia@new.test", "nobody@new.test", owner].entries()) {
    const asked = await statementsOf(world.orm, async () => {
      const answer = await verb("acme", "startSignUp", { email, emailAgain: email }, `192.0.2.${100 + index}`);
      expect(answer).toEqual({ userErrors: [] });
    });
    shapes.push(asked);
  }
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
});

test("every field that is wrong is named, and nobody is made; a company becomes a business", async () => {
  const token = await linkFor("acme", "ned@new.test");
  const wrong = { firstName: "", phone: "", passwordAgain: "another one", address: null };
  expect(codes(await verb("acme", "signUp", { token, ...details, ...wrong }))).toBe(
    "REQUIRED firstName, REQUIRED phone, REQUIRED address.line1, INVALID passwordAgain",
  );
  const short = { password: "short", passwordAgain: "short" };
  expect(codes(await verb("acme", "signUp", { token, ...details, ...short }))).toBe("INVALID password");
  const code = { ...details, address: { ...details.address, postalCode: "12" } };
  expect(codes(await verb("acme", "signUp", { token, ...code }))).toBe("INVALID address.postalCode");
  expect(await customersWith("ned@new.test")).toEqual([]);
  expect(codes(await verb("acme", "signUp", { token, ...details, company: "Ned & Sons" }))).toBe("");
  const [made] = await rows<{ kind: string; contact: string }>(
    "select c.kind, p.name as contact from customer c join contact p on p.customer_id = c.id where c.name = 'Ned & Sons'",
  );
  expect(made).toEqual({ kind: "BUSINESS", contact: "Iris Newcomb" });
});

test("who is refused is told why and forgotten, so that the address is free again; others' customers are nobody's", async () => {
  await signedUp("pat@new.test");
  const [customer] = await customersWith("pat@new.test");
  const elsewhere = await world.graphql(
    "owner@beta.test",
    "mutation ($input: RefuseCustomerInput!) { refuseCustomer(input: $input) { userErrors { code } } }",
    { input: { id: apiId(customer!.id), reason: "not ours" } },
  );
  expect(elsewhere.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  expect(codes(await decide("refuseCustomer", owner, customer!.id, { reason: "" }))).toBe("REQUIRED reason");
  const refused = await decide("refuseCustomer", owner, customer!.id, { reason: "We do not serve your street." });
  expect(refused).toMatchObject({ customer: { state: "ARCHIVED" }, userErrors: [] });
  expect((await lastMailTo("pat@new.test")).text).toContain("We do not serve your street.");
  expect(await customersWith("pat@new.test")).toMatchObject([{ state: "ARCHIVED", people: 0 }]);
  const [told] = await rows<{ note: string }>("select note from audit_entry where operation = 'customer.refuse'");
  expect(told).toEqual({ note: "We do not serve your street." });
  await signedUp("pat@new.test");
  expect((await customersWith("pat@new.test")).map(({ state }) => state)).toEqual(["ARCHIVED", "WAITING"]);
});

test("nobody signs up where it is switched off, under the installation's own name, or too often", async () => {
  const input = { email: "quinn@new.test", emailAgain: "quinn@new.test" };
  for (const at of [null, "nord", "nowhere"]) {
    expect(codes(await verb(at, "startSignUp", input))).toBe("NOT_AVAILABLE");
  }
  const asked = { schema: world.schema, source: "{ openSignUpForm { phone } }" };
  expect((await graphql({ ...asked, contextValue: visitor("nord") })).data).toEqual({ openSignUpForm: null });
  expect((await graphql({ ...asked, contextValue: visitor("acme") })).data).toEqual({
    openSignUpForm: { phone: "REQUIRED" },
  });
  for (let count = 0; count < 5; count += 1) await verb("acme", "startSignUp", input, `192.0.2.${count}`);
  await expect(verb("acme", "startSignUp", input, "192.0.2.200")).rejects.toMatchObject({
    originalError: { code: "RATE_LIMITED" },
  });
  await rows("update reseller set state = 'SUSPENDED' where key = 'acme'");
  expect(codes(await verb("acme", "startSignUp", { email: "r@new.test", emailAgain: "r@new.test" }))).toBe(
    "NOT_AVAILABLE",
  );
  await rows("update reseller set state = 'ACTIVE' where key = 'acme'");
});

test("a link that is too old leads nowhere and is forgotten with its address", async () => {
  const token = await linkFor("acme", "sam@new.test");
  world.clock.advance({ hours: 25 });
  expect(codes(await verb("acme", "signUp", { token, ...details }))).toBe("EXPIRED token");
  await forgetOldSignUps(world.system());
  expect(await rows("select 1 from sign_up where email = 'sam@new.test'")).toEqual([]);
});

test("what is asked is the reseller's to say: the form in the state that was read, with an address of terms that browsers open", async () => {
  const save = async (input: Record<string, unknown>) => {
    const source =
      "mutation ($input: SaveSignUpFormInput!) { saveSignUpForm(input: $input) { form { version } userErrors { code path } } }";
    return codes((await world.graphql(owner, source, { input })).data!["saveSignUpForm"] as Payload);
  };
  expect(await save({ ...form, version: 7 })).toBe("STALE version");
  expect(await save({ ...form, termsUrl: "javascript:alert(1)", version: 1 })).toBe("INVALID termsUrl");
  expect(await save({ ...form, phone: "OFF", termsUrl: "https://acme.example/terms", version: 1 })).toBe("");
  const token = await linkFor("acme", "tom@new.test");
  expect(codes(await verb("acme", "signUp", { token, ...details }))).toBe("REQUIRED acceptsTerms");
  expect(codes(await verb("acme", "signUp", { token, ...details, acceptsTerms: true }))).toBe("");
  expect(await rows("select phone from customer where email = 'tom@new.test'")).toEqual([{ phone: null }]);
  const [told] = await rows<{ changes: { field: string }[] }>(
    "select changes from audit_entry where operation = 'signUp.form' order by id desc limit 1",
  );
  expect(told!.changes.map(({ field }) => field)).toEqual(["phone", "termsUrl"]);
});

test("B7: whoever holds a link to sign up has a CEP looked up, and nobody else; not without end, and signing up goes on", async () => {
  const provider = await thirdParty();
  try {
    const { status, body } = postalAnswer("/ws/01001000/json/")!;
    provider.answer = { status, body: JSON.stringify(body) };
    setInstallation({ postalUrl: `http://${provider.host}` });
    const ask = (token: string, ip = "192.0.2.90", at = "acme") =>
      graphql({
        schema: world.schema,
        source: `query ($token: String!) { signUpPostalCode(token: $token, country: "br", postalCode: "01001-000") { outcome place { line1 city region } } }`,
        variableValues: { token },
        contextValue: visitor(at, ip),
      });
    const token = await linkFor("acme", "cep@new.test");
    expect((await ask(token)).data).toEqual({
      signUpPostalCode: { outcome: "FOUND", place: { line1: "Praça da Sé", city: "São Paulo", region: "SP" } },
    });
    for (const stranger of [await ask("of nobody"), await ask(token, "192.0.2.90", "beta")]) {
      expect(stranger.errors).toHaveLength(1);
      expect(stranger.data ?? null).toBeNull();
    }
    const codeOf = (answer: Awaited<ReturnType<typeof ask>>) =>
      (answer.errors?.[0]?.originalError as { code?: string } | undefined)?.code;
    const many = [];
    for (let nth = 0; nth < 60; nth += 1) many.push(codeOf(await ask(token)));
    expect(many.at(-1)).toBe("RATE_LIMITED");
    expect(provider.received).toHaveLength(1); // and what is known is not asked for again
    expect(codes(await verb("acme", "signUp", { token, ...details, acceptsTerms: true }, "192.0.2.90"))).toBe("");
  } finally {
    provider.close();
    setInstallation({ postalUrl: null });
  }
});
