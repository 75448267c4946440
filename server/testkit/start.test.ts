import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { lastBuiltConsole } from "../build-console.ts";
import { demoPassword } from "../db/demo.ts";
import { childrenOf, isAlive, launch, processesWith, signedIn, type Launched } from "./launcher.ts";

// The installation itself, as `pnpm start` runs it, from the first start in an empty folder with a space in its path.
const parent = mkdtempSync(join(tmpdir(), "tierline start-"));
chmodSync(parent, 0o755);
const data = join(parent, "data");
const limitMs = 180_000; // the first start may have to build the console, and the machine may be busy
let running: Launched;
let url: string;

const start = (more: Readonly<Record<string, string>> = {}): Launched =>
  launch({ PORT: "0", TIERLINE_DATA: data, ...more });

async function started(): Promise<{ launched: Launched; url: string }> {
  const launched = start();
  const ready = await launched.says(/ready at (\S+)/);
  if (ready === null) throw new Error(launched.output());
  return { launched, url: ready[1]! };
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain: ${what}`);
}

afterAll(async () => {
  running?.interrupt();
  await running?.ended;
  for (const { pid } of processesWith(parent)) process.kill(pid, "SIGKILL");
  rmSync(parent, { recursive: true, force: true });
}, limitMs);

test(
  "wrong configuration is named, all of it, and nothing is begun",
  async () => {
    const wrong = start({ PORT: "four thousand", TIERLINE_LOG: "loud", DATABASE_URL: "mysql://localhost/x" });
    expect(await wrong.ended).toBe(1);
    for (const name of ["PORT", "TIERLINE_LOG", "DATABASE_URL"]) expect(wrong.output()).toContain(`  ${name}: `);
    expect(wrong.output()).not.toContain("    at "); // no stack
    expect(existsSync(data)).toBe(false);
  },
  limitMs,
);

test(
  "a first start that is interrupted, wherever it is, leaves no process, and the next one begins anew",
  async () => {
    const moments = [
      (launched: Launched) => until("the database is being made", () => existsSync(data) || !isAlive(launched.pid)),
      (launched: Launched) =>
        until("the database is there", () => processesWith(data).length > 0 || !isAlive(launched.pid)),
      (launched: Launched) => launched.says(/Creating the demo world/),
    ];
    for (const moment of moments) {
      const launched = start();
      await moment(launched);
      launched.interrupt();
      expect(await launched.ended).toBe(0);
      expect(launched.output()).not.toMatch(/error/i);
      expect(processesWith(data)).toEqual([]);
    }
  },
  limitMs,
);

test(
  "the start after them has the whole demo world, and its services are known to the network",
  async () => {
    ({ launched: running, url } = await started());
    const agent = await signedIn(url, "agent@acme.test", demoPassword);
    const { services } = await agent<{ services: { nodes: { id: string }[] } }>(
      "{ services(filter: { tab: ACTIVE, serviceType: MOBILE }, first: 1) { nodes { id } } }",
    );
    const id = services.nodes[0]!.id;
    await until("the lab knows the account", async () => {
      const { checkServiceHealth } = await agent<{ checkServiceHealth: { probes: { key: string; state: string }[] } }>(
        "mutation ($id: ID!) { checkServiceHealth(input: { id: $id }) { probes { key state } } }",
        { id },
      );
      return checkServiceHealth.probes.some(({ key, state }) => key === "ocs" && state === "OK");
    });
    await until("the network knows all of it", () => !existsSync(join(data, "demo-effects-due")));
  },
  limitMs,
);

test(
  "a second start on the same folder, or on the same port, is refused, and the first goes on",
  async () => {
    const twice = start();
    expect(await twice.ended).toBe(1);
    expect(twice.output()).toContain("Tierline is running from this data folder already");
    const port = new URL(url).port;
    const taken = start({ PORT: port, TIERLINE_DATA: join(parent, "other") });
    expect(await taken.ended).toBe(1);
    expect(taken.output()).toContain(`Port ${port} is in use`);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  },
  limitMs,
);

interface SeenRun {
  state: string;
  tasks: { key: string; state: string; attempt: number }[];
  service: { id: string; state: string };
}

test(
  "O45: a server that is killed in the middle of a run resumes it at the next start, with each effect once",
  async () => {
    const operator = await signedIn(url, "ops@tierline.test", demoPassword);
    await operator('mutation { setLabFault(input: { element: "ocs", fault: SLOW }) { userErrors { message } } }');
    const runId = await sellMobile();
    const agentBefore = await signedIn(url, "agent@acme.test", demoPassword);
    const run = async (ask: typeof agentBefore): Promise<SeenRun> =>
      (
        await ask<{ provisioningRun: SeenRun }>(
          "query ($id: ID!) { provisioningRun(id: $id) { state tasks { key state attempt } service { id state } } }",
          { id: runId },
        )
      ).provisioningRun;
    await until("the OCS is being asked", async () => stateOf(await run(agentBefore), "ocs") === "RUNNING");

    const parts = childrenOf(running.pid);
    running.kill();
    await running.ended;
    await until("its workers and its lab end", () => parts.filter(isAlive).length <= 1); // PostgreSQL stays, for the next start

    ({ launched: running, url } = await started());
    const agent = await signedIn(url, "agent@acme.test", demoPassword);
    await until("the run has ended", async () => !["QUEUED", "RUNNING", "WAITING"].includes((await run(agent)).state));
    const ended = await run(agent);
    expect(ended.tasks.map(({ state }) => state)).toEqual(Array(6).fill("SUCCEEDED"));
    expect([ended.state, ended.service.state]).toEqual(["SUCCEEDED", "ACTIVE"]);
    const document = "query ($id: ID!) { service(id: $id) { balances { kind amount } items { state } } }";
    const { service } = await agent<{ service: object }>(document, { id: ended.service.id });
    expect(service).toEqual({
      balances: [{ kind: "data", amount: "20" }],
      items: [{ state: "ASSIGNED" }, { state: "ASSIGNED" }],
    });
  },
  limitMs,
);

/** Every file of the console as it was built, by its name. */
function builtFiles(): Map<string, string> {
  const folder = lastBuiltConsole()!;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "latin1")]));
}

test(
  "rel-R20: what the installation keeps secret is in nothing that it prints, builds or serves to strangers",
  async () => {
    const secrets = readdirSync(data)
      .filter((name) => name === "secret" || name.endsWith("-password"))
      .map((name) => readFileSync(join(data, name), "utf8").trim());
    expect(secrets).toHaveLength(4);
    const told = new Map([...builtFiles(), ["what it printed", running.output()]]);
    for (const path of [
      "/",
      "/graphiql",
      "/healthz",
      "/readyz",
      "/r/acme",
      "/secret",
      "/../secret",
      "/.tierline/secret",
    ]) {
      told.set(path, await (await fetch(url + path, { headers: { accept: "text/html" } })).text());
    }
    expect(told.get("/")).toContain("<script");
    const found = [...told].filter(([, text]) => secrets.some((secret) => text.includes(secret)));
    expect(found.map(([where]) => where)).toEqual([]);
  },
  limitMs,
);

test(
  "a terminal that is closed ends all of it, although nobody reads any more",
  async () => {
    running.hangUp();
    expect(await running.ended).toBe(0);
    expect(processesWith(data)).toEqual([]);
  },
  limitMs,
);

function stateOf({ tasks }: SeenRun, key: string): string | undefined {
  return tasks.find((task) => task.key === key)?.state;
}

/** John Smith's Mobile - 20 GB, as the example of the API guide sells it. @returns the run's id */
async function sellMobile(): Promise<string> {
  const agent = await signedIn(url, "agent@acme.test", demoPassword);
  const { customers, offering } = await agent<{
    customers: { nodes: { id: string }[] };
    offering: { id: string; requirements: { template: { id: string } }[] };
  }>(
    `{ customers(search: "+1234567890", first: 1) { nodes { id } }
       offering(slug: "mobile-20gb") { id requirements { template { id } } } }`,
  );
  const reservationIds: string[] = [];
  for (const { template } of offering.requirements) {
    const { reserveInventoryItem } = await agent<{ reserveInventoryItem: { reservation: { id: string } } }>(
      "mutation ($input: ReserveInventoryItemInput!) { reserveInventoryItem(input: $input) { reservation { id } } }",
      { input: { templateId: template.id, idempotencyKey: newId() } },
    );
    reservationIds.push(reserveInventoryItem.reservation.id);
  }
  const choice = { offeringId: offering.id, customerId: customers.nodes[0]!.id, reservationIds };
  const { orderQuote } = await agent<{ orderQuote: { fingerprint: string } }>(
    "query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint } }",
    { input: choice },
  );
  const { placeOrder } = await agent<{ placeOrder: { run: { id: string } } }>(
    "mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { run { id } userErrors { message } } }",
    { input: { ...choice, quoteFingerprint: orderQuote.fingerprint, idempotencyKey: newId() } },
  );
  return placeOrder.run.id;
}
