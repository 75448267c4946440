import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { customerId } from "@tierline/shared/demo/customers.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { setNodeSources } from "../api/node-sources.ts";
import { systemContext } from "../api/request-context.ts";
import { buildApiSchema } from "../api/schema.ts";
import { modules } from "../app.ts";
import { demoPassword, plantDemoWorld } from "../db/demo.ts";
import { readConfig } from "../kernel/config.ts";
import { setInstallation } from "../kernel/installation.ts";
import { openServices } from "../open-services.ts";
import { startEngine } from "../provisioning/engine.ts";
import { sendWebhook } from "../webhooks/send-webhook.ts";
import { testDatabase } from "./database.ts";
import { testLab } from "./lab.ts";
import { serveLive } from "./live-server.ts";

const folder = new URL("../../schema/examples/", import.meta.url);
const files = readdirSync(folder).toSorted();

// The demo world as `start` makes it, with the product's own server, engine and lab.
const database = await testDatabase();
const config = readConfig({ PORT: "0", DATABASE_URL: database.url, TIERLINE_LOG: "silent" });
const services = await openServices(config, randomBytes(32), "api");
await plantDemoWorld(systemContext(services));
const lab = await testLab();
setInstallation({ demo: true, lab: lab.endpoints });
setNodeSources(modules);
const server = await serveLive({
  ...services,
  schema: buildApiSchema(modules),
  consoleFolder: null,
  consoleAddress: null,
  demoAccounts: null,
});
const ground = { em: services.orm.em, url: database.url, directUrl: database.url, concurrency: 10 };
const engine = await startEngine({ ...services.provisioning, ...services, ...ground });
const cookie = await server.signIn("agent@acme.test", demoPassword);

afterAll(async () => {
  await engine.stop();
  await server.close();
  await services.close();
  setInstallation({ demo: false, lab: null });
  await lab.drop();
  await database.drop();
});

/** What each document is asked with; one without an entry fails its test. */
const variablesOf: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  "catalog-for-customer.graphql": async () => ({ customerId: encodeId("cus", customerId(123)) }),
  "failed-runs.graphql": async () => ({}),
  "find-customer.graphql": async () => ({ search: "+1234567890" }),
  "services-of-tier.graphql": async () => ({ after: null }),
  "watch-stock.graphql": async () => ({ templateId: await simTemplate() }),
};

/** What an answer must hold, so that an example does not teach how to get nothing. */
const expected: Readonly<Record<string, string>> = {
  "catalog-for-customer.graphql": "Mobile - 20 GB",
  "failed-runs.graphql": "errorGroups",
  "find-customer.graphql": "John Smith (ID: 123)",
  "services-of-tier.graphql": '"state":"ACTIVE"',
};

async function simTemplate(): Promise<string> {
  const query = '{ offering(slug: "mobile-20gb") { requirements { template { id } } } }';
  const { data } = await server.post({ query }, { cookie });
  return (data!["offering"] as { requirements: { template: { id: string } }[] }).requirements[0]!.template.id;
}

test("every example is known to these tests", () => {
  expect(files).toEqual(["assign-plan.mjs", "receive-webhooks.mjs", ...Object.keys(variablesOf)].toSorted());
});

for (const name of files.filter((each) => each.endsWith(".graphql") && each !== "watch-stock.graphql")) {
  test(`the example ${name} answers in the demo world`, async () => {
    const query = readFileSync(new URL(name, folder), "utf8");
    const { errors, text } = await server.post({ query, variables: await variablesOf[name]!() }, { cookie });
    expect(errors).toEqual([]);
    expect(text).toContain(expected[name]);
  });
}

test("the example assign-plan.mjs sells a plan and prints its tasks, and watch-stock.graphql sees the SIM leave", async () => {
  const stock = server.socket({ cookie });
  await stock.hello();
  stock.subscribe(
    "1",
    readFileSync(new URL("watch-stock.graphql", folder), "utf8"),
    await variablesOf["watch-stock.graphql"]!(),
  );
  const { lines, code } = await assignPlan();
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^Mobile - 20 GB for John Smith \(ID: 123\): \d+\.\d{2} GBP today$/);
  expect(lines.at(-1)).toMatch(/^SUCCEEDED: Mobile - \+44 /);
  expect(lines).toContain("6 of 6 tasks completed");
  expect(lines.slice(-8, -1).filter((line) => line.trim().startsWith("SUCCEEDED"))).toHaveLength(6);
  const left = await stock.next(({ type }) => type === "next" || type === "error");
  expect(left).toMatchObject({ type: "next", payload: { data: { inventoryChanged: { isAvailable: false } } } });
  stock.cut();
});

