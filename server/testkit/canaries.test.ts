import { randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { generateSync } from "otplib";
import { afterAll, expect, test } from "vitest";
import { definition as ocs } from "../connectors/ocs/definition.ts";
import { settingsOf } from "../connectors/settings.ts";
import { createLog } from "../kernel/log.ts";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { givePasswords, liveServer, passwordOfTests, type HttpAnswer } from "./live-server.ts";
import { ids, openShop } from "./shop.ts";

// Secrets that nobody else writes are pushed through everything that takes one: the connectors' settings, doors and keys, calls that
// fail and statements that break. Afterwards they are looked for wherever something is written or told.

const lines: string[] = [];
const log = createLog({ TIERLINE_LOG: "debug" }, "test", { write: (line) => void lines.push(line) });
const shop = await openShop();
const { world } = shop;
const { rows } = world.database;
await givePasswords(world);
await shop.lab();
const server = await liveServer(world, log);
afterAll(() => server.close());
const engine = await shop.engine(log);
afterAll(() => engine.stop());

const canaries = new Map<string, string>();

/** A secret of its own for each place. */
function canary(place: string): string {
  const secret = `canary${canaries.size}${randomBytes(9).toString("hex")}`;
  canaries.set(place, secret);
  return secret;
}

/** What was answered to anybody, apart from what is shown once to whoever made it. */
const told: string[] = [];

async function ask(cookie: string, query: string, variables: object = {}, headers = {}): Promise<HttpAnswer> {
  const answer = await server.post({ query, variables }, { cookie, "x-tierline-client": "console", ...headers });
  told.push(answer.text);
  return answer;
}

const operator = await server.signIn("ops@tierline.test");
const owner = await server.signIn("owner@acme.test");

interface Setting {
  readonly key: string;
  readonly isSecret: boolean;
}

interface Connector {
  readonly key: string;
  readonly version: number;
  readonly settings: readonly Setting[];
}

const nowhere = "127.0.0.1:9"; // nothing listens there

/** A value of the right form, with a canary where it is secret. */
function valueOf(connector: string, { key, isSecret }: Setting): string | null {
  if (isSecret) {
    const secret = canary(`${connector}.${key}`);
    return /database|address/i.test(key) ? `postgres://someone:${secret}@${nowhere}/none` : secret;
  }
  if (/url/i.test(key)) return `http://${nowhere}/`;
  return /host/i.test(key) ? "127.0.0.1" : null;
}

const read = "{ connectors { key version health healthMessage endpoint settings { key value isSecret isSet } } }";
const update = `mutation ($input: UpdateConnectorInput!) { updateConnector(input: $input) { connector { key version settings { key value } } userErrors { code message path } } }`;

async function pushIntoConnectors(): Promise<void> {
  const { data } = await ask(operator, read);
  for (const { key, version, settings } of data!["connectors"] as Connector[]) {
    const given = settings.flatMap((setting) => {
      const value = valueOf(key, setting);
      return value === null ? [] : [{ key: setting.key, value }];
    });
    const input = { key, version, mode: key === "ansible" ? null : "REAL", settings: given };
    const { errors } = await ask(operator, update, { input });
    expect(errors).toEqual([]);
    await ask(
      operator,
      "mutation ($input: CheckConnectorInput!) { checkConnector(input: $input) { connector { healthMessage } userErrors { message } } }",
      { input: { key } },
    );
  }
}

const passwords: readonly [document: string, variables: () => object][] = [
  [
    "mutation ($i: SignInInput!) { signIn(input: $i) { userErrors { message } } }",
    () => ({ i: { email: "owner@acme.test", password: canary("sign in") } }),
  ],
  [
    "mutation ($i: SignInInput!) { signIn(input: $i) { userErrors { message } } }",
    () => ({ i: { email: "nobody@acme.test", password: canary("sign in as nobody") } }),
  ],
  [
    "mutation ($i: TokenAndPasswordInput!) { acceptInvitation(input: $i) { userErrors { message } } }",
    () => ({ i: { token: canary("invitation"), password: canary("password of an invitation") } }),
  ],
  [
    "mutation ($i: TokenAndPasswordInput!) { resetPassword(input: $i) { userErrors { message } } }",
    () => ({ i: { token: canary("reset"), password: canary("password of a reset") } }),
  ],
  [
    "mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { userErrors { message } } }",
    () => ({ i: { currentPassword: canary("wrong password"), newPassword: canary("new password") } }),
  ],
  [
    "mutation ($i: RequestEmailChangeInput!) { requestEmailChange(input: $i) { userErrors { message } } }",
    () => ({ i: { currentPassword: canary("password of a change"), email: "new@acme.test" } }),
  ],
];

async function pushThroughDoors(): Promise<void> {
  for (const [document, variables] of passwords) await ask(owner, document, variables());
  await ask(`__Host-tierline=${canary("cookie")}; tierline=${canary("plain cookie")}`, "{ viewer { user { name } } }");
  await ask("", "{ viewer { user { name } } }", {}, { authorization: `Bearer tl_live_${canary("key")}` });
  await ask("", "{ viewer { user { name } } }", {}, { authorization: `Basic ${canary("basic")}` });
  const socket = server.socket({ authorization: `Bearer ${canary("key of a socket")}` });
  await socket.hello({ authorization: `Bearer ${canary("key in a greeting")}` });
  told.push(JSON.stringify(socket.messages));
  socket.cut();
}

/** Asks without keeping the answer among what was told: it holds what is shown once. */
async function make(verb: string, inputType: string, fields: string, input: object): Promise<Record<string, unknown>> {
  const query = `mutation ($input: ${inputType}!) { ${verb}(input: $input) { ${fields} userErrors { code } } }`;
  const { data, errors } = await server.post(
    { query, variables: { input } },
    { cookie: owner, "x-tierline-client": "console" },
  );
  expect(errors).toEqual([]);
  const answer = data![verb] as Record<string, unknown>;
  expect(answer["userErrors"]).toEqual([]);
  return answer;
}

/** What is shown once to whoever made it is a secret from then on. */
async function makeSecrets(): Promise<void> {
  canaries.set("session", operator.split("=")[1]!);
  canaries.set("session of an owner", owner.split("=")[1]!);
  await makeKey();
  await makeFactor();
  const access = { idempotencyKey: newId(), email: "made@acme.test", name: "Made", role: "AGENT" };
  const { password } = await make("giveAccess", "InviteUserInput", "password", access);
  canaries.set("made password", String(password));
  const endpoint = { idempotencyKey: newId(), url: "https://receiver.example/hook", events: ["CUSTOMER_CREATED"] };
  const { secret } = await make("createWebhookEndpoint", "CreateWebhookEndpointInput", "secret", endpoint);
  canaries.set("webhook", String(secret).replace("whsec_", ""));
}

async function makeKey(): Promise<void> {
  const program = { idempotencyKey: newId(), name: "Canary", scopes: ["customers_read"] };
  const made = await make("createApiClient", "CreateApiClientInput", "token apiClient { id }", program);
  const token = String(made["token"]);
  canaries.set("key that works", token.split("_").at(-1)!);
  const customers = { query: "{ customers(first: 1) { nodes { id } } }" };
  told.push((await server.post(customers, { authorization: `Bearer ${token}` })).text);
  const exchanged = await fetch(`${server.api.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: (made["apiClient"] as { id: string }).id,
      client_secret: token,
    }),
  });
  const { access_token: granted } = (await exchanged.json()) as { access_token: string };
  canaries.set("access token", granted.split(".").at(-1)!);
  told.push((await server.post(customers, { authorization: `Bearer ${granted}` })).text);
}

/** An app that gives codes, and its recovery codes; one of them is used, and a wrong one. */
async function makeFactor(): Promise<void> {
  const { id, secret } = await make("addAuthenticator", "AddAuthenticatorInput", "id secret", { name: "Phone" });
  canaries.set("authenticator", String(secret));
  const code = generateSync({ secret: String(secret), epoch: Math.floor(world.clock.now().getTime() / 1_000) });
  const confirmed = await make("confirmAuthenticator", "ConfirmAuthenticatorInput", "recoveryCodes", { id, code });
  for (const [at, recovery] of (confirmed["recoveryCodes"] as string[]).entries()) {
    canaries.set(`recovery code ${at}`, recovery);
    canaries.set(`recovery code ${at}, typed`, recovery.replaceAll("-", ""));
  }
  const signIn =
    "mutation ($i: SignInInput!) { signIn(input: $i) { secondFactor { token } userErrors { code message } } }";
  const { data } = await server.post({
    query: signIn,
    variables: { i: { email: "owner@acme.test", password: passwordOfTests } },
  });
  const { token } = (data!["signIn"] as { secondFactor: { token: string } }).secondFactor;
  canaries.set("sign-in that waits for its factor", token);
  const complete = "mutation ($i: CompleteSignInInput!) { completeSignIn(input: $i) { userErrors { code message } } }";
  const recovery = canaries.get("recovery code 0");
  for (const code of [canary("wrong recovery code"), recovery]) await ask("", complete, { i: { token, code } });
}

/** Statements break while a secret is in hand, as they do where a database is not what it should be. */
async function crash(): Promise<void> {
  await rows("alter table credential rename to credential_gone");
  for (const [document, variables] of passwords) await ask(owner, document, variables());
  await rows("alter table credential_gone rename to credential");
  await rows("alter table connector rename column settings to settings_gone");
  const settings = [{ key: "password", value: canary("setting of a statement that breaks") }];
  await ask(operator, update, { input: { key: "ocs", version: 2, settings } });
  await rows("alter table connector rename column settings_gone to settings");
  await ask(operator, update, {
    input: { key: "ocs", version: 2, settings: [{ key: "nothing", value: canary("unknown setting") }] },
  });
}

/** Every row of every table, as text. */
async function wholeDatabase(): Promise<string> {
  const tables = await rows<{ name: string }>(
    "select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  const texts = await Promise.all(
    tables.map(({ name }) => rows<{ text: string }>(`select t::text as text from ${name} t`)),
  );
  return texts
    .flat()
    .map(({ text }) => text)
    .join("\n");
}

const everything = `{
  connectors { key healthMessage endpoint settings { key value } }
  provisioningRuns(first: 20) { nodes { title error { code message } export variables { key value } tasks { detail message log(first: 50) { nodes { message } } } } }
  auditEntries(first: 100) { nodes { subject note changes { field before after } requestId } }
  apiClients { nodes { name keys { prefix } } }
  apiRequests(first: 20) { nodes { operation codes } }
}`;

test(
  "rel-R20: of fifty secrets, made or given, none is in a log, the database, an answer, an event or the file of the trail",
  { timeout: 60_000 },
  async () => {
    const socket = server.socket({ cookie: owner });
    expect(await socket.hello()).toBe(true);
    const watch =
      "subscription ($id: ID!) { provisioningRun(id: $id) { state export tasks { message detail error { message } log(first: 50) { nodes { message } } } } }";
    await shop.ended((await shop.orderMobile("owner@acme.test", "123")).runId);
    await pushIntoConnectors();
    await pushThroughDoors();
    await makeSecrets();
    // The network's secrets are used, and every call fails.
    const reservationIds = await shop.reserve("owner@acme.test", itemsOfTests.sim124, itemsOfTests.number124);
    const failed = await shop.order("owner@acme.test", { offeringId: ids.p1, customerId: ids.johnDoe, reservationIds });
    socket.subscribe("run", watch, { id: failed.runId });
    await expect
      .poll(async () => (await shop.run(failed.runId)).tasks.map(({ state }) => state), { timeout: 20_000 })
      .toEqual(expect.arrayContaining([expect.stringMatching(/RETRYING|FAILED/)]));
    await crash();
    for (const cookie of [operator, owner]) await ask(cookie, everything);
    const file = await fetch(`${server.api.url}/audit.csv`, { headers: { cookie: owner } });
    told.push(await file.text(), JSON.stringify(socket.messages));
    socket.cut();

    const places = { log: lines.join(""), database: await wholeDatabase(), told: told.join("\n") };
    // They did come in: what is kept is sealed, and opens to what was sent.
    const { password } = await settingsOf(world.as("owner@acme.test"), ocs);
    expect(password.reveal()).toBe(canaries.get("ocs.password"));
    expect(canaries.size).toBeGreaterThanOrEqual(50);
    expect(lines.length).toBeGreaterThan(0);
    expect(places.told).toContain("John Smith");
    const found = [...canaries].flatMap(([place, secret]) =>
      Object.entries(places).flatMap(([where, text]) => (text.includes(secret) ? [`${place} is in ${where}`] : [])),
    );
    expect(found).toEqual([]);
  },
);
