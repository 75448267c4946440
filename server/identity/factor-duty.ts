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
  if (hasFactor || !mustHaveFactor(account)) return viewer;
  const own: Permission = "profile.update";
  const withheld = new Map<Permission, Withheld>(viewer.withheld);
  for (const key of viewer.permissions) if (key !== own) withheld.set(key, "SECOND_FACTOR_REQUIRED");
  return { ...viewer, permissions: new Set(viewer.permissions.has(own) ? [own] : []), withheld };
}

/** Whether the viewer has to set one up before anything else. */
export function lacksFactor({ withheld }: Pick<Viewer, "withheld">): boolean {
  return [...withheld.values()].includes("SECOND_FACTOR_REQUIRED");
}
