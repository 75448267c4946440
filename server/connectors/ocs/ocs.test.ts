import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { doingIo, planningIo, testLab, type TestLab } from "../../testkit/lab.ts";
import { createAccount, getAccount, removeAccount, verifyAccount, verifyAccountRemoved } from "./account.ts";
import { removeBalance, setBalance, verifyBalance, verifyBalanceRemoved } from "./balance.ts";
import { definition } from "./definition.ts";
import { ocsSchema, type OcsSettings } from "./settings.ts";

let lab: TestLab;
let settings: OcsSettings;
beforeAll(async () => {
  lab = await testLab();
  settings = { ...definition.labSettings(lab.endpoints), timeoutMs: 2_000 };
});
afterAll(() => lab.drop());

let count = 0;
const fresh = (): string => `svc-${++count}`;
const balanceOf = async (account: string): Promise<number | undefined> =>
  (await getAccount(doingIo("x"), settings, { account }))?.balances.reduce((sum, each) => sum + each.value, 0);

describe("against the lab", () => {
  test("an account that does not exist is null, and one that does has its balances", async () => {
    const account = fresh();
    const io = doingIo("run_1:create_account");
    expect(await getAccount(io, settings, { account })).toBeNull();
    await createAccount(io, settings, { account, actionPlanIds: ["MOBILE_5G"] });
    await setBalance(io, settings, { account, type: "*data", value: 5e9, expiresAt: "2026-12-22T00:00:00Z" });
    expect(await getAccount(io, settings, { account })).toEqual({
      id: `cgrates.org:${account}`,
      isDisabled: false,
      balances: [{ type: "*data", id: "run_1:create_account", value: 5e9 }],
    });
  });

  test("a top-up repeated with its key adds once; another key adds again", async () => {
    const account = fresh();
    await createAccount(doingIo("run_1:create"), settings, { account });
    const topUp = (key: string) => setBalance(doingIo(key), settings, { account, type: "*data", value: 5 });
    await topUp("run_2:top_up");
    await topUp("run_2:top_up");
    expect(await balanceOf(account)).toBe(5);
    await topUp("run_3:top_up");
    expect(await balanceOf(account)).toBe(10);
  });

  test("a repeated top-up does not give back what was used since", async () => {
    const account = fresh();
    const io = doingIo("run_1:top_up");
    await createAccount(io, settings, { account });
    await setBalance(io, settings, { account, type: "*data", value: 5 });
    await lab.storage.query("update lab_ocs_balance set value = 2 where account = $1", [`cgrates.org:${account}`]);
    await setBalance(io, settings, { account, type: "*data", value: 5 });
    expect(await balanceOf(account)).toBe(2);
  });

  test("a top-up of an account that is not there is refused and creates none", async () => {
    const account = fresh();
    const attempt = setBalance(doingIo("run_1:top_up"), settings, { account, type: "*data", value: 5 });
    await expect(attempt).rejects.toMatchObject({ outcome: "permanent", code: "OCS_REFUSED" });
    expect(await getAccount(doingIo("x"), settings, { account })).toBeNull();
  });

  test("a top-up is taken back by its name alone", async () => {
    const account = fresh();
    await createAccount(doingIo("run_1:create"), settings, { account });
    for (const key of ["run_2:top_up", "run_3:top_up"]) {
      await setBalance(doingIo(key), settings, { account, type: "*data", value: 5 });
    }
    await removeBalance(doingIo("run_3:top_up"), settings, { account, type: "*data" });
    expect(await verifyBalanceRemoved(doingIo("run_3:top_up"), settings, { account, type: "*data" })).toBe(true);
    expect(await verifyBalance(doingIo("run_2:top_up"), settings, { account, type: "*data" })).toBe(true);
    expect(await balanceOf(account)).toBe(5);
  });

  test("a plan shows the look-up and the top-up, and asks nobody", async () => {
    const io = planningIo("‹run›:top_up");
    await setBalance(
      io,
      { ...settings, url: "http://nowhere.invalid/jsonrpc" },
      { account: "1", type: "*data", value: 5 },
    );
    expect(io.calls.map((call) => call.method)).toEqual(["APIerSv2.GetAccount", "APIerSv1.SetBalance"]);
    expect(io.calls[1]?.body).toEqual({
      Tenant: "cgrates.org",
      Account: "1",
      BalanceType: "*data",
      Value: 5,
      Balance: { ID: "‹run›:top_up" },
    });
  });

  describe("sentinels", () => {
    const create = (account: string, ending: string, timeoutMs = 200) =>
      createAccount(
        doingIo("run_1:create"),
        { ...settings, timeoutMs },
        { account, iccid: `894400000000000${ending}` },
      );

    test("O32: 0666 is refused: Cannot connect to OCS", async () => {
      const account = fresh();
      const refusal = { outcome: "retryable", code: "OCS_UNREACHABLE", message: "Cannot connect to OCS" };
      await expect(create(account, "0666")).rejects.toMatchObject(refusal);
      await expect(create(account, "0666")).rejects.toMatchObject(refusal);
      expect(await verifyAccount(doingIo("x"), settings, { account })).toBe(false);
    });

    test("0667 is not answered once, then works; and again after the account was removed", async () => {
      const account = fresh();
      for (let round = 1; round <= 2; round++) {
        await expect(create(account, "0667")).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
        expect(await verifyAccount(doingIo("x"), settings, { account })).toBe(false);
        await create(account, "0667", 2_000);
        expect(await verifyAccount(doingIo("x"), settings, { account })).toBe(true);
        await removeAccount(doingIo("x"), settings, { account });
      }
    });

    test("0668 does it and does not answer: asking says yes", async () => {
      const account = fresh();
      await expect(create(account, "0668")).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
      expect(await verifyAccount(doingIo("x"), settings, { account })).toBe(true);
      await create(account, "0668", 2_000);
    });

    test("O45: 0669 never answers, and undoing what never was is fine", async () => {
      const account = fresh();
      for (let attempt = 1; attempt <= 2; attempt++) {
        await expect(create(account, "0669")).rejects.toMatchObject({ outcome: "unknown" });
      }
      await removeAccount(doingIo("x"), settings, { account });
      expect(await verifyAccountRemoved(doingIo("x"), settings, { account })).toBe(true);
    });
  });
});

