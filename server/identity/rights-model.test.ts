import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionKeys, type Permission } from "@tierline/shared/permission.ts";
import { delegablePermissions } from "@tierline/shared/delegation.ts";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { newModel, rightsIn, sessionIn, whoever, type RightsModel, type Who } from "../testkit/rights-model.ts";
import { patienceOf, sizeOf } from "../testkit/sizes.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { authenticate } from "./authenticate.ts";
import { RoleEntity } from "./role.entity.ts";
import { openSession } from "./session.ts";
import { UserEntity } from "./user.entity.ts";

const world = await testWorld();
const { rows } = world.database;
const { acme } = resellersOfTests;
const { johnSmith } = customersOfTests;
const john = newId();
const roleIds = [newId(), newId()];
const emails = {
  parent: "owner@nord.test",
  owner: "owner@acme.test",
  agent: "agent@acme.test",
  beta: "owner@beta.test",
} as const;
const tokens = new Map<Who, string>();

beforeAll(async () => {
  await plantCustomers(world);
  const person = {
    name: "John Himself",
    email: "john@acme.test",
    role: "CUSTOMER_USER" as const,
    createdAt: t0,
    version: 1,
  };
  await world
    .system()
    .em.insert(UserEntity, { ...person, id: john, path: pathOf(johnSmith), reseller: acme.id, customer: johnSmith.id });
});

async function begin(): Promise<RightsModel> {
  world.clock.set(t0);
  await rows("delete from session");
  await rows("delete from role_grant");
  await rows("delete from role");
  await rows("delete from delegation");
  await rows("update app_user set disabled_at = null");
  await rows("update app_user set role = 'AGENT' where id = $1", [usersOfTests["agent@acme.test"].id]);
  await rows("update reseller set delegated = null, state = 'ACTIVE'");
  const model = newModel();
  const made = { path: acme.path, reseller: acme.id, createdAt: t0, version: 1 };
  await world.system().em.insertMany(
    RoleEntity,
    roleIds.map((id, index) => ({ ...made, id, name: `Role ${index}`, permissions: [...(model.roles[index] ?? [])] })),
  );
  for (const who of whoever) tokens.set(who, await signIn(who));
  return model;
}

async function signIn(who: Who): Promise<string> {
  const { viewer } = world.as(who === "john" ? "agent@acme.test" : emails[who]);
  const self = who === "john" ? { ...viewer, userId: john, path: pathOf(johnSmith), customerId: johnSmith.id } : viewer;
  return (await transaction(world.viewing(self), (tx) => openSession(tx, "a browser"))).token;
}

const sessionOf = (who: Who): Promise<Viewer | null> => authenticate(world.system(), tokens.get(who) ?? "");

/** Whether it was done. Refused is refused, whichever way. */
async function did(by: Who, verb: string, type: string, input: Record<string, unknown>): Promise<boolean> {
  const viewer = await sessionOf(by);
  if (viewer === null) return false;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await askAs(world, viewer, document, { input });
  for (const error of errors ?? []) expect(error.extensions["code"]).not.toBe("INTERNAL");
  return (data?.[verb] as { userErrors: unknown[] } | null | undefined)?.userErrors.length === 0;
}

/** One thing that somebody tries: what it does to the model when it is done, and who alone could have done it. */
interface Step {
  readonly says: string;
  readonly run: () => Promise<boolean>;
  readonly done: (model: RightsModel) => void;
  /** Asked of the model before; what is done without it is an escalation. */
  readonly may: (model: RightsModel, session: ReadonlySet<Permission>) => boolean;
}

