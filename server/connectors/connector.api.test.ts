import { expect, test } from "vitest";
import { setInstallation } from "../kernel/installation.ts";
import { Secret } from "../kernel/secret.ts";
import { testWorld } from "../testkit/world.ts";
import { probeDueConnectors } from "./check-connector.ts";
import { definition as mailDefinition } from "./mail/definition.ts";
import { definition as ocsDefinition } from "./ocs/definition.ts";
import { settingsByKey, settingsOf } from "./settings.ts";

const world = await testWorld();
const operator = "ops@tierline.test";

interface ConnectorAnswer {
  key: string;
  mode: string;
  endpoint: string;
  health: string;
  healthMessage: string;
  version: number;
  settings: { key: string; value: string | null; isSecret: boolean; isSet: boolean }[];
}

const fields = "key mode endpoint health healthMessage version settings { key value isSecret isSet }";

async function listed(user: string, key: string): Promise<ConnectorAnswer> {
  const { data, errors } = await world.graphql(user, `{ connectors { ${fields} } }`);
  expect(errors).toBeUndefined();
  return (data as { connectors: ConnectorAnswer[] }).connectors.find((each) => each.key === key)!;
}

interface Payload {
  connector: ConnectorAnswer | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

async function update(input: object, user = operator): Promise<Payload> {
  const document = `mutation ($input: UpdateConnectorInput!) {
    updateConnector(input: $input) { connector { ${fields} } userErrors { code path message } }
  }`;
  const { data, errors } = await world.graphql(user, document, { input });
  expect(errors).toBeUndefined();
  return (data as { updateConnector: Payload }).updateConnector;
}

const rows = () =>
  world.database.rows<{ key: string; mode: string | null; settings: Record<string, string> }>(
    "select * from connector",
  );

test("every kind of connector is listed before anybody has touched one", async () => {
  const { data } = await world.graphql(operator, "{ connectors { key health version } }");
  const { connectors } = data as { connectors: { key: string; health: string; version: number }[] };
  expect(connectors.map(({ key }) => key)).toEqual([
    "ocs",
    "register",
    "radius",
    "sip",
    "mail",
    "http",
    "webex",
    "ansible",
  ]);
  expect(new Set(connectors.map(({ version }) => version))).toEqual(new Set([1]));
});

test("a secret is stored sealed and never read back, not even by the operator", async () => {
  const settings = [
    { key: "url", value: "http://192.0.2.7:2080/jsonrpc" },
    { key: "user", value: "tierline" },
    { key: "password", value: "hush-hush" },
  ];
  const { connector, userErrors } = await update({ key: "ocs", version: 1, mode: "REAL", settings });
  expect(userErrors).toEqual([]);
  expect(connector).toMatchObject({ mode: "REAL", endpoint: "192.0.2.7:2080", version: 2 });
  expect(connector?.settings.find(({ key }) => key === "password")).toEqual({
    key: "password",
    value: null,
    isSecret: true,
    isSet: true,
  });
  expect(JSON.stringify(await rows())).not.toContain("hush-hush");
  const used = await settingsOf(world.as("agent@acme.test"), ocsDefinition);
  expect(used.url).toBe("http://192.0.2.7:2080/jsonrpc");
  expect(used.password).toBeInstanceOf(Secret);
  expect(used.password.reveal()).toBe("hush-hush");
});

test("the audit entry tells that a secret was changed, and not to what", async () => {
  const entries = await world.database.rows<{ changes: { field: string; after: string }[] }>(
    "select changes from audit_entry where operation = 'connector.update'",
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]?.changes.find(({ field }) => field === "password")?.after).toBe("••••••");
  expect(JSON.stringify(entries)).not.toContain("hush-hush");
});

test("a sealed value that was moved to another setting does not open", async () => {
  const [ocs] = (await rows()).filter(({ key }) => key === "ocs");
  expect(() => world.vault.open(ocs!.settings["password"]!, "connector|r1.|mail|password")).toThrow();
});

