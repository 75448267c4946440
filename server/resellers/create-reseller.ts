import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { childPath, isWithin } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { factsOf } from "./change-reseller.ts";
import {
  checkCountry,
  checkCurrency,
  checkDelegated,
  checkFailureEmails,
  checkKey,
  checkLocale,
  checkName,
  checkTimeZone,
} from "./check-reseller.ts";
import { claimRoom } from "./limits.ts";
import { refuseUnlessActive } from "./reseller-state.ts";
import { ResellerEntity, type ResellerRow } from "./reseller.entity.ts";

export interface CreateResellerInput {
  readonly idempotencyKey: string;
  /** The API's id; the viewer's own reseller without one. */
  readonly parentId?: string | null | undefined;
  readonly name: string;
  readonly key: string;
  /** These four are the parent's where they are left out. */
  readonly country?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly failureEmails?: readonly string[] | null | undefined;
  readonly delegated?: readonly string[] | null | undefined;
}

/**
 * A new reseller below one's own, not activated yet. Answers its UUID.
 * @throws Rejection TAKEN (the key, anywhere), RESELLER_SUSPENDED or RESELLER_NOT_ACTIVATED (its parent), LIMIT_EXCEEDED, and every wrong field
 */
export async function createReseller(context: Context, input: CreateResellerInput): Promise<string> {
  const { id } = await once(context, "reseller.create", input.idempotencyKey, input, async (tx) => ({
    id: await create(tx, input),
  }));
  return id;
}

async function create(tx: Transaction, input: CreateResellerInput): Promise<string> {
  const parent = await parentOf(tx, input.parentId);
  const facts = checked(tx, parent, input);
  await claimRoom(tx, "resellers", parent.path);
  const createdAt = tx.clock.now();
  const [{ number }] = await tx.em.execute<[{ number: number }]>("select nextval('reseller_number')::int as number");
  const row = {
    id: newId(createdAt.getTime()),
    path: childPath(parent.path, `r${number}`),
    number,
    parent: parent.id,
    state: "PENDING" as const,
    isDemo: false,
    ...facts,
    limits: null,
    sellsAll: true,
    createdAt,
    version: 1,
  };
  await tx.em.insert(ResellerEntity, row).catch(takenWhenThere);
  await recordAudit(tx, {
    operation: "reseller.create",
    subjectKind: "reseller",
    subjectId: row.id,
    subject: row.name,
    changes: changesBetween({}, factsOf(row)),
    path: row.path,
  });
  return row.id;
}

/** A reseller above or beside is as unknown as one that never was, though names above can be read. */
async function parentOf(tx: Transaction, parentId: string | null | undefined): Promise<ResellerRow> {
  const id = parentId == null ? tx.viewer.resellerId : decodeId("rsl", parentId);
  const row = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (row === null || !isWithin(row.path, tx.viewer.path)) throw notFound();
  refuseUnlessActive(row, "parentId");
  return row;
}

function checked(tx: Transaction, parent: ResellerRow, input: CreateResellerInput) {
  const refusals = new Refusals();
  const facts = {
    name: checkName(refusals, input.name),
    key: checkKey(refusals, input.key),
    country: checkCountry(refusals, input.country ?? parent.country),
    currency: checkCurrency(refusals, input.currency ?? parent.currency),
    timeZone: checkTimeZone(refusals, input.timeZone ?? parent.timeZone),
    locale: checkLocale(refusals, input.locale ?? parent.locale),
    failureEmails: checkFailureEmails(refusals, input.failureEmails ?? []),
    delegated: checkDelegated(refusals, input.delegated ?? null, tx.viewer.permissions),
    delegationPresets: [],
  };
  refusals.settle();
  return facts;
}

/** Keys are unique in the installation, and whose it is stays unsaid. */
function takenWhenThere(error: unknown): never {
  if (error instanceof UniqueConstraintViolationException) {
    throw new Rejection({ code: "TAKEN", message: say("reseller.keyTaken"), path: ["key"] });
  }
  throw error;
}
