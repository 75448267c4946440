import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, type Page } from "@playwright/test";
import { ask, signInAs } from "./sign-in.ts";

// What a page makes of texts that were written to be scripts, and what other sites can make a signed-in browser do.

/** Each would tell of itself by `hit`, were it taken for more than text. */
const scripts = [
  `<script>hit(1)</script>`,
  `<img src=x onerror=hit(2)>`,
  `"><svg onload=hit(3)>`,
  `'-hit(4)-'`,
  `javascript:hit(5)`,
  `{{constructor.constructor('hit(6)')()}}`,
  "${hit(7)}",
  `</title></textarea><iframe srcdoc="<script>parent.hit(8)</script>">`,
  `<a href="javascript:hit(9)">x</a>`,
  `<math><mtext><style><img src=x onerror=hit(10)></style>`,
];

interface Created {
  readonly customer: string;
  readonly reseller: string;
}

let key = 0;
const idempotencyKey = (): string => `hostile-${Date.now()}-${(key += 1)}`;

/** One of everything that bears a text, with a script in each text that takes one. */
async function plant(page: Page, script: string): Promise<Created> {
  const name = `Hostile ${script}`.slice(0, 190);
  const customer = await send(page, "createCustomer", "CreateCustomerInput", "customer { id }", {
    idempotencyKey: idempotencyKey(),
    kind: "BUSINESS",
    name,
    billingAddress: { line1: "1 Way", city: script, country: "HK" },
    contacts: [{ name, roles: ["TECHNICAL"] }],
    sites: [{ name, address: { line1: "1 Way", city: script, country: "HK" } }],
    tags: [script.slice(0, 60)],
    attributes: [{ key: "k", value: script }],
  });
  const reseller = await send(page, "createReseller", "CreateResellerInput", "reseller { id }", {
    idempotencyKey: idempotencyKey(),
    name,
    key: `hostile-${Date.now()}-${(key += 1)}`,
  });
  await send(
    page,
    "suspendReseller",
    "ResellerStateInput",
    "reseller { id }",
    { id: reseller["reseller"]?.id, note: script },
    false,
  );
  await send(page, "createInventoryTemplate", "CreateInventoryTemplateInput", "template { id }", {
    idempotencyKey: idempotencyKey(),
    key: `hostile-${Date.now()}-${(key += 1)}`,
    label: name,
    identifierKind: "SERIAL",
    releasePolicy: "RESTOCK",
  });
  await send(page, "createOffering", "CreateOfferingInput", "offering { id }", {
    idempotencyKey: idempotencyKey(),
    kind: "PLAN",
    serviceType: "MOBILE",
    segments: ["BUSINESS"],
    isEnabled: true,
    slug: `hostile-${Date.now()}-${(key += 1)}`,
    name,
    description: script,
    facts: [script],
    playbookKey: "mobile-20gb",
    requirements: [],
    price: { setup: "1.00", recurring: "2.00" },
  });
  return { customer: customer["customer"]!.id, reseller: reseller["reseller"]!.id };
}

type Payload = Record<string, { readonly id: string } | undefined>;

async function send(
  page: Page,
  verb: string,
  type: string,
  fields: string,
  input: object,
  isExpected = true,
): Promise<Payload> {
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} userErrors { message path } } }`;
  const data = await ask<Record<string, Payload & { userErrors: unknown[] }>>(page, document, { input });
  const { userErrors, ...made } = data[verb]!;
  if (isExpected) expect([verb, userErrors]).toEqual([verb, []]);
  return made;
}

interface Told {
  readonly hits: number[];
  readonly violations: string[];
  readonly elsewhere: string[];
  readonly broken: string[];
}

/** What the page does that it should not: scripts that ran, what its policy had to stop, requests to elsewhere, faults. */
async function watched(page: Page): Promise<Told> {
  const told: Told = { hits: [], violations: [], elsewhere: [], broken: [] };
  await page.exposeFunction("hit", (number: number) => void told.hits.push(number));
  await page.exposeFunction("violated", (text: string) => void told.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      (globalThis as unknown as { violated(text: string): void }).violated(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== "localhost") told.elsewhere.push(request.url());
  });
  page.on("pageerror", (error) => told.broken.push(error.message));
  return told;
}

test("texts that were written to be scripts are shown as texts on every page, and the page's policy has nothing to stop", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signInAs(page, "owner@acme.test");
  const made: Created[] = [];
  for (const script of scripts) made.push(await plant(page, script));
  const told = await watched(page);
  const lists = ["customers", "services", "catalog", "inventory", "inventory/templates", "runs", "resellers", "assign"];
  const addresses = [
    "/r/acme",
    ...lists.map((each) => `/r/acme/${each}`),
    "/r/acme/catalog?search=%3Cscript%3Ehit(11)%3C%2Fscript%3E",
    "/r/acme/customers?search=%22%3E%3Cimg%20src%3Dx%20onerror%3Dhit(12)%3E",
    ...made.map(({ customer, reseller }, index) => {
      const pages = [`customers/${customer}`, `customers/${customer}?tab=contacts`, `resellers/${reseller}`];
      return `/r/acme/${[...pages, `assign?customer=${customer}`][index % 4]}`;
    }),
    `/r/acme/customers/${made[0]?.customer}?tab=activity`,
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
  }
  // Found through the palette, too.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Hostile");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(told).toEqual({ hits: [], violations: [], elsewhere: [], broken: [] });
  await page.goto(`/r/acme/customers/${made[0]?.customer}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(scripts[0]!);
});

