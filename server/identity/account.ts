import type { Channel } from "@tierline/shared/kinds.ts";
import { isDelegated } from "@tierline/shared/delegation.ts";
import { languageOf } from "@tierline/shared/language.ts";
import { holds, permissionKeys, type Permission, type Role } from "@tierline/shared/permission.ts";
import { mayCreateOrChange, type ResellerState } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { Viewer, Withheld } from "../kernel/viewer.ts";

/** A user as sign-in and sessions read it: with the states of all that it depends on. */
export interface Account {
  readonly user_id: string;
  readonly path: string;
  readonly reseller_id: string;
  readonly customer_id: string | null;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: string | null;
  readonly disabled_at: string | null;
  readonly customer_state: string | null;
  /** The user's reseller and all above it. */
  readonly upward: readonly UpwardReseller[];
  /** What the roles of their reseller's own making give, by keys of permissions. */
  readonly granted: readonly string[];
  /** Paths of the customers that they were named; null: whoever's they are. */
  readonly only_customers: readonly string[] | null;
  /** What the reseller lets the people of their customer do; null: nothing was decided. */
  readonly customer_delegated: readonly string[] | null;
}

type RightsFacts = Pick<
  Account,
  "role" | "granted" | "upward" | "only_customers" | "customer_id" | "customer_delegated"
>;

export interface UpwardReseller {
  readonly state: ResellerState;
  readonly delegated: readonly string[] | null;
  readonly is_demo: boolean;
}

/** As `Account.upward`, of the reseller whose id stands in a column. */
export function upwardFrom(column: "u.reseller_id" | "below.id" | "c.reseller_id"): string {
  return `(with recursive upward as (
     select r.parent_id, r.state, r.delegated, r.is_demo from reseller r where r.id = ${column}
     union all
     select r.parent_id, r.state, r.delegated, r.is_demo from upward join reseller r on r.id = upward.parent_id
   ) select json_agg(json_build_object('state', state, 'delegated', delegated, 'is_demo', is_demo)) from upward)`;
}

/** The columns of `Account`, of `app_user u left join customer k`. */
export const accountColumns = `
  u.id as user_id, u.path, u.reseller_id, u.customer_id, u.email, u.name, u.role, u.locale, u.disabled_at, k.state as customer_state,
  ${upwardFrom("u.reseller_id")} as upward,
  (select coalesce(json_agg(distinct permission), '[]')
   from role_grant g join role o on o.id = g.role_id cross join unnest(o.permissions) permission where g.user_id = u.id) as granted,
  case when u.named_customers_only then
    (select coalesce(json_agg(c.path), '[]') from named_customer n join customer c on c.id = n.customer_id where n.user_id = u.id)
  end as only_customers,
  (select to_json(d.permissions) from delegation d where d.customer_id = u.customer_id) as customer_delegated`;

const ended: ReadonlySet<string> = new Set(["CLOSED", "DEACTIVATING", "DEACTIVATED", "ARCHIVED"]);

/** Nobody may work with it: the user was disabled, or the customer waits or has ended, or a reseller that it belongs to has. */
export function isDeactivated(account: Account): boolean {
  if (account.disabled_at !== null) return true;
  if (account.customer_state !== null && ended.has(account.customer_state)) return true;
  if (isWaiting(account)) return true;
  return account.upward.some(({ state }) => ended.has(state));
}

/** VX3: who signed up comes in when their reseller has activated their customer, and not before. */
export function isWaiting({ customer_state }: Pick<Account, "customer_state">): boolean {
  return customer_state === "WAITING";
}

/** Why they are kept out, told to whoever has proved who they are alone. @throws Rejection ACCOUNT_DEACTIVATED, STATE_CONFLICT */
export function refuseDeactivated(account: Account): void {
  if (!isDeactivated(account)) return;
  throw account.disabled_at === null && isWaiting(account)
    ? new Rejection({ code: "STATE_CONFLICT", message: say("signIn.waiting") })
    : new Rejection({ code: "ACCOUNT_DEACTIVATED", message: say("signIn.deactivated") });
}

export function viewerOf(account: Account, sessionId: string | null, channel: Channel): Viewer {
  return {
    userId: account.user_id,
    name: account.name,
    email: account.email,
    role: account.role,
    resellerId: account.reseller_id,
    customerId: account.customer_id,
    path: account.path,
    onlyCustomers: account.only_customers,
    onBehalfOf: null,
    language: languageOf(account.locale),
    ...rightsOf(account),
    channel,
    sessionId,
  };
}

type ResellerWithholds = Exclude<
  Withheld,
  "ACTING_READ_ONLY" | "ACTING_ENDED" | "SECOND_FACTOR_REQUIRED" | "PASSWORD_CHANGE_REQUIRED"
>;

/** What is left to the people of a reseller that may not create or change: it and all below it. */
const left: Readonly<Record<ResellerWithholds, (permission: Permission) => boolean>> = {
  /** To look, to check and to end what costs. */
  RESELLER_SUSPENDED: (permission) => permission.endsWith(".view") || leftWhenSuspended.has(permission),
  /** To begin. */
  RESELLER_NOT_ACTIVATED: (permission) => leftBeforeActivation.has(permission),
};
const leftWhenSuspended: ReadonlySet<Permission> = new Set([
  "search.use",
  "service.check",
  "service.terminate",
  "subscriber.delete",
  "user.disable",
  "profile.update",
]);
const leftBeforeActivation: ReadonlySet<Permission> = new Set(["reseller.view", "reseller.activate", "profile.update"]);

/** All that their roles give together, as far as every reseller from theirs up to the root may do it or let it be done. */
export function rightsOf({
  role,
  granted,
  upward,
  only_customers,
  customer_id,
  customer_delegated,
}: RightsFacts): Pick<Viewer, "permissions" | "withheld"> {
  const reason = withheldBy(upward);
  const permissions = new Set<Permission>();
  const withheld = new Map<Permission, Withheld>();
  for (const key of permissionKeys) {
    if (!holds(role, key) && !granted.includes(key)) continue;
    if (!upward.every(({ delegated }) => delegated === null || delegated.includes(key))) continue;
    if (customer_id !== null && !isDelegated(customer_delegated, key, role)) continue;
    if (only_customers !== null && beyondNamedCustomers.has(key)) continue;
    if (reason === null || left[reason](key)) permissions.add(key);
    else withheld.set(key, reason);
  }
  return { permissions, withheld };
}

/** A new customer would be none of those they were named, and whoever they let in or raised could see the others. */
const beyondNamedCustomers: ReadonlySet<Permission> = new Set([
  "customer.create",
  "user.invite",
  "user.update",
  "user.disable",
  "role.edit",
]);

function withheldBy(upward: readonly UpwardReseller[]): ResellerWithholds | null {
  if (upward.some(({ state }) => state === "PENDING")) return "RESELLER_NOT_ACTIVATED";
  return upward.every(({ state }) => mayCreateOrChange(state)) ? null : "RESELLER_SUSPENDED";
}
