import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LabEndpoints } from "../../kernel/installation.ts";
import { doingIo, testLab, type TestLab } from "../../testkit/lab.ts";
import { definition as mail } from "../mail/definition.ts";
import { sendMail } from "../mail/send-mail.ts";
import { createAccount, verifyAccount } from "../ocs/account.ts";
import { definition as ocs } from "../ocs/definition.ts";
import { Secret } from "../../kernel/secret.ts";
import { askByOptions } from "../sip/ask-by-options.ts";
import { startLab } from "./start-lab.ts";

let lab: TestLab;
beforeAll(async () => {
  lab = await testLab();
});
afterAll(() => lab.drop());

function control(path: string, init: RequestInit = {}, token = lab.endpoints.controlToken): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return fetch(lab.endpoints.controlUrl + path, { ...init, headers });
}

async function json(path: string, init?: RequestInit): Promise<unknown> {
  return (await control(path, init)).json();
}

test("the control API lists the elements and switches them", async () => {
  expect(await json("/elements")).toMatchObject([
    { key: "ocs", fault: null },
    { key: "register", fault: null },
    { key: "http", fault: null },
    { key: "mail", fault: null },
    { key: "sip", fault: null },
    { key: "radius", fault: null },
    { key: "payments", fault: null },
    { key: "webex", fault: null },
  ]);
  const broken = await json("/elements/ocs/fault", {
    method: "POST",
    body: JSON.stringify({ kind: "LOSE_ANSWER", times: 1 }),
  });
  expect(broken).toMatchObject({ key: "ocs", fault: { kind: "LOSE_ANSWER", times: 1 } });
  const settings = ocs.labSettings(lab.endpoints);
  const attempt = createAccount(doingIo("run_1:create"), settings, { account: "1" });
  await expect(attempt).rejects.toMatchObject({ outcome: "unknown" });
  expect(await verifyAccount(doingIo("x"), settings, { account: "1" })).toBe(true);
  expect(await json("/elements")).toMatchObject([{ key: "ocs", fault: null }, {}, {}, {}, {}, {}, {}, {}]);
  await json("/elements/ocs/fault", { method: "POST", body: "null" });
});

test("the control API lists the calls as they came in, page by page, and forgets them", async () => {
  await control("/calls", { method: "DELETE" });
  const settings = ocs.labSettings(lab.endpoints);
  for (const account of ["a", "b", "c"]) await createAccount(doingIo(`run_${account}:create`), settings, { account });
  const first = (await json("/calls?first=2&after=0")) as { id: string }[];
  expect(first).toMatchObject([
    {
      element: "ocs",
      method: "APIerSv2.SetAccount",
      target: "/jsonrpc",
      idempotencyKey: "run_a:create",
      effect: "account created",
    },
    { idempotencyKey: "run_b:create" },
  ]);
  expect(await json(`/calls?first=2&after=${first[1]?.id}`)).toMatchObject([{ idempotencyKey: "run_c:create" }]);
  expect(await json("/calls?first=1")).toMatchObject([{ idempotencyKey: "run_c:create" }]);
  expect(await json("/calls?element=sip")).toEqual([]);
  await control("/calls", { method: "DELETE" });
  expect(await json("/calls")).toEqual([]);
});

test("the control API is for who holds the token, refuses nonsense, and does not answer to strange names", async () => {
  for (const token of ["", "wrong", `${lab.endpoints.controlToken}x`]) {
    expect((await control("/elements", {}, token)).status).toBe(401);
  }
  const set = (key: string, body: string): Promise<Response> =>
    control(`/elements/${key}/fault`, { method: "POST", body });
  expect((await set("ocs", '{"kind":"EXPLODE"}')).status).toBe(400);
  expect((await set("ocs", "{")).status).toBe(400);
  expect((await set("ocs", '{"kind":"GARBAGE","garbageBytes":50000001}')).status).toBe(400);
  expect((await set("pbx", "null")).status).toBe(404);
  expect((await control("/calls?first=1001")).status).toBe(400);
  expect((await control("/nothing")).status).toBe(404);
  const { request } = await import("node:http");
  const asked = request(lab.endpoints.mailboxUrl, { headers: { host: "rebinding.example" } }).end();
  const [answer] = (await once(asked, "response")) as [{ statusCode: number }];
  expect(answer.statusCode).toBe(421);
});

