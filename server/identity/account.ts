import type { Channel } from "@tierline/shared/kinds.ts";
import { languageOf } from "@tierline/shared/language.ts";
import { permissionsOf, type Permission, type Role } from "@tierline/shared/permission.ts";
import { mayCreateOrChange, type ResellerState } from "@tierline/shared/reseller-state.ts";
import type { Viewer } from "../kernel/viewer.ts";

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
  /** States of the user's reseller and of all above it. */
  readonly reseller_states: readonly ResellerState[];
}

/** The columns of `Account`, of `app_user u left join customer k`. */
export const accountColumns = `
  u.id as user_id, u.path, u.reseller_id, u.customer_id, u.email, u.name, u.role, u.locale, u.disabled_at, k.state as customer_state,
  (with recursive upward as (
     select r.parent_id, r.state from reseller r where r.id = u.reseller_id
     union all
     select r.parent_id, r.state from upward join reseller r on r.id = upward.parent_id
   ) select array_agg(state) from upward) as reseller_states`;

const ended: ReadonlySet<string> = new Set(["PENDING", "CLOSED", "DEACTIVATED", "ARCHIVED"]);

/** Nobody may work with it: the user was disabled, or the customer or a reseller that it belongs to has ended or not begun. */
export function isDeactivated(account: Account): boolean {
  if (account.disabled_at !== null) return true;
  if (account.customer_state !== null && ended.has(account.customer_state)) return true;
  return account.reseller_states.some((state) => ended.has(state));
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
    language: languageOf(account.locale),
    permissions: new Set(effectivePermissions(account)),
    channel,
    sessionId,
  };
}

/** What is left to the people of a suspended reseller: to look, to check and to end what costs. */
function isLeftWhenSuspended(permission: Permission): boolean {
  return permission.endsWith(".view") || leftWhenSuspended.has(permission);
}
const leftWhenSuspended: ReadonlySet<Permission> = new Set(["search.use", "service.check", "service.terminate"]);

function effectivePermissions({ role, reseller_states: states }: Account): Permission[] {
  const held = permissionsOf(role);
  return states.every(mayCreateOrChange) ? held : held.filter(isLeftWhenSuspended);
}