const version = async (table: "app_user" | "role", id: string): Promise<number> =>
  (await rows<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version ?? 0;
const acmeId = encodeId("rsl", acme.id);
const agentId = encodeId("usr", usersOfTests["agent@acme.test"].id);
/** For whom Acme, its people and its customers exist; John's rights do not reach so far. */
const isThere = (by: Who): boolean => by !== "beta";
const within = (given: readonly Permission[], own: ReadonlySet<Permission>): boolean =>
  given.every((key) => own.has(key));

const who = fc.constantFrom(...whoever);
const some = (of: readonly Permission[]) => fc.subarray([...of], { maxLength: of.length });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ by: who, delegated: fc.option(some(permissionKeys)) }).map(({ by, delegated }) => ({
    says: `${by} delegates ${delegated === null ? "all" : delegated.length} to Acme`,
    run: () => did(by, "delegateToReseller", "DelegateToResellerInput", { id: acmeId, delegated }),
    done: (model: RightsModel) => void (model.delegated = delegated),
    may: () => by === "parent",
  })),
  fc.record({ by: who, verb: fc.constantFrom("suspend", "resume") }).map(({ by, verb }) => ({
    says: `${by} ${verb}s Acme`,
    run: () => did(by, `${verb}Reseller`, `${verb === "suspend" ? "Suspend" : "Resume"}ResellerInput`, { id: acmeId }),
    done: (model: RightsModel) => void (model.isSuspended = verb === "suspend"),
    may: () => by === "parent",
  })),
  fc
    .record({ by: who, index: fc.nat({ max: 1 }), permissions: some(permissionKeys) })
    .map(({ by, index, permissions }) => ({
      says: `${by} makes role ${index} hold ${permissions.length}`,
      run: async () => {
        const id = roleIds[index] ?? "";
        return did(by, "updateRole", "UpdateRoleInput", {
          id: encodeId("rol", id),
          version: await version("role", id),
          permissions,
        });
      },
      done: (model: RightsModel) => void (model.roles[index] = permissions),
      may: (model: RightsModel, own: ReadonlySet<Permission>) =>
        isThere(by) && own.has("role.edit") && within([...permissions, ...(model.roles[index] ?? [])], own),
    })),
  fc
    .record({
      by: who,
      held: fc.subarray([0, 1]),
      role: fc.option(fc.constantFrom("AGENT", "MEMBER", "RESELLER_OWNER", "OPERATOR")),
    })
    .map(({ by, held, role }) => ({
      says: `${by} gives the agent ${role ?? "no other role"} and roles ${held.join()}`,
      run: async () => {
        const ids = held.map((index) => encodeId("rol", roleIds[index] ?? ""));
        const user = usersOfTests["agent@acme.test"].id;
        return did(by, "updateUser", "UpdateUserInput", {
          id: agentId,
          version: await version("app_user", user),
          roleIds: ids,
          role,
        });
      },
      done: (model: RightsModel) => {
        model.held = held;
        if (role !== null) model.agentRole = role;
      },
      may: (model: RightsModel, own: ReadonlySet<Permission>) => {
        const after = { ...model, held, agentRole: role ?? model.agentRole };
        return isThere(by) && own.has("user.update") && within([...rightsIn(after, "agent").now], own);
      },
    })),
  fc.record({ by: who, permissions: fc.option(some(delegablePermissions)) }).map(({ by, permissions }) => ({
    says: `${by} lets John's people do ${permissions === null ? "what nobody decided" : permissions.length}`,
    run: () =>
      did(by, "delegateToCustomer", "DelegateToCustomerInput", { id: encodeId("cus", johnSmith.id), permissions }),
    done: (model: RightsModel) => void (model.toCustomer = permissions),
    may: (_model: RightsModel, own: ReadonlySet<Permission>) =>
      isThere(by) && own.has("customer.delegate") && within(permissions ?? [], own),
  })),
  fc
    .record({ by: who, verb: fc.constantFrom("disable", "enable"), whom: fc.constantFrom("agent", "john") })
    .map(({ by, verb, whom }) => ({
      says: `${by} ${verb}s ${whom}`,
      run: () =>
        did(by, `${verb}User`, `${verb === "disable" ? "Disable" : "Enable"}UserInput`, {
          id: whom === "agent" ? agentId : encodeId("usr", john),
        }),
      done: ({ disabled, signedOut }: RightsModel) => {
        if (verb === "enable") return void disabled.delete(whom);
        disabled.add(whom);
        signedOut.add(whom);
      },
      may: (_model: RightsModel, own: ReadonlySet<Permission>) => isThere(by) && own.has("user.disable"),
    })),
  fc.record({ by: who, mode: fc.constantFrom("READ", "ACT") }).map(({ by, mode }) => ({
    says: `${by} begins to ${mode} as John`,
    run: () =>
      did(by, "startActingAs", "StartActingAsInput", { userId: encodeId("usr", john), mode, reason: "asked by phone" }),
    done: (model: RightsModel) => void model.acting.set(by, mode),
    may: (model: RightsModel, own: ReadonlySet<Permission>) =>
      isThere(by) && own.has("user.act_as") && within([...rightsIn(model, "john").now], rightsIn(model, by).held),
  })),
);

test(
  "OX8, B12, B19: whoever grants, limits, suspends, disables or acts as whom, in whatever order, everybody may what the rules say and no more",
  { timeout: patienceOf("SOAK_HISTORIES", 120_000) },
  async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const model = await begin();
        for (const { says, run, done: apply, may } of steps) {
          const by = says.split(" ")[0] as Who;
          const before = sessionIn(model, by);
          const isAllowed = before !== null && may(model, before.permissions);
          const isDone = await run();
          expect([says, isDone && !isAllowed]).toEqual([says, false]);
          if (isDone) apply(model);
          if (isDone) done.set(says.replace(/\d+.*/, ""), (done.get(says.replace(/\d+.*/, "")) ?? 0) + 1);
          world.clock.advance({ minutes: 1 });
          for (const each of whoever) {
            const expected = sessionIn(model, each);
            const viewer = await sessionOf(each);
            expect([says, each, viewer === null ? null : [...viewer.permissions].toSorted()]).toEqual([
              says,
              each,
              expected === null ? null : [...expected.permissions].toSorted(),
            ]);
            expect([says, each, viewer?.onBehalfOf?.kind === "USER"]).toEqual([
              says,
              each,
              expected?.isActing ?? false,
            ]);
          }
        }
      }),
      { numRuns: sizeOf("SOAK_HISTORIES"), endOnFailure: false },
    );
    // Something of each kind went through, or the above says nothing.
    expect(done.size).toBeGreaterThan(8);
  },
);
