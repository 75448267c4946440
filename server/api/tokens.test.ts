import { newId } from "@tierline/shared/id.ts";
import { accessTokenSeconds, auditExportsPerMinute, wrongKeysPerMinute } from "@tierline/shared/limits.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.clock.advance({ minutes: 5 })); // every allowance is whole again

const owner = "owner@acme.test";
const whoAmI = "{ viewer { user { name } permissions } }";

interface Made {
  readonly id: string;
  readonly keyId: string;
  readonly token: string;
}

async function make(more: object = {}): Promise<Made> {
  const { data } = await world.graphql(
    owner,
    "mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token apiClient { id keys { id } } } }",
    { input: { idempotencyKey: newId(), name: "Robot", scopes: ["customers_read", "subscribers_read"], ...more } },
  );
  const { token, apiClient } = data!["createApiClient"] as {
    token: string;
    apiClient: { id: string; keys: { id: string }[] };
  };
  return { token, id: apiClient.id, keyId: apiClient.keys[0]!.id };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function ask(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${server.api.url}/oauth/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
}

const credentials = ({ id, token }: Made) => ({
  grant_type: "client_credentials",
  client_id: id,
  client_secret: token,
});
const use = (token: unknown) => server.post({ query: whoAmI }, { authorization: `Bearer ${String(token)}` });

test("CX16: a program gets a token for its key, with the scopes it asks for of those it has, and nothing else", async () => {
  const made = await make();
  const { status, headers, body } = await ask({ ...credentials(made), scope: "customers_read" });
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: "Bearer",
    expires_in: accessTokenSeconds,
    scope: "customers_read",
  });
  expect((await use(body["access_token"])).data?.["viewer"]).toEqual({
    user: { name: "Robot" },
    permissions: ["customer.view", "search.use"],
  });
  const basic = Buffer.from(`${made.id}:${made.token}`).toString("base64");
  const all = await ask({ grant_type: "client_credentials" }, { authorization: `Basic ${basic}` });
  expect(all.body["scope"]).toBe("customers_read subscribers_read");
  const wider = await ask({ ...credentials(made), scope: "customers_read customers_write" });
  expect([wider.status, wider.body]).toEqual([400, { error: "invalid_scope" }]);
});

test("CX16: a token ends with its hour and with its key, and one that was changed is none", async () => {
  const made = await make();
  const { body } = await ask(credentials(made));
  const token = String(body["access_token"]);
  expect((await use(token)).status).toBe(200);
  const [head = "", , seal = ""] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ iss: "tierline", scope: "platform_read", key: made.keyId, exp: 4e9 }));
  const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
  for (const wrong of [
    `${head}.${forged.toString("base64url")}.${seal}`,
    `${unsigned}.${forged.toString("base64url")}.`,
    `${token}x`,
    "a.b.c",
  ])
    expect([wrong, (await use(wrong)).status]).toEqual([wrong, 401]);
  world.clock.advance({ seconds: accessTokenSeconds + 1 });
  expect((await use(token)).status).toBe(401);
  const fresh = String((await ask(credentials(made))).body["access_token"]);
  expect((await use(fresh)).status).toBe(200);
  await world.graphql(
    owner,
    "mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { userErrors { code } } }",
    {
      input: { id: made.keyId },
    },
  );
  expect((await use(fresh)).status).toBe(401);
  expect((await ask(credentials(made))).body).toEqual({ error: "invalid_client" });
});

test("VX16: addresses and pace of a program hold for getting tokens and for using them", async () => {
  const elsewhere = await make({ ipList: ["192.0.2.7"] });
  const refused = await ask(credentials(elsewhere));
  expect([refused.status, refused.body["error"]]).toEqual([403, "FORBIDDEN"]);
  const slow = await make({ requestsPerMinute: 2 });
  const { body } = await ask(credentials(slow));
  expect((await use(body["access_token"])).status).toBe(200);
  expect((await use(body["access_token"])).status).toBe(429);
  const later = await ask(credentials(slow));
  expect([later.status, later.body["error"], Number(later.headers.get("retry-after")) > 0]).toEqual([
    429,
    "RATE_LIMITED",
    true,
  ]);
});

test("what is no request for a token is refused in the words of RFC 6749, and whoever guesses is told to wait", async () => {
  const made = await make();
  const other = await make();
  const of = async (form: Record<string, string>, headers = {}) => {
    const { status, body } = await ask(form, headers);
    return [status, body["error"]];
  };
  expect(await of({})).toEqual([400, "unsupported_grant_type"]);
  expect(await of({ ...credentials(made), grant_type: "password" })).toEqual([400, "unsupported_grant_type"]);
  expect(await of({ ...credentials(made), client_id: other.id })).toEqual([401, "invalid_client"]);
  expect(await of({ ...credentials(made), client_secret: "tl_live_none" })).toEqual([401, "invalid_client"]);
  const basic = Buffer.from(`${made.id}:${made.token}`).toString("base64");
  expect(await of(credentials(made), { authorization: `Basic ${basic}` })).toEqual([401, "invalid_client"]);
  const { body } = await ask(credentials(made));
  expect(await of({ ...credentials(made), client_secret: String(body["access_token"]) })).toEqual([
    401,
    "invalid_client",
  ]);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await server.post("query=%7Bviewer%7Bpermissions%7D%7D", form)).status).toBe(415);
  const guesses = await Promise.all(Array.from({ length: wrongKeysPerMinute }, () => use("tl_live_none")));
  expect(guesses.at(-1)?.status).toBe(429);
});

test("the audit trail is taken away so often a minute, and no more", async () => {
  const cookie = await server.signIn(owner);
  const statuses: number[] = [];
  for (let count = 0; count <= auditExportsPerMinute; count += 1)
    statuses.push((await fetch(`${server.api.url}/audit.csv`, { headers: { cookie } })).status);
  expect(statuses).toEqual([...Array.from({ length: auditExportsPerMinute }, () => 200), 429]);
});