test("those below the operator see health, but neither addresses nor values", async () => {
  const connector = await listed("agent@acme.test", "ocs");
  expect(connector.endpoint).toBe("");
  expect(connector.settings.map(({ value }) => value)).toEqual([null, null, null, null, null]);
  const document =
    'mutation { updateConnector(input: { key: "ocs", version: 2, settings: [] }) { userErrors { code } } }';
  const { errors } = await world.graphql("owner@nord.test", document);
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("an unknown setting, a bad value, a missing one and an old version are refused, and nothing changes", async () => {
  const before = await rows();
  const unknown = await update({ key: "ocs", version: 2, settings: [{ key: "colour", value: "blue" }] });
  expect(unknown.userErrors).toMatchObject([{ code: "INVALID", path: ["settings", "0", "key"] }]);
  const bad = await update({ key: "ocs", version: 2, settings: [{ key: "url", value: "ftp://x" }] });
  expect(bad.userErrors).toMatchObject([{ code: "INVALID", path: ["settings", "0", "value"] }]);
  const missing = await update({
    key: "mail",
    version: 1,
    mode: "REAL",
    settings: [{ key: "host", value: "mail.test" }],
  });
  expect(missing.userErrors).toMatchObject([{ code: "REQUIRED", path: ["settings"] }]);
  const stale = await update({ key: "ocs", version: 1, settings: [] });
  expect(stale.userErrors).toMatchObject([{ code: "STALE", path: ["version"] }]);
  expect(await rows()).toEqual(before);
});

test("a connector that is not set up says so instead of being called", async () => {
  await expect(settingsOf(world.as("agent@acme.test"), mailDefinition)).rejects.toMatchObject({
    code: "CONNECTOR_NOT_SET_UP",
    outcome: "permanent",
  });
  await expect(settingsByKey(world.system(), "telepathy")).rejects.toMatchObject({ code: "CONNECTOR_NOT_SET_UP" });
});

test("an agent's check is kept for everybody, although the row is the operator's", async () => {
  const document = `mutation { checkConnector(input: { key: "mail" }) { connector { ${fields} checkedAt } userErrors { code } } }`;
  const { data, errors } = await world.graphql("agent@acme.test", document);
  expect(errors).toBeUndefined();
  const { connector } = (data as { checkConnector: { connector: ConnectorAnswer } }).checkConnector;
  expect(connector).toMatchObject({ health: "NOT_APPLICABLE", version: 1 });
  expect(connector.healthMessage).toContain("Mail is not set up");
  expect(await listed("owner@beta.test", "mail")).toMatchObject({ health: "NOT_APPLICABLE" });
  expect((await rows()).find(({ key }) => key === "mail")?.mode).toBeNull();
});

test("each connector is asked by one worker a turn, and its turns come back", async () => {
  const names = ["ocs", "register", "radius", "sip", "mail", "http", "webex", "ansible"];
  await update({
    key: "ocs",
    version: 2,
    mode: "REAL",
    settings: [{ key: "url", value: "http://127.0.0.1:9/jsonrpc" }],
  });
  world.clock.advance({ minutes: 1 });
  expect(await probeDueConnectors(world.system())).toBe(names.length);
  expect(await probeDueConnectors(world.system())).toBe(0);
  world.clock.advance({ seconds: 15 });
  expect(await probeDueConnectors(world.system())).toBe(names.length);
  expect(await listed(operator, "ocs")).toMatchObject({
    health: "FAILED",
    healthMessage: "Cannot connect to OCS",
    version: 3,
  });
});

test("where a lab runs, a connector that nobody has set up leads to it", async () => {
  const lab = {
    ocs: "http://127.0.0.1:1/jsonrpc",
    register: "http://127.0.0.1:2",
    http: "http://127.0.0.1:3",
    payments: "http://127.0.0.1:9",
    webex: "http://127.0.0.1:10/v1",
    smtp: { host: "127.0.0.1", port: 4 },
    sipDatabaseUrl: "postgres://lab@127.0.0.1:5/lab",
    radiusDatabaseUrl: "postgres://lab@127.0.0.1:6/lab",
    accessServer: { host: "127.0.0.1", port: 8, secret: "secret" },
    controlUrl: "http://127.0.0.1:7",
    controlToken: "token",
    pbx: { host: "127.0.0.1", port: 7 },
    mailboxUrl: "http://127.0.0.1:7/mailbox",
  };
  setInstallation({ demo: true, lab });
  try {
    expect((await settingsOf(world.as("agent@acme.test"), mailDefinition)).port).toBe(4);
    expect((await listed(operator, "mail")).mode).toBe("LAB");
    expect((await listed(operator, "ocs")).mode).toBe("REAL");
    const { data } = await world.graphql(
      operator,
      "{ lab { isRunning mailboxUrl elements { key } recentCalls(first: 5) { id } } }",
    );
    expect(data).toEqual({ lab: { isRunning: false, mailboxUrl: null, elements: [], recentCalls: [] } });
  } finally {
    setInstallation({ demo: false, lab: null });
  }
});