/** A page of another site that the person has open besides. */
async function otherSite(html: string): Promise<{ readonly url: string; close(): Promise<unknown> }> {
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // Another name for this machine, so that it is another site to the browser.
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("a page of another site sends forms, calls and sockets in vain, and cannot show the console in a frame", async ({
  page,
  baseURL,
}) => {
  await signInAs(page, "owner@acme.test");
  const before = await ask(page, "{ viewer { user { language } } }");
  const mutation = "mutation { setLanguage(input: { language: FR }) { user { language } } }";
  const site = await otherSite(`<!doctype html><title>Elsewhere</title>
    <form id="plain" method="post" enctype="text/plain" target="frame" action="${baseURL}/graphql">
      <input name='{"query":"${mutation}","x":"' value='"}'></form>
    <form id="coded" method="post" target="frame" action="${baseURL}/graphql"><input name="query" value="${mutation}"></form>
    <form id="parts" method="post" enctype="multipart/form-data" target="frame" action="${baseURL}/graphql">
      <input name="operations" value='{"query":"${mutation}"}'></form>
    <iframe name="frame"></iframe><iframe id="console" src="${baseURL}/r/acme"></iframe>`);
  await page.goto(site.url);
  for (const form of ["plain", "coded", "parts"]) {
    await page.evaluate((id) => (document.getElementById(id) as HTMLFormElement).submit(), form);
    await page.waitForTimeout(300);
  }
  const outcome = await page.evaluate(
    async ([url, query]) => {
      const call = (type: string) =>
        fetch(`${url}/graphql`, {
          method: "POST",
          credentials: "include",
          headers: { "content-type": type },
          body: JSON.stringify({ query }),
        }).then(
          async (response) => `${type}: ${await response.text()}`,
          () => "refused",
        );
      const socket = new WebSocket(`${String(url).replace("http", "ws")}/graphql`, "graphql-transport-ws");
      const socketEnd = await new Promise<number>((resolve) => {
        socket.addEventListener("close", ({ code }) => resolve(code));
        socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
      });
      return { calls: [await call("application/json"), await call("text/plain")], socketEnd };
    },
    [baseURL, mutation] as const,
  );
  expect(outcome.calls).toEqual(["refused", "refused"]);
  expect([1006, 4403]).toContain(outcome.socketEnd);
  const shown = await page.frameLocator("#console").locator("#root").count();
  expect(shown).toBe(0);
  await site.close();
  expect(await ask(page, "{ viewer { user { language } } }")).toEqual(before);
});

test("signing in leads to a page of ours, whatever the address asks for", async ({ page }) => {
  const elsewhere = [
    "//evil.example",
    "https://evil.example/r/acme",
    "/\\evil.example",
    "/r//evil.example",
    "javascript:alert(1)",
    "/r/acme/../../\\evil.example",
    "%2F%2Fevil.example",
    "data:text/html,x",
  ];
  for (const next of elsewhere) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: /agent@acme\.test/ }).click();
    await page.waitForURL(({ pathname }) => !pathname.startsWith("/sign-in"));
    expect(new URL(page.url()).hostname, next).toBe("localhost");
  }
});

test("what the server says of itself does not depend on what the request says", async ({ request, baseURL }) => {
  const accept = "text/html";
  const plain = await request.get(`${baseURL}/sign-in`, { headers: { accept } });
  const poisoned = await request.get(`${baseURL}/sign-in`, {
    headers: {
      accept,
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    },
  });
  const withoutNonces = async (answer: typeof plain) => (await answer.text()).replaceAll(/nonce="[^"]+"/g, "");
  expect(await withoutNonces(poisoned)).toBe(await withoutNonces(plain));
  expect(JSON.stringify(poisoned.headers())).not.toContain("evil.example");
  expect(plain.headers()).toMatchObject({
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "x-content-type-options": "nosniff",
  });
});