test("the mailbox is a page that shows mails and runs none of what is in them", async () => {
  const evil = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
  const settings = mail.labSettings(lab.endpoints);
  for (let copy = 1; copy <= 2; copy++) {
    await sendMail(doingIo("run_1:welcome"), settings, {
      to: "jane@johnson.test",
      subject: `Hi ${evil}`,
      text: `Text ${evil}`,
    });
  }
  const page = await fetch(lab.endpoints.mailboxUrl);
  const html = await page.text();
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(html).toContain("jane@johnson.test");
  expect(html).toContain("handed over 2 times");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("<img");
  expect(await json("/messages")).toEqual([
    expect.objectContaining({ to: "jane@johnson.test", subject: `Hi ${evil}`, text: `Text ${evil}`, copies: 2 }),
  ]);
});

test("the lab as a process: says where it listens, and after a restart is there again with all it knew", async () => {
  const first = await startProcess(lab.databaseUrl, {});
  const settings = ocs.labSettings(first.endpoints);
  await createAccount(doingIo("run_1:create"), settings, { account: "survivor" });
  await first.stop("SIGTERM");
  await expect(verifyAccount(doingIo("x"), settings, { account: "survivor" })).rejects.toMatchObject({
    outcome: "retryable",
  });
  const second = await startProcess(lab.databaseUrl, {});
  try {
    expect(second.endpoints).toEqual(first.endpoints);
    expect(await verifyAccount(doingIo("x"), settings, { account: "survivor" })).toBe(true);
  } finally {
    await second.stop("SIGKILL");
  }
});

test("the lab as a process names what is wrong with its configuration", async () => {
  const child = spawn(
    process.execPath,
    ["--import", "@oxc-node/core/register", new URL("main.ts", import.meta.url).pathname],
    {
      env: { PATH: process.env["PATH"] ?? "", LAB_DATABASE_URL: "mysql://x", LAB_PORT_BASE: "70000" },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(1);
  expect(errors).toContain("LAB_DATABASE_URL");
  expect(errors).toContain("LAB_PORT_BASE");
});

test("two labs may share one database, and a wished port that is taken is an error", async () => {
  const again = await startLab({ databaseUrl: lab.databaseUrl, portBase: 0 });
  const taken = Number(new URL(again.endpoints.controlUrl).port);
  await expect(startLab({ databaseUrl: lab.databaseUrl, portBase: taken })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await again.close();
});

interface LabProcess {
  readonly endpoints: LabEndpoints;
  stop(signal: NodeJS.Signals): Promise<void>;
}

async function startProcess(databaseUrl: string, environment: Record<string, string>): Promise<LabProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "@oxc-node/core/register", new URL("main.ts", import.meta.url).pathname],
    {
      env: { PATH: process.env["PATH"] ?? "", LAB_DATABASE_URL: databaseUrl, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let line = "";
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    line += chunk.toString();
    if (line.includes("\n")) break;
  }
  const { endpoints } = JSON.parse(line) as { endpoints: LabEndpoints };
  return {
    endpoints,
    async stop(signal) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}

test("the lab has a PBX that answers over TCP and UDP whether it is there", async () => {
  const { pbx } = lab.endpoints;
  for (const transport of ["TCP", "UDP"] as const) {
    const element = { ...pbx, transport, user: "", password: new Secret("") };
    const options = { timeoutMs: 20_000, allowedHosts: `${pbx.host}:${pbx.port}` };
    expect(await askByOptions(element, options)).toMatchObject({ state: "REACHED", detail: "OK · Lab PBX" });
  }
});
