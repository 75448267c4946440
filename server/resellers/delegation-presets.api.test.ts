import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { delegationPresetsMax } from "@tierline/shared/limits.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import type { ExecutionResult } from "graphql";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { AccessError } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { acme } = resellersOfTests;
const owner = "owner@acme.test";
const idOf = (key: keyof typeof resellersOfTests) => encodeId("rsl", resellersOfTests[key].id);

beforeAll(() => plantCustomers(world));
beforeEach(async () => {
  await world.database.rows(
    "set local session_replication_role = replica; update reseller set delegated = null, delegation_presets = '[]'; delete from audit_entry",
  );
});

interface Preset {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly isDefault: boolean;
}
const look: Preset = { name: "Look only", permissions: ["customer.view", "service.view"], isDefault: false };
const all: Preset = { name: "Everything", permissions: delegablePermissions, isDefault: true };

const versionOf = async (key: string): Promise<number> => {
  const [row] = await world.database.rows<{ version: number }>("select version from reseller where key = $1", [key]);
  return row?.version ?? 0;
};

const document = `mutation ($input: SetDelegationPresetsInput!) {
  setDelegationPresets(input: $input) {
    reseller { delegationPresets { name permissions isDefault } } userErrors { code path }
  }
}`;

/** Acme's own. */
async function set(presets: readonly Preset[], { user = owner, version = 0 } = {}) {
  const input = { id: idOf("acme"), version: version === 0 ? await versionOf("acme") : version, presets };
  return world.graphql(user, document, { input });
}
interface Payload {
  readonly reseller: object | null;
  readonly userErrors: readonly { readonly code: string; readonly path: string[] | null }[];
}
/** What the document above asks for. */
const payloadOf = (data: unknown): Payload => (data as { setDelegationPresets: Payload }).setDelegationPresets;

const refusals = async (presets: readonly Preset[], more: Parameters<typeof set>[1] = {}) => {
  const { data } = await set(presets, more);
  const { reseller, userErrors } = payloadOf(data);
  expect(reseller).toBeNull();
  return userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`);
};

async function newCustomersRights(): Promise<unknown> {
  const input = { idempotencyKey: newId(), kind: "INDIVIDUAL", name: "Nell Newcomer", homeCountry: "GB" };
  const { data } = await world.graphql(
    owner,
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { delegated } } }`,
    { input },
  );
  return (data as { createCustomer: { customer: { delegated: unknown } } }).createCustomer.customer.delegated;
}

test("B12: a reseller keeps named presets of what customers' people may, and a new customer has the default one", async () => {
  expect(await newCustomersRights()).toBeNull();
  const { data } = await set([look, all]);
  expect(data).toEqual({ setDelegationPresets: { reseller: { delegationPresets: [look, all] }, userErrors: [] } });
  expect(await newCustomersRights()).toEqual(delegablePermissions);
  await set([{ ...look, isDefault: true }]);
  expect(await newCustomersRights()).toEqual(look.permissions);
  await set([look]);
  expect(await newCustomersRights()).toBeNull();
});

test("B12: presets are told of with what they were before, and the same ones twice are told once", async () => {
  await set([look]);
  await set([look]);
  await set([{ ...look, isDefault: true }]);
  const told = await world.database.rows<{ changes: unknown }>(
    "select changes, operation, path from audit_entry order by id",
  );
  expect(told).toEqual([
    {
      operation: "reseller.set_presets",
      path: acme.path,
      changes: [{ field: "delegationPresets", before: null, after: "Look only: customer.view, service.view" }],
    },
    {
      operation: "reseller.set_presets",
      path: acme.path,
      changes: [
        {
          field: "delegationPresets",
          before: "Look only: customer.view, service.view",
          after: "Look only (default): customer.view, service.view",
        },
      ],
    },
  ]);
});

test("B12: no preset gives what one lacks or what is not for customers; what stood there may stay", async () => {
  await set([look]);
  const permissions = new Set<Permission>(["customer.delegate", "customer.view"]);
  const helper: Viewer = { ...jane, customerId: null, path: acme.path, role: "MEMBER", permissions };
  const asHelper = async (preset: Preset) => {
    const input = { id: idOf("acme"), version: await versionOf("acme"), presets: [preset] };
    const { data } = await askAs(world, helper, document, { input });
    return payloadOf(data).userErrors;
  };
  const wider = { ...look, permissions: [...look.permissions, "order.view", "catalog.edit"] };
  expect(await asHelper(wider)).toEqual([
    { code: "INVALID", path: ["presets", "0", "permissions", "2"] },
    { code: "INVALID", path: ["presets", "0", "permissions", "3"] },
  ]);
  expect(await asHelper({ ...look, name: "Look" })).toEqual([]);
});

test("B12: two of one name, two defaults, none at all of a name, too many, and an older version are refused", async () => {
  expect(await refusals([look, { ...look, name: "LOOK ONLY" }])).toEqual(["TAKEN presets.1.name"]);
  expect(await refusals([all, { ...look, isDefault: true }])).toEqual(["INVALID presets.1.isDefault"]);
  expect(await refusals([{ ...look, name: " " }])).toEqual(["REQUIRED presets.0.name"]);
  const many = Array.from({ length: delegationPresetsMax + 1 }, (_, index) => ({ ...look, name: `Preset ${index}` }));
  expect(await refusals(many)).toEqual(["LIMIT_EXCEEDED presets"]);
  expect(await refusals([look], { version: 1_000 })).toEqual(["STALE version"]);
  expect(await world.database.rows("select delegation_presets from reseller where key = 'acme'")).toEqual([
    { delegation_presets: [] },
  ]);
});

test("B12: presets are one's own reseller's or of one below: others' do not exist, and agents see none", async () => {
  const read = "query ($id: ID!) { reseller(id: $id) { delegationPresets { name } } }";
  await set([look]);
  const codeOf = ({ errors }: Pick<ExecutionResult, "errors">) =>
    errors?.[0]?.originalError instanceof AccessError ? errors[0].originalError.code : null;
  expect(codeOf(await set([], { user: "owner@beta.test" }))).toBe("NOT_FOUND");
  expect((await world.graphql("owner@beta.test", read, { id: idOf("acme") })).data).toEqual({ reseller: null });
  expect(codeOf(await set([], { user: "agent@acme.test" }))).toBe("FORBIDDEN");
  expect(codeOf(await world.graphql("agent@acme.test", read, { id: idOf("acme") }))).toBe("FORBIDDEN");
  expect((await world.graphql("owner@nord.test", read, { id: idOf("acme") })).data).toEqual({
    reseller: { delegationPresets: [{ name: "Look only" }] },
  });
});
