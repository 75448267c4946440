import { OptimisticLockError } from "@mikro-orm/core";
import { decodeId } from "@tierline/shared/id.ts";
import { limitedKinds } from "@tierline/shared/reseller-limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "./reseller.entity.ts";

interface Deed {
  /** The verb in the audit trail, e.g. `reseller.suspend`. */
  readonly operation: string;
  /** Whether it may be done to one's own reseller, too. */
  readonly isForOwn: boolean;
  readonly note?: string | null;
}

/**
 * One change of a reseller of one's tier, with its entry in the audit trail; `change` alters the row. Nothing altered is nothing
 * written, so that what is done twice is told once.
 * @throws AccessError NOT_FOUND, Rejection STATE_CONFLICT (one's own), STALE
 */
export async function changeReseller(
  context: Context,
  apiId: string,
  { operation, isForOwn, note = null }: Deed,
  change: (row: ResellerRow, tx: Transaction) => void | Promise<void>,
): Promise<ResellerRow> {
  const id = decodeId("rsl", apiId);
  if (id === null) throw notFound();
  return transaction(context, async (tx) => {
    // Locked: two who change it come one after the other, and the second sees what the first did.
    const [found] = await tx.em.execute<{ path: string }[]>("select path from reseller where id = ? for update", [id]);
    if (found === undefined || !isWithin(found.path, tx.viewer.path)) throw notFound();
    const row = await tx.em.findOneOrFail(ResellerEntity, { id }, { refresh: true });
    if (!isForOwn && row.path === tx.viewer.path) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("reseller.own"), path: ["id"] });
    }
    const before = { ...row };
    await change(row, tx);
    const changes = changesBetween(factsOf(before), factsOf(row));
    if (changes.length === 0) return row;
    await tx.em.flush().catch(staleWhenOvertaken);
    const { path, name } = row;
    await recordAudit(tx, { operation, subjectKind: "reseller", subjectId: id, subject: name, changes, path, note });
    tx.announce({ topic: `reseller:${id}`, path, sequence: row.version });
    return row;
  });
}

export function factsOf({
  name,
  key,
  state,
  country,
  currency,
  timeZone,
  locale,
  failureEmails,
  delegated,
  delegationPresets,
  limits,
}: ResellerRow) {
  const most = Object.fromEntries(limitedKinds.map((kind) => [`${kind}Max`, limits?.[kind] ?? null]));
  const presets = delegationPresets.map(({ name: preset, permissions, isDefault, simultaneousCalls: calls }) => {
    const ofLine = calls == null ? "" : `; ${calls} calls at a time`;
    return `${preset}${isDefault ? " (default)" : ""}: ${permissions.join(", ")}${ofLine}`;
  });
  return {
    name,
    key,
    state,
    country,
    currency,
    timeZone,
    locale,
    failureEmails,
    delegated: delegated ?? null,
    delegationPresets: presets.length === 0 ? null : presets.join("; "),
    ...most,
  };
}

function staleWhenOvertaken(error: unknown): never {
  if (error instanceof OptimisticLockError)
    throw new Rejection({ code: "STALE", message: say("reseller.stale"), path: ["version"] });
  throw error;
}