test("VX16: with a key in the environment the example needs no session, and the guide's first request is answered", async () => {
  const owner = await server.signIn("owner@acme.test", demoPassword);
  const input = { name: "Reader", scopes: ["customers_read", "subscribers_write"], idempotencyKey: newId() };
  const made = await server.post(
    {
      query: "mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token } }",
      variables: { input },
    },
    { cookie: owner },
  );
  const { token } = made.data!["createApiClient"] as { token: string };
  const guide = readFileSync(new URL("../README.md", folder), "utf8");
  const body = /-d '(\{.*\})'/.exec(guide)?.[1] ?? "";
  const first = await server.post(body, { authorization: `Bearer ${token}` });
  expect(first.errors).toEqual([]);
  expect(first.data).toMatchObject({ viewer: { user: { name: "Reader" } }, customers: { nodes: { length: 5 } } });
  const { lines, code } = await assignPlan({ TIERLINE_KEY: token });
  expect(code).toBe(0);
  expect(lines).toContain("6 of 6 tasks completed");
});

test("VX16: a key is changed for a token by the guide's request, and the token's first query is answered", async () => {
  const owner = await server.signIn("owner@acme.test", demoPassword);
  const input = { name: "Token reader", scopes: ["customers_read", "catalog_read"], idempotencyKey: newId() };
  const query =
    "mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token apiClient { id } } }";
  const made = await server.post({ query, variables: { input } }, { cookie: owner });
  const { token, apiClient } = made.data!["createApiClient"] as { token: string; apiClient: { id: string } };
  const guide = readFileSync(new URL("../README.md", folder), "utf8");
  const [, form = ""] = /oauth\/token -u "\$TIERLINE_CLIENT:\$TIERLINE_KEY" (.*)/.exec(guide) ?? [];
  const response = await fetch(`${server.api.url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${apiClient.id}:${token}`).toString("base64")}` },
    body: new URLSearchParams(form.replaceAll("-d ", "").replaceAll(" ", "&")),
  });
  const { access_token, scope } = (await response.json()) as { access_token: string; scope: string };
  expect(scope).toBe("customers_read");
  const body = /-d '(\{.*\})'/.exec(guide)?.[1] ?? "";
  const first = await server.post(body, { authorization: `Bearer ${access_token}` });
  expect(first.errors).toEqual([]);
  expect(first.data).toMatchObject({ customers: { nodes: { length: 5 } } });
});

test("rel-R17: receive-webhooks.mjs prints what happened, once, and takes no message of anybody else's", async () => {
  const owner = await server.signIn("owner@acme.test", demoPassword);
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const file = fileURLToPath(new URL("receive-webhooks.mjs", folder));
  const child = spawn(process.execPath, [file, "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { TIERLINE_WEBHOOK_SECRET: secret },
  });
  try {
    const printed = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const port = /\d+$/.exec(String((await printed.next()).value))?.[0] ?? "";
    const url = `http://127.0.0.1:${port}/`;
    setInstallation({ webhookHosts: `127.0.0.1:${port}` });
    const input = { url, events: ["CUSTOMER_CREATED"], idempotencyKey: newId() };
    const query = "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }";
    const made = await server.post({ query, variables: { input } }, { cookie: owner });
    expect(made.data?.["createWebhookEndpoint"]).toMatchObject({ secret: expect.stringMatching(/^whsec_/) });
    const message = {
      url,
      eventId: newId(),
      body: JSON.stringify({ type: "customer.created", data: { id: "cus_1" } }),
    };
    const send = (by: string, eventId = message.eventId) =>
      sendWebhook({ ...message, eventId, secrets: [by], at: new Date() }).then(({ status }) => status);
    const other = (made.data!["createWebhookEndpoint"] as { secret: string }).secret;
    expect([await send(secret), await send(other), await send(secret)]).toEqual([204, 401, 204]);
    expect((await printed.next()).value).toBe("customer.created cus_1");
    expect(await send(secret, newId())).toBe(204);
    expect((await printed.next()).value).toBe("customer.created cus_1");
  } finally {
    setInstallation({ webhookHosts: "" });
    child.kill();
  }
});

/** As a reader would run it: Node alone, nothing else in reach. */
async function assignPlan(env: Record<string, string> = {}): Promise<{ lines: string[]; code: number | null }> {
  const file = fileURLToPath(new URL("assign-plan.mjs", folder));
  const child = spawn(process.execPath, [file, server.api.url], { stdio: ["ignore", "pipe", "inherit"], env });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { lines: printed.trimEnd().split("\n"), code };
}
