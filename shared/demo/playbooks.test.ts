import { expect, test } from "vitest";
import { parse } from "yaml";
import { type ActionShape, playbookProblems } from "../playbook-problems.ts";
import { demoPlaybook, demoPlaybooks } from "./playbooks.ts";

const shape = (required: string[] = [], optional: string[] = [], outputs: string[] = []): ActionShape => ({
  required,
  optional,
  outputs,
});

/** What the playbooks rely on; the server's actions take at least this. */
const actions = new Map<string, ActionShape>([
  ["customer.validate", shape()],
  ["inventory.assign", shape(["slot"])],
  ["inventory.release", shape(["slot"])],
  ["charging.create-account", shape(["account"], ["iccid", "plans", "allowances"])],
  ["charging.change-plans", shape(["account", "plans", "before"], ["iccid"])],
  ["charging.top-up", shape(["account", "balance", "amount"])],
  ["charging.remove-account", shape(["account"], ["iccid", "plans"])],
  ["register.attach", shape(["subscriber", "msisdn", "iccid"])],
  ["register.detach", shape(["subscriber", "msisdn", "iccid"])],
  ["sip.limit-calls", shape(["username", "calls"])],
  ["sip.create-account", shape(["username"])],
  ["sip.remove-account", shape(["username"])],
  ["radius.create-login", shape(["username"], ["downloadMbit", "uploadMbit"])],
  ["charging.disable-account", shape(["account"], ["iccid"])],
  ["charging.enable-account", shape(["account"], ["iccid"])],
  ["radius.block-login", shape(["username"])],
  ["radius.admit-login", shape(["username"])],
  ["service.suspend", shape()],
  ["service.resume", shape()],
  ["radius.change-limits", shape(["username"], ["downloadMbit", "uploadMbit"])],
  ["radius.remove-login", shape(["username"])],
  ["http.request", shape(["method", "path"], ["body", "values", "verifyPath", "undoMethod", "undoPath", "undoBody"])],
  ["mail.send", shape(["to", "template", "language", "customerName", "serviceName", "offeringName", "resellerName"])],
  ["service.activate", shape([], [], ["name"])],
  ["service.record-addon", shape(["offeringId"])],
  ["service.remove-addon", shape(["offeringId"])],
  [
    "webex.create-subscriber",
    shape(["email", "package"], ["externalId", "firstName", "lastName", "primaryPhoneNumber", "extension"]),
  ],
  ["webex.change-package", shape(["email", "package", "before"], ["externalId"])],
  ["webex.remove-subscriber", shape(["email"], ["externalId"])],
  [
    "webex.set-packages",
    shape(
      ["provisioningId", "externalId", "packages", "name", "primaryEmail", "line1", "city", "country"],
      ["language", "line2", "state", "zip", "locationName", "timeZone", "locationLanguage"],
      ["failed"],
    ),
  ],
  ["customer.record-packages", shape(["failed"])],
  ["service.terminate", shape()],
  ["manual.wait", shape()],
]);
const variables = [
  "customer.name",
  "customer.email",
  "customer.language",
  "service.name",
  "service.account",
  "service.simultaneousCalls",
  "offering.id",
  "offering.slug",
  "offering.name",
  "previousOffering.slug",
  "reseller.name",
  "items.*.identifier",
  "customer.id",
  "customer.country",
  "reseller.key",
  "service.parameters.*",
  "offering.package",
  "previousOffering.package",
  "packages.all",
  "packages.primaryEmail",
  "location.timeZone",
  "location.language",
  "site.name",
  "site.line1",
  "site.line2",
  "site.city",
  "site.region",
  "site.postalCode",
];

test.each(demoPlaybooks.map((playbook) => [playbook.key, playbook] as const))(
  "%s can be saved as it is",
  (_, { yaml, document }) => {
    const parsed: unknown = parse(yaml);
    expect(playbookProblems(parsed, { actions, variables })).toEqual([]);
    expect(parsed).toMatchObject({ key: document.key, kind: document.kind });
    expect(yaml).not.toMatch(/[&*][a-z]\d/);
  },
);

test("O30: mobile-20gb has exactly the six tasks, in order", () => {
  expect(demoPlaybook("mobile-20gb").document.tasks.map(({ title, action }) => `${title}: ${action}`)).toEqual([
    "Validate customer: customer.validate",
    "Assign SIM: inventory.assign",
    "Assign number: inventory.assign",
    "Configure OCS account: charging.create-account",
    "Activate service record: service.activate",
    "Send welcome mail: mail.send",
  ]);
});

test("O49: in every playbook the mails, and only they, may fail without stopping the run", () => {
  for (const { document } of demoPlaybooks) {
    const ignoring = document.tasks.filter((task) => task.ignoreErrors);
    const isSilent = document.key === "calls-voip" || /^(suspend|resume)-|package|-collaboration$/.test(document.key); // balances are told by their own mails, people by the service
    expect(ignoring.map((task) => task.action)).toEqual(isSilent ? [] : ["mail.send"]);
  }
});

test("O36: the playbook of an add-on makes no service", () => {
  const addons = demoPlaybooks.filter(({ document }) => document.kind === "addon");
  expect(addons.length).toBe(5);
  for (const { document } of addons) {
    expect(document.tasks.map((task) => task.action)).toContain("service.record-addon");
    expect(document.tasks.map((task) => task.action)).not.toContain("service.activate");
  }
});

test("no two playbooks share a key, and a key that none has is a mistake", () => {
  expect(new Set(demoPlaybooks.map(({ key }) => key)).size).toBe(demoPlaybooks.length);
  expect(() => demoPlaybook("mobile-1tb")).toThrow(RangeError);
});
