import { readFileSync } from "node:fs";
import { GraphQLNonNull, isObjectType, parse } from "graphql";
import { apiLimitKeys, apiLimits, apiLimitValues } from "@tierline/shared/api-limits.ts";
import {
  accessTokenSeconds,
  apiRequestDays,
  idempotencyHours,
  idempotencyKeyLengthMax,
  keyDaysDefault,
  keyDaysMax,
  keyOverlapHours,
  nodesMax,
  pageSizeMax,
  requestsPerMinuteDefault,
  requestsPerMinuteMax,
  signInsPerAccount,
  signInsPerAddress,
  webhookBodyBytesMax,
  webhookDeliveryDays,
  webhookOffHours,
  webhookSecretOverlapHours,
  webhookTimeoutSeconds,
  webhookWarnHours,
  wrongKeysPerMinute,
} from "@tierline/shared/limits.ts";
import { webhookRetrySeconds } from "@tierline/shared/webhook-event.ts";
import { expect, test } from "vitest";
import { modules } from "../app.ts";
import { absoluteMs, idleMs } from "../identity/session.ts";
import { accessCodes } from "../kernel/rejection.ts";
import { costOf, limits } from "./limits.ts";
import { publicRootFields } from "./public-fields.ts";
import { buildApiSchema } from "./schema.ts";
import { socketLimits } from "./web-socket.ts";

const text = readFileSync(new URL("../../schema/README.md", import.meta.url), "utf8");
const guide = text.replaceAll(/\s+/g, " ");
const schema = buildApiSchema(modules);
const plain = (value: number): string => value.toLocaleString("en");

test("VX16: the guide names every limit that `apiLimits` tells, with its figure, and no other", () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| ([\d,]+) \|/gm)].map(([, name, value]) => [name, value]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(apiLimitKeys.map((key) => [key, plain(apiLimits[key].value)])),
  );
  const { requestBytes, depth, cost, socketsPerUser } = apiLimitValues;
  expect([limits.bodyBytes, limits.depth, limits.cost, socketLimits.socketsPerUser]).toEqual([
    requestBytes,
    depth,
    cost,
    socketsPerUser,
  ]);
});

test("VX16: the guide's example of a cost costs that much", () => {
  const [, query = "", points] = /`(\{ customers[^`]*)` costs (\d+)/.exec(guide) ?? [];
  expect(costOf(schema, parse(query), {}, null)).toBe(Number(points));
});

test("the guide names the limits that are kept", () => {
  expect(guide).toContain(`(${signInsPerAccount} a minute for an account, ${signInsPerAddress} for an address)`);
  expect(guide).toContain(
    `ends after ${idleMs / 60_000} minutes without use, and after ${absoluteMs / 3_600_000} hours`,
  );
  expect(guide).toContain(`${keyDaysMax} days at most, ${keyDaysDefault} unless said otherwise`);
  expect(guide).toContain(`those there are work for ${keyOverlapHours} hours more`);
  expect(guide).toContain(
    `(${plain(requestsPerMinuteDefault)} unless said otherwise, ${plain(requestsPerMinuteMax)} at most)`,
  );
  expect(guide).toContain(`in the last ${apiRequestDays} days`);
  expect(guide).toContain(`From one address ${wrongKeysPerMinute} keys and tokens a minute may be wrong`);
  expect(guide).toContain(`sent in the last ${webhookDeliveryDays} days`);
  expect(guide).toContain(`less than ${webhookBodyBytesMax / 1e3} kB`);
  expect(guide).toContain(`within ${webhookTimeoutSeconds} seconds`);
  expect(guide).toContain(`\`rotateWebhookSecret\`, ${webhookSecretOverlapHours} hours`);
  expect([...webhookRetrySeconds]).toEqual([5, 300, 1_800, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3_600)]);
  expect(guide).toContain("after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h");
  expect([webhookWarnHours, webhookOffHours, accessTokenSeconds]).toEqual([24, 72, 3_600]);
  expect(guide).toContain(`(${nodesMax} at most)`);
  expect(guide).toContain(`(1 to ${pageSizeMax}, required)`);
  expect(guide).toContain(`(1 to ${idempotencyKeyLengthMax} characters, kept ${idempotencyHours} hours)`);
});

test("the guide names every code that an error at the top level has", () => {
  expect([...accessCodes, "INTERNAL"].filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
});

test("what the guide says of every mutation, list and root field holds for each of them", () => {
  for (const root of ["Query", "Mutation", "Subscription"] as const) {
    for (const { name, description, args } of fieldsOf(root)) {
      const isPublic = publicRootFields.has(`${root}.${name}`);
      expect([name, /requires/i.test(description ?? "")]).toEqual([name, !isPublic]);
      if (root === "Mutation")
        expect([name, args.map((each) => each.name)]).toEqual([name, asksNothing.has(name) ? [] : ["input"]]);
    }
  }
  for (const type of Object.keys(schema.getTypeMap())) {
    for (const { name, type: answer, args } of fieldsOf(type)) {
      if (!String(answer).includes("Connection")) continue;
      const first = args.find((each) => each.name === "first");
      expect([type, name, first?.type instanceof GraphQLNonNull]).toEqual([type, name, true]);
      if (name !== "search")
        expect([type, name, args.some((each) => each.name === "after")]).toEqual([type, name, true]);
    }
  }
});

/** They end, begin or renew what is one's own, and there is nothing to say about it. */
const asksNothing = new Set([
  "signOut",
  "endOtherSessions",
  "stopActing",
  "startIdentityProof",
  "startPasskeySignIn",
  "startPasskeyRegistration",
  "renewRecoveryCodes",
]);

function fieldsOf(name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}
