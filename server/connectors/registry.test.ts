import { say } from "@tierline/shared/sentence.ts";
import { failureCodes } from "@tierline/shared/failure-code.ts";
import { expect, test } from "vitest";
import { Secret } from "../kernel/secret.ts";
import { settingTexts } from "./definition.ts";
import { outsideElement } from "./element.ts";
import { connectors } from "./registry.ts";

const lab = {
  ocs: "http://127.0.0.1:4101/jsonrpc",
  register: "http://127.0.0.1:4102",
  http: "http://127.0.0.1:4103",
  payments: "http://127.0.0.1:4109",
  webex: "http://127.0.0.1:4110/v1",
  smtp: { host: "127.0.0.1", port: 4104 },
  sipDatabaseUrl: "postgres://lab:hunter2@127.0.0.1:4105/lab",
  radiusDatabaseUrl: "postgres://lab:hunter2@127.0.0.1:4106/lab",
  accessServer: { host: "127.0.0.1", port: 4108, secret: "hunter2" },
  controlUrl: "http://127.0.0.1:4107",
  controlToken: "hunter2",
  pbx: { host: "127.0.0.1", port: 4108 },
  mailboxUrl: "http://127.0.0.1:4107/mailbox",
};

test("every connector has a key of its own and the settings that its schema knows", () => {
  expect(new Set(connectors.map((each) => each.key)).size).toBe(connectors.length);
  for (const connector of connectors) {
    const settings = connector.labSettings(lab);
    expect(connector.settings.map((each) => each.key).sort()).toEqual(
      Object.keys(settings)
        .filter((key) => key !== "")
        .sort(),
    );
  }
});

test.each(connectors.map((each) => [each.key, each] as const))(
  "%s: settings survive being stored as texts",
  (_key, connector) => {
    const settings = connector.labSettings(lab);
    const texts = settingTexts(settings);
    expect(settingTexts(connector.schema.parse(texts))).toEqual(texts);
    expect(settingTexts(connector.schema.parse(settings))).toEqual(texts);
  },
);

test.each(connectors.map((each) => [each.key, each] as const))(
  "%s: what is secret is a Secret, and shows in no endpoint",
  (_key, connector) => {
    const settings = Object.entries(connector.labSettings(lab));
    for (const { key, isSecret } of connector.settings) {
      const value = settings.find(([each]) => each === key)?.[1] as unknown;
      expect(value instanceof Secret).toBe(isSecret);
    }
    expect(connector.endpointOf(connector.labSettings(lab))).not.toContain("hunter2");
    expect(JSON.stringify(connector.labSettings(lab))).not.toContain("hunter2");
  },
);

test.each([
  ["ocs", { url: "ftp://x" }],
  ["ocs", { url: "http://user:password@x/jsonrpc" }],
  ["ocs", { url: "http://x", timeoutMs: "0" }],
  ["sip", { databaseUrl: "mysql://x/y", realm: "a" }],
  ["radius", { databaseUrl: "postgres://x/y", nasHost: "nas.test" }],
  ["radius", { databaseUrl: "postgres://x/y", nasHost: "nas.test", nasSecret: "s", nasPort: "0" }],
  ["mail", { host: "x", port: "70000", from: "a@b.test" }],
  ["mail", { host: "x", from: "not an address" }],
  ["register", { url: "http://x", attachBody: "{" }],
  ["register", { url: "http://x", getPath: "no-slash" }],
])("%s refuses %j", (key, settings) => {
  expect(connectors.find((each) => each.key === key)?.schema.safeParse(settings).success).toBe(false);
});

test("every code of an element is explained to people", () => {
  for (const prefix of ["OCS", "REGISTER", "HTTP", "MAIL", "SIP_DATABASE", "RADIUS_DATABASE"] as const) {
    const { unreachable, timeout, refused, garbage } = outsideElement(prefix, say("element.ocs"));
    expect(failureCodes).toEqual(expect.arrayContaining([unreachable, timeout, refused, garbage]));
  }
  expect(failureCodes).toEqual(
    expect.arrayContaining([
      "MAIL_REFUSED_RECIPIENT",
      "ANSIBLE_FAILED",
      "ANSIBLE_MISSING",
      "ANSWER_TOO_LARGE",
      "ADDRESS_NOT_ALLOWED",
      "VARIABLE_MISSING",
    ]),
  );
});
