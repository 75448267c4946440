import { nameLengthMax } from "@tierline/shared/limits.ts";
import { isCustomerRole, type Role } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { withdrawLinks } from "./account-link.ts";
import { changeUser, getManagedUser, refuseBeyondRights, refuseStale } from "./managed-user.ts";
import { endSessionsOf } from "./session.ts";
import { setNamedCustomers, setRoles } from "./user-scope.ts";
import { claimRoom } from "../resellers/limits.ts";

export interface UpdateUserInput {
  /** The API's ids. */
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly role?: Role | null | undefined;
  readonly roleIds?: readonly string[] | null | undefined;
  readonly namedCustomersOnly?: boolean | null | undefined;
  readonly namedCustomerIds?: readonly string[] | null | undefined;
}

/**
 * Changes what is given and leaves the rest; rights that are taken away end at the person's next request.
 * @throws Rejection EXCEEDS_RIGHTS, LAST_OWNER, STALE, UNKNOWN_REFERENCE, and every field that is wrong
 */
export function updateUser(context: Context, input: UpdateUserInput): Promise<string> {
  return changeUser(context, input.id, "user.update", async (user, tx) => {
    refuseStale(user, input.version);
    const refusals = new Refusals();
    const { name = null, role = null } = input;
    if (name !== null) checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
    if (user.customer_id !== null) refuseStaffsParts(refusals, input);
    else if (role !== null && isCustomerRole(role)) refusals.add("INVALID", say("user.customer"), "role");
    refusals.settle();
    const holder = { id: user.user_id, path: user.path, resellerId: user.reseller_id };
    if (input.roleIds != null) await setRoles(tx, holder, input.roleIds);
    const only = input.namedCustomersOnly ?? (input.namedCustomerIds != null || user.only_customers !== null);
    if (!only && user.only_customers !== null) await setNamedCustomers(tx, holder, null);
    if (only && (input.namedCustomerIds != null || user.only_customers === null)) {
      await setNamedCustomers(tx, holder, input.namedCustomerIds ?? []);
    }
    await tx.em.execute(
      "update app_user set name = coalesce(?, name), role = coalesce(?, role), version = version + 1 where id = ?",
      [name, role, user.user_id],
    );
    refuseBeyondRights(tx.viewer, await getManagedUser(tx, user.user_id), "role");
  });
}

function refuseStaffsParts(refusals: Refusals, input: UpdateUserInput): void {
  if (input.role != null && !isCustomerRole(input.role)) refusals.add("INVALID", say("user.customer"), "role");
  if ((input.roleIds ?? []).length > 0) refusals.add("INVALID", say("user.ownCustomer"), "roleIds");
  if ((input.namedCustomerIds ?? []).length > 0 || input.namedCustomersOnly === true) {
    refusals.add("INVALID", say("user.ownCustomer"), "namedCustomerIds");
  }
}

/**
 * Nobody works as them any more: their sessions end, and so do their open sockets.
 * @throws Rejection STATE_CONFLICT (oneself), EXCEEDS_RIGHTS, LAST_OWNER
 */
export function disableUser(context: Context, apiId: string): Promise<string> {
  return changeUser(context, apiId, "user.disable", async (user, tx) => {
    if (user.user_id === tx.viewer.userId) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("user.oneself"), path: ["id"] });
    }
    if (user.disabled_at !== null) return;
    const now = tx.clock.now();
    await tx.em.execute("update app_user set disabled_at = ?, version = version + 1 where id = ?", [now, user.user_id]);
    await withdrawLinks(tx, user.user_id, ["INVITATION", "PASSWORD_RESET", "EMAIL_OLD", "EMAIL_NEW"]);
    await endSessionsOf(tx, user.user_id);
  });
}

/** They may sign in again, with the password they had. @throws Rejection EXCEEDS_RIGHTS, LIMIT_EXCEEDED */
export function enableUser(context: Context, apiId: string): Promise<string> {
  return changeUser(context, apiId, "user.enable", async (user, tx) => {
    if (user.disabled_at === null) return;
    await claimRoom(tx, "people", user.path);
    await tx.em.execute("update app_user set disabled_at = null, version = version + 1 where id = ?", [user.user_id]);
  });
}
