import { idToSearch, newId } from "@tierline/shared/id.ts";
import { namedCustomersMax, rolesPerUserMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { NamedCustomerEntity, RoleEntity, RoleGrantEntity } from "./role.entity.ts";

interface Holder {
  readonly id: string;
  readonly path: string;
  readonly resellerId: string;
}

/**
 * The reseller's own roles that a person holds from now on, by the API's ids.
 * @throws Rejection UNKNOWN_REFERENCE, TOO_LONG, EXCEEDS_RIGHTS (a role newly given that holds what the viewer lacks)
 */
export async function setRoles(tx: Transaction, user: Holder, roleIds: readonly string[]): Promise<void> {
  const refusals = new Refusals();
  if (roleIds.length > rolesPerUserMax)
    refusals.add("TOO_LONG", say("user.roles", { max: rolesPerUserMax }), "roleIds");
  refusals.settle();
  const ids = roleIds.map((id) => idToSearch("rol", id));
  const rows = await tx.em.find(
    RoleEntity,
    { id: { $in: ids }, reseller: user.resellerId },
    { disableIdentityMap: true },
  );
  const held = new Set(
    (await tx.em.find(RoleGrantEntity, { user: user.id }, { disableIdentityMap: true })).map(({ role }) => role),
  );
  ids.forEach((id, index) => {
    const role = rows.find((row) => row.id === id);
    if (role === undefined) {
      refusals.add("UNKNOWN_REFERENCE", say("user.unknownRole"), "roleIds", String(index));
    } else if (!held.has(id) && role.permissions.some((key) => !tx.viewer.permissions.has(key))) {
      refusals.add("EXCEEDS_RIGHTS", say("role.exceeds"), "roleIds", String(index));
    }
  });
  refusals.settle();
  await tx.em.nativeDelete(RoleGrantEntity, { user: user.id, role: { $nin: ids } });
  const added = [...new Set(ids)].filter((id) => !held.has(id));
  if (added.length === 0) return;
  const now = tx.clock.now().getTime();
  await tx.em.insertMany(
    RoleGrantEntity,
    added.map((role) => ({ id: newId(now), path: user.path, user: user.id, role })),
  );
}

/**
 * Whom a technician sees from now on, by the API's ids; null: whoever is in their tier.
 * @throws Rejection UNKNOWN_REFERENCE, TOO_LONG
 */
export async function setNamedCustomers(
  tx: Transaction,
  user: Holder,
  customerIds: readonly string[] | null,
): Promise<void> {
  const refusals = new Refusals();
  const given = customerIds ?? [];
  if (given.length > namedCustomersMax) {
    refusals.add("TOO_LONG", say("user.customers", { max: namedCustomersMax }), "namedCustomerIds");
  }
  refusals.settle();
  const ids = given.map((id) => idToSearch("cus", id));
  const rows = await tx.em.find(
    CustomerEntity,
    { id: { $in: ids }, path: { $like: `${user.path}%` } },
    { disableIdentityMap: true, fields: ["id"] },
  );
  const known = new Set(rows.map(({ id }) => id));
  ids.forEach((id, index) => {
    if (!known.has(id)) {
      refusals.add("UNKNOWN_REFERENCE", say("user.unknownCustomer"), "namedCustomerIds", String(index));
    }
  });
  refusals.settle();
  await tx.em.execute("update app_user set named_customers_only = ? where id = ?", [customerIds !== null, user.id]);
  await tx.em.nativeDelete(NamedCustomerEntity, { user: user.id });
  if (known.size === 0) return;
  const now = tx.clock.now().getTime();
  await tx.em.insertMany(
    NamedCustomerEntity,
    [...known].map((customer) => ({ id: newId(now), path: user.path, user: user.id, customer })),
  );
}
