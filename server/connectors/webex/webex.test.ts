import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Secret } from "../../kernel/secret.ts";
import { doingIo, planningIo, testLab, type TestLab } from "../../testkit/lab.ts";
import {
  createWebexCustomer,
  findWebexCustomer,
  removeWebexCustomer,
  validateWebexCustomer,
  type CreateWebexCustomerInput,
} from "./customer.ts";
import { definition } from "./definition.ts";
import { webexSchema, type WebexSettings } from "./settings.ts";
import { createWebexSubscriber } from "./subscriber.ts";

// Against a double that was written from the public description, never against the real service.

let lab: TestLab;
let settings: WebexSettings;
const servers: Server[] = [];
beforeAll(async () => {
  lab = await testLab();
  settings = { ...definition.labSettings(lab.endpoints), accessToken: new Secret("token-of-the-test") };
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => lab.drop());

let count = 0;
const io = () => doingIo("run_1:task");
const address = { line1: "1 Way", city: "London", zip: "SW1A 1AA", country: "GB" };
const location = { name: "London", timeZone: "Europe/London", language: "en" };

function customer(more: Partial<CreateWebexCustomerInput> = {}): CreateWebexCustomerInput {
  const base = { provisioningId: "prov-1", packages: ["webex_meetings"], address, name: "Johnson Enterprises" };
  return { ...base, externalId: `own-${(count += 1)}`, primaryEmail: "jane@je.example", ...more };
}

/** A service that answers as it is told, and what it was asked. */
async function played(answer: RequestListener): Promise<WebexSettings> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const url = `http://127.0.0.1:${port}/v1`;
  return webexSchema.parse({ url, accessToken: "token-of-the-test", pollMs: 10, waitMs: 50, timeoutMs: 2_000 });
}

test("what was accepted is asked after until it is there, and the same external id makes no second one", async () => {
  const input = customer({ packages: ["webex_calling", "webex_meetings"], location });
  const made = await createWebexCustomer(io(), settings, input);
  expect(made).toMatchObject({ status: "provisioned", failed: [] });
  expect(await createWebexCustomer(io(), settings, input)).toEqual(made);
  expect(await findWebexCustomer(io(), settings, { externalId: `${String(input.externalId)}0` })).toBeNull();
  await removeWebexCustomer(io(), settings, input);
  expect(await findWebexCustomer(io(), settings, input)).toBeNull();
});

test("a package that failed is told with its code and words, and the others are there", async () => {
  const packages = ["webex_calling", "webex_meetings", "webex_voice", "cx_essentials", "webex_ai_agent"];
  const input = customer({ packages, location, primaryEmail: "jane@taken.example" });
  expect(await createWebexCustomer(io(), settings, input)).toMatchObject({
    status: "provisioned_with_errors",
    failed: [{ name: "webex_calling", problems: ["10022 email is already associated with an existing user"] }],
  });
});

test("what is wrong with a request is said at once, in the service's own words", async () => {
  await expect(createWebexCustomer(io(), settings, customer({ packages: ["webex_calling"] }))).rejects.toMatchObject({
    outcome: "permanent",
    code: "WEBEX_REFUSED",
    message: expect.stringContaining("status 400: A location is needed for calling"),
  });
  const person = { customerId: "c", email: "jo@je.example" };
  await expect(createWebexSubscriber(io(), settings, { ...person, package: "webex_calling" })).rejects.toMatchObject({
    message: expect.stringContaining("A phone number or extension is needed"),
  });
  expect(
    await createWebexSubscriber(io(), settings, { ...person, package: "webex_calling", extension: "12" }),
  ).toMatchObject({ status: "provisioned" });
});

test("a validation needs an address and an e-mail, and creates nothing", async () => {
  const asked = { address, primaryEmail: "jo@je.example" };
  await lab.storage.query("delete from lab_resource");
  expect(await validateWebexCustomer(io(), settings, asked)).toEqual(["100"]);
  await expect(
    validateWebexCustomer(io(), settings, { address: { ...address, country: "USA" }, primaryEmail: "jo" }),
  ).rejects.toMatchObject({ outcome: "permanent" });
  expect(await lab.storage.query("select 1 from lab_resource")).toEqual([]);
});

test("the token goes to the service alone: a Location that leads elsewhere is not followed", async () => {
  const heard: (string | undefined)[] = [];
  const elsewhere = await played((request, response) => {
    heard.push(request.headers.authorization);
    response.end("{}");
  });
  const service = await played((request, response) => {
    if (request.method === "GET") return response.end('{"items":[]}');
    return response.writeHead(202, { location: `${elsewhere.url}/wholesale/customers/1` }).end();
  });
  await expect(createWebexCustomer(io(), service, customer())).rejects.toMatchObject({ code: "WEBEX_GARBAGE" });
  expect(heard).toEqual([]);
});

test.each([
  ["provisioning", { outcome: "retryable", code: "WEBEX_REFUSED" }],
  ["error", { outcome: "permanent", code: "WEBEX_REFUSED" }],
  ["of no known state", { outcome: "permanent", code: "WEBEX_GARBAGE" }],
])("what stays %s is told", async (status, failure) => {
  const service = await played((request, response) => {
    const isSearch = request.url?.includes("?") === true;
    if (request.method === "POST") return response.writeHead(202, { location: "/v1/wholesale/customers/1" }).end();
    return response.end(JSON.stringify(isSearch ? { items: [] } : { id: "1", status }));
  });
  await expect(createWebexCustomer(io(), service, customer())).rejects.toMatchObject(failure);
});

test("a compliance check that is under way holds nobody up", async () => {
  const service = await played((request, response) => {
    const isSearch = request.url?.includes("?") === true;
    if (request.method === "POST") return response.writeHead(202, { location: "/v1/wholesale/customers/1" }).end();
    return response.end(JSON.stringify(isSearch ? { items: [] } : { id: "1", status: "pending_rpl_review" }));
  });
  expect((await createWebexCustomer(io(), service, customer())).status).toBe("pending_rpl_review");
});

test("a plan asks nobody, and shows what would be sent without the token", async () => {
  const planned = planningIo("run_1:task");
  const input = customer();
  await createWebexCustomer(planned, settings, input);
  expect(planned.calls.map(({ method, target }) => `${method} ${target}`)).toEqual([
    `GET /v1/wholesale/customers?externalId=${String(input.externalId)}`,
    "POST /v1/wholesale/customers",
  ]);
  expect(JSON.stringify(planned.calls)).not.toContain("token-of-the-test");
});
