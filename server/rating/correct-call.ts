import { createHash } from "node:crypto";
import { decodeId } from "@tierline/shared/id.ts";
import { callSecondsMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { dialledDigits } from "@tierline/shared/phone-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { asSystem, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { CallEntity, type CallRow } from "./call.entity.ts";
import { concernsAbove } from "./difference.ts";
import type { EndedCall } from "./ended-call.ts";
import { endedCallOf } from "./standing-call.ts";
import { settleCorrections } from "./settle-corrections.ts";

export interface CorrectCallInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly id: string;
  readonly isAnswered: boolean;
  readonly seconds: number;
  /** Null: as it was told. */
  readonly called?: string | null | undefined;
  readonly reason: string;
  /** True: what would become of it is told, and nothing is written. */
  readonly dryRun?: boolean | null | undefined;
}

/** At the viewer's own sides, corrections counted in. */
export interface CallSum {
  readonly seconds: number;
  readonly currency: string;
  /** Decimal digits of millionths, because it is kept as JSON. */
  readonly price: string;
  readonly cost: string;
}

export interface CorrectedCall {
  /** Of the line that was added; null after a dry run. */
  readonly correctionId: string | null;
  readonly before: CallSum;
  readonly after: CallSum;
}

/**
 * What a call was in truth, as somebody says it: a line with the difference, in seconds and at every tier, by the prices of the call's
 * time. The same facts again price it again.
 * @throws AccessError NOT_FOUND; Rejection with all that is wrong, STATE_CONFLICT for one that goes on, is a correction, or is its seller's to correct
 */
export async function correctCall(context: Context, input: CorrectCallInput): Promise<CorrectedCall> {
  const { dryRun, ...asked } = input;
  if (dryRun !== true) {
    return once(context, "call.correct", input.idempotencyKey, asked, (tx) => correct(tx, asked));
  }
  let told: CorrectedCall | null = null;
  await transaction(context, async (tx) => {
    told = { ...(await correct(tx, asked)), correctionId: null };
    throw new Tried();
  }).catch((error: unknown) => {
    if (!(error instanceof Tried)) throw error;
  });
  invariant(told !== null, "what was tried was told");
  return told;
}

/** Takes back all that a dry run did. */
class Tried extends Error {}

async function correct(tx: Transaction, input: CorrectCallInput): Promise<CorrectedCall> {
  const { call, lines } = await ownCall(tx, input.id);
  const { told, reason } = checked(tx, lines, input, await countryOf(tx, call));
  const before = await sumOf(tx, call.id);
  const corrects = { source: call.source, sourceKey: call.sourceKey };
  const { settled, isOfAbove } = await asSystem(tx, async () => {
    const [one] = await settleCorrections(tx, [{ call: told, corrects }]);
    invariant(one != null, "the call was found");
    return { settled: one, isOfAbove: await concernsThoseAbove(tx, one.callId) };
  });
  // Whose switch told it may say what was wrong; nobody else lowers what is owed to their own seller.
  if (isOfAbove && !call.source.startsWith(`${tx.viewer.resellerId}/`)) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("call.correctAbove"), path: ["id"] });
  }
  if (settled.outcome === "MISMATCH") {
    throw new Rejection({
      code: "IDEMPOTENCY_MISMATCH",
      message: say("idempotency.mismatch"),
      path: ["idempotencyKey"],
    });
  }
  const after = await sumOf(tx, call.id);
  const { seconds, called, state } = told;
  const stood = endedCallOf(lines);
  await recordAudit(tx, {
    operation: "call.correct",
    subjectKind: "call",
    subjectId: call.id,
    subject: call.called,
    changes: changesBetween(
      { seconds: before.seconds, called: stood.called, state: stood.state },
      { seconds, called, state },
    ),
    path: call.path,
    note: reason,
  });
  return { correctionId: settled.callId, before, after };
}