describe("rel-T22: an OCS that says strange things", () => {
  let server: Server;
  let body: unknown;
  let seen: { authorization?: string | undefined; key?: unknown } = {};
  const strange = (): OcsSettings =>
    ocsSchema.parse({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jsonrpc`,
      user: "tierline",
      password: "hunter2",
    });
  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      seen = { authorization: incoming.headers.authorization, key: incoming.headers["idempotency-key"] };
      outgoing.end(typeof body === "string" ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => {
    body = undefined;
  });
  afterAll(() => server.close());

  test.each([
    [
      "another account",
      { id: 1, result: { ID: "cgrates.org:2" }, error: null },
      "another account than the one asked for",
    ],
    ["no account", { id: 1, result: { Balance: [] }, error: null }, "something that is not an account"],
    [
      "balances that are none",
      { id: 1, result: { ID: "cgrates.org:1", BalanceMap: { "*data": [{}] } } },
      "not an account",
    ],
    ["no JSON-RPC", [1, 2, 3], "JSON that is not a JSON-RPC answer"],
    ["HTML with status 200", "<html>Sign in</html>", "20 bytes that are not JSON"],
    ["nothing", "", "0 bytes that are not JSON"],
  ])("%s is garbage", async (_what, answer, words) => {
    body = answer;
    await expect(getAccount(doingIo("x"), strange(), { account: "1" })).rejects.toMatchObject({
      outcome: "permanent",
      code: "OCS_GARBAGE",
      message: expect.stringContaining(words),
    });
  });

  test("a result other than OK is not taken for one", async () => {
    body = { id: 1, result: "MAYBE", error: null };
    await expect(createAccount(doingIo("x"), strange(), { account: "1" })).rejects.toMatchObject({
      code: "OCS_GARBAGE",
    });
  });

  test.each([
    ["MANDATORY_IE_MISSING: [Account]", "permanent"],
    ["SERVER_ERROR: NOT_FOUND", "permanent"],
    ["SERVER_ERROR: dial tcp: connection refused", "retryable"],
    ["rpc: can't find service APIerSv2.SetAccount", "permanent"],
  ])("the error %j while creating is %s", async (error, outcome) => {
    body = { id: 1, result: null, error };
    const attempt = createAccount(doingIo("x"), strange(), { account: "1", actionPlanIds: ["NONE"] });
    await expect(attempt).rejects.toMatchObject({ outcome, code: "OCS_REFUSED" });
  });

  test("the key of the task and the credentials travel in headers, and neither stands in the call", async () => {
    body = { id: 1, result: "OK", error: null };
    const io = doingIo("run_1:create");
    await createAccount(io, strange(), { account: "1" });
    expect(seen).toEqual({ authorization: `Basic ${btoa("tierline:hunter2")}`, key: "run_1:create" });
    expect(JSON.stringify(io.calls)).not.toContain("hunter2");
  });
});
