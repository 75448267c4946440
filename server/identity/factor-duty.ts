import type { Permission, Role } from "@tierline/shared/permission.ts";
import type { Viewer, Withheld } from "../kernel/viewer.ts";
import type { Account } from "./account.ts";

/** Whether the user `u` has a factor that works. */
export const hasFactorSql = "exists (select from factor f where f.user_id = u.id and f.confirmed_at is not null)";

/** Who can hand on what others may, or close a reseller, never does it with a password alone. */
const bound: ReadonlySet<Role> = new Set(["OPERATOR", "RESELLER_OWNER"]);

/** The people of the demo world have a password that everybody knows: a second factor would keep them out and nobody else. */
export function mustHaveFactor({ role, upward }: Pick<Account, "role" | "upward">): boolean {
  return bound.has(role) && !upward.some(({ is_demo }) => is_demo);
}

/** Until they have set one up, such people look after their own account and nothing else. */
export function boundToSecondFactor(viewer: Viewer, account: Account, hasFactor: boolean): Viewer {
  return hasFactor || !mustHaveFactor(account) ? viewer : leftWith(viewer, "SECOND_FACTOR_REQUIRED");
}

/** Whether the viewer has to set one up before anything else. */
export function lacksFactor({ withheld }: Pick<Viewer, "withheld">): boolean {
  return [...withheld.values()].includes("SECOND_FACTOR_REQUIRED");
}

/** Whether the password of the user `u` was made by somebody else. */
export const mustChangePasswordSql = "exists (select from credential c where c.user_id = u.id and c.must_change)";

/** T7: until they have a password that nobody else has seen, they set one and do nothing else. */
export function boundToOwnPassword(viewer: Viewer, mustChange: boolean): Viewer {
  return mustChange ? leftWith(viewer, "PASSWORD_CHANGE_REQUIRED") : viewer;
}

/** Whether the viewer has to set a password of their own before anything else. */
export function lacksOwnPassword({ withheld }: Pick<Viewer, "withheld">): boolean {
  return [...withheld.values()].includes("PASSWORD_CHANGE_REQUIRED");
}

/** Their own account, whatever else was taken from them: there they mend what is wanted. */
function leftWith(viewer: Viewer, reason: Withheld): Viewer {
  const withheld = new Map<Permission, Withheld>(viewer.withheld);
  for (const key of viewer.permissions) if (key !== own) withheld.set(key, reason);
  return { ...viewer, permissions: new Set([own]), withheld };
}

const own: Permission = "profile.update";
