import { delegationPresets } from "@tierline/shared/delegation.ts";
import { permissionsOf, type Permission, type Role } from "@tierline/shared/permission.ts";

/** Rights as the mission puts them, in as few words as it takes: what the product answers is compared with this. */
export interface RightsModel {
  /** What Nord lets Acme and all below it do; null: everything. */
  delegated: readonly Permission[] | null;
  isSuspended: boolean;
  agentRole: Role;
  /** Acme's own roles, and which of them the agent holds. */
  readonly roles: (readonly Permission[])[];
  held: readonly number[];
  /** What Acme lets John's people do; null: nothing was decided. */
  toCustomer: readonly Permission[] | null;
  readonly disabled: Set<Who>;
  /** Whose session has ended: being enabled again does not bring it back. */
  readonly signedOut: Set<Who>;
  readonly acting: Map<Who, "READ" | "ACT" | "ENDED">;
}

export const whoever = ["parent", "owner", "agent", "john", "beta"] as const;
export type Who = (typeof whoever)[number];

export function newModel(): RightsModel {
  return {
    delegated: null,
    isSuspended: false,
    agentRole: "AGENT",
    roles: [["catalog.edit"], ["finance.view", "run.view"]],
    held: [],
    toCustomer: null,
    disabled: new Set(),
    signedOut: new Set(),
    acting: new Map(),
  };
}

const whileSuspended = ["search.use", "service.check", "service.terminate", "user.disable", "profile.update"];

/** With what a state withholds for the time being (`held`), and what is left of it now (`now`). */
export function rightsIn(model: RightsModel, who: Who): { held: Set<Permission>; now: Set<Permission> } {
  const role = {
    parent: "RESELLER_OWNER",
    owner: "RESELLER_OWNER",
    beta: "RESELLER_OWNER",
    john: "CUSTOMER_USER",
  } as const;
  const own =
    who === "agent"
      ? permissionsOf(model.agentRole).concat(model.held.flatMap((index) => model.roles[index] ?? []))
      : permissionsOf(role[who]);
  const isAcmes = who !== "parent" && who !== "beta";
  const held = own.filter((key) => {
    if (isAcmes && model.delegated !== null && !model.delegated.includes(key)) return false;
    return who !== "john" || key === "profile.update" || (model.toCustomer ?? delegationPresets.LOOK).includes(key);
  });
  const now = held.filter(
    (key) => !isAcmes || !model.isSuspended || key.endsWith(".view") || whileSuspended.includes(key),
  );
  return { held: new Set(held), now: new Set(now) };
}

/** What somebody's session may at this moment; null when it is over. Acting that is over leaves nothing but to begin anew. */
export function sessionIn(model: RightsModel, who: Who): { permissions: Set<Permission>; isActing: boolean } | null {
  if (model.signedOut.has(who)) return null;
  const own = rightsIn(model, who);
  const mode = model.acting.get(who);
  if (mode === undefined) return { permissions: own.now, isActing: false };
  const john = rightsIn(model, "john");
  const isOver =
    mode === "ENDED" ||
    !own.now.has("user.act_as") ||
    model.disabled.has("john") ||
    [...john.now].some((key) => !own.held.has(key));
  if (isOver) model.acting.set(who, "ENDED");
  if (isOver) return { permissions: new Set([...own.now].filter((key) => key === "user.act_as")), isActing: true };
  const shared = [...john.now].filter(
    (key) => own.now.has(key) && key !== "profile.update" && key !== "service.reveal",
  );
  return {
    permissions: new Set(mode === "ACT" ? shared : shared.filter((key) => key.endsWith(".view"))),
    isActing: true,
  };
}
