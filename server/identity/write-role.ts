import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { keyLengthMax, nameLengthMax, rolesPerResellerMax } from "@tierline/shared/limits.ts";
import { isPermission, type Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { RoleEntity, type RoleRow } from "./role.entity.ts";

export interface CreateRoleInput {
  readonly idempotencyKey: string;
  /** The API's id; the viewer's own reseller without one. */
  readonly resellerId?: string | null | undefined;
  readonly name: string;
  readonly permissions: readonly string[];
}

export interface UpdateRoleInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly permissions?: readonly string[] | null | undefined;
}

/**
 * A reseller's own bundle of permissions. Answers its UUID.
 * @throws Rejection TAKEN (the name, at this reseller), EXCEEDS_RIGHTS (a permission that one lacks), LIMIT_EXCEEDED
 */
export async function createRole(context: Context, input: CreateRoleInput): Promise<string> {
  const { id } = await once(context, "role.create", input.idempotencyKey, input, async (tx) => ({
    id: await create(tx, input),
  }));
  return id;
}

async function create(tx: Transaction, input: CreateRoleInput): Promise<string> {
  const uuid = input.resellerId == null ? tx.viewer.resellerId : decodeId("rsl", input.resellerId);
  const reseller =
    uuid === null ? null : await tx.em.findOne(ResellerEntity, { id: uuid }, { disableIdentityMap: true });
  if (reseller === null || !isWithin(reseller.path, tx.viewer.path)) throw notFound();
  const refusals = new Refusals();
  const name = checkName(refusals, input.name);
  const permissions = checkPermissions(refusals, input.permissions, tx);
  refusals.settle();
  if ((await tx.em.count(RoleEntity, { reseller: reseller.id })) >= rolesPerResellerMax) {
    const data = { limit: rolesPerResellerMax, used: rolesPerResellerMax };
    const message = say("role.limit", { max: rolesPerResellerMax });
    throw new Rejection({ code: "LIMIT_EXCEEDED", message, typeName: "LimitExceededError", data });
  }
  const createdAt = tx.clock.now();
  const row = { id: newId(createdAt.getTime()), path: reseller.path, name, permissions, createdAt, version: 1 };
  await tx.em.insert(RoleEntity, { ...row, reseller: reseller.id }).catch(takenWhenThere);
  await recordAudit(tx, { ...subjectOf(row), operation: "role.create", changes: changesBetween({}, factsOf(row)) });
  return row.id;
}

/**
 * Changes what is given; whoever holds the role has it so from their next request on.
 * @throws Rejection EXCEEDS_RIGHTS (it gives, or shall give, what one lacks), STALE, TAKEN
 */
export function updateRole(context: Context, input: UpdateRoleInput): Promise<string> {
  return changeRole(context, input.id, async (row, tx) => {
    if (row.version !== input.version) {
      throw new Rejection({ code: "STALE", message: say("role.stale"), path: ["version"] });
    }
    const refusals = new Refusals();
    const name = input.name == null ? row.name : checkName(refusals, input.name);
    const permissions = input.permissions == null ? row.permissions : checkPermissions(refusals, input.permissions, tx);
    refusals.settle();
    const changes = changesBetween(factsOf(row), factsOf({ name, permissions }));
    if (changes.length === 0) return;
    await tx.em
      .nativeUpdate(RoleEntity, { id: row.id }, { name, permissions, version: row.version + 1 })
      .catch(takenWhenThere);
    await recordAudit(tx, { ...subjectOf({ ...row, name }), operation: "role.update", changes });
  });
}

/** Whoever held it lacks what it gave from their next request on. @throws Rejection EXCEEDS_RIGHTS */
export function deleteRole(context: Context, apiId: string): Promise<string> {
  return changeRole(context, apiId, async (row, tx) => {
    await recordAudit(tx, { ...subjectOf(row), operation: "role.delete", changes: changesBetween(factsOf(row), {}) });
    await tx.em.nativeDelete(RoleEntity, { id: row.id });
  });
}

async function changeRole(
  context: Context,
  apiId: string,
  change: (row: RoleRow, tx: Transaction) => Promise<void>,
): Promise<string> {
  const id = decodeId("rol", apiId);
  if (id === null) throw notFound();
  return transaction(context, async (tx) => {
    const found = await tx.em.execute<unknown[]>("select 1 from role where id = ? for update", [id]);
    if (found.length === 0) throw notFound();
    const row = await tx.em.findOneOrFail(RoleEntity, { id }, { disableIdentityMap: true });
    if (row.permissions.some((key) => isPermission(key) && !tx.viewer.permissions.has(key))) {
      throw new Rejection({ code: "EXCEEDS_RIGHTS", message: say("role.exceeds"), path: ["id"] });
    }
    await change(row, tx);
    return id;
  });
}

function checkName(refusals: Refusals, name: string): string {
  return checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name") ?? "";
}

/** Nobody gives what they lack. */
function checkPermissions(refusals: Refusals, given: readonly string[], { viewer }: Context): Permission[] {
  given.forEach((key, index) => {
    const path = ["permissions", String(index)];
    const permission = key.slice(0, keyLengthMax);
    if (!isPermission(key)) refusals.add("INVALID", say("role.noPermission", { permission }), ...path);
    else if (!viewer.permissions.has(key)) refusals.add("EXCEEDS_RIGHTS", say("role.lacking", { permission }), ...path);
  });
  return [...new Set(given)].filter(isPermission);
}

function subjectOf({ id, name, path }: Pick<RoleRow, "id" | "name" | "path">) {
  return { subjectKind: "role" as const, subjectId: id, subject: name, path };
}

function factsOf({ name, permissions }: Pick<RoleRow, "name" | "permissions">) {
  return { name, permissions: [...permissions].toSorted() };
}

function takenWhenThere(error: unknown): never {
  if (error instanceof UniqueConstraintViolationException) {
    throw new Rejection({ code: "TAKEN", message: say("role.taken"), path: ["name"] });
  }
  throw error;
}