async function concernsThoseAbove({ em, viewer }: Transaction, correctionId: string): Promise<boolean> {
  const legs = await em.execute<{ path: string; seller_path: string }[]>(
    "select path, seller_path from call_leg where call_id = ?",
    [correctionId],
  );
  return legs.some(({ path, seller_path: sellerPath }) => concernsAbove({ path, sellerPath }, viewer.path));
}

/** With what has corrected it. */
async function ownCall(tx: Transaction, apiId: string): Promise<{ call: CallRow; lines: readonly CallRow[] }> {
  const id = decodeId("cal", apiId);
  if (id === null) throw notFound();
  const found = await tx.em.execute<object[]>(
    "select * from call where id = ? or corrects_id = ? order by recorded_at, id",
    [id, id],
  );
  const rows = mapped(tx.em, CallEntity, found);
  const call = rows.find((row) => row.id === id);
  if (call === undefined) throw notFound();
  if (call.state === "LIVE" || call.correctsId != null) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("call.notCorrectable"), path: ["id"] });
  }
  return { call, lines: rows };
}

async function countryOf({ em }: Transaction, { reseller }: CallRow): Promise<string> {
  const [row] = await em.execute<{ country: string }[]>("select country from reseller where id = ?", [reseller]);
  invariant(row !== undefined, "whoever sees a call sees its reseller");
  return row.country;
}

function checked(
  { viewer }: Transaction,
  lines: readonly CallRow[],
  input: CorrectCallInput,
  country: string,
): { told: EndedCall; reason: string } {
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: true } as const;
  const reason = checkText(refusals, input.reason, rule, "reason") ?? "";
  const isWithin = Number.isInteger(input.seconds) && input.seconds >= 0 && input.seconds <= callSecondsMax;
  if (!isWithin) refusals.add("INVALID", say("call.seconds", { max: callSecondsMax }), "seconds");
  const said = input.called ?? "";
  const stands = endedCallOf(lines);
  const number = said === "" ? stands.number : dialledDigits(said, country);
  if (said !== "" && number === null) refusals.add("INVALID", say("call.number"), "called");
  refusals.settle();
  const { isAnswered } = input;
  const seconds = isAnswered ? input.seconds : 0;
  const { startedAt } = stands;
  const answeredAt = isAnswered ? (stands.answeredAt ?? startedAt) : null;
  const told: EndedCall = {
    ...stands,
    source: `${viewer.resellerId}/by hand`,
    sourceKey: keyOf(viewer.userId, input.idempotencyKey),
    called: number ?? stands.called,
    number,
    isInternal: number === null && stands.isInternal === true,
    state: isAnswered ? "ANSWERED" : "NO_ANSWER",
    answeredAt,
    endedAt: new Date((answeredAt ?? startedAt).getTime() + seconds * 1000),
    seconds,
    refusal: null,
  };
  return { told, reason };
}

/** What is told apart for ever, where `once` forgets after three days; a key may be any text. */
function keyOf(userId: string, idempotencyKey: string): string {
  return `${userId}:${createHash("sha256").update(JSON.stringify(idempotencyKey)).digest("base64url")}`;
}

async function sumOf({ em, viewer: { path, resellerId } }: Transaction, callId: string): Promise<CallSum> {
  const [row] = await em.execute<CallSum[]>(
    `with all_of as (select id, seconds from call where id = ? or corrects_id = ?)
     select (select sum(seconds)::int from all_of) as seconds, r.currency,
       coalesce(sum(l.amount_micros) filter (where l.seller_path = ?), 0)::text as price,
       coalesce(sum(l.own_micros) filter (where l.path = ?), 0)::text as cost
     from reseller r left join call_leg l on l.call_id in (select id from all_of)
     where r.id = ? group by r.currency`,
    [callId, callId, path, path, resellerId],
  );
  invariant(row !== undefined, "everybody sees their own reseller");
  return row;
}
