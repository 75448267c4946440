import { createHash } from "node:crypto";
import type { FreeFrom } from "@tierline/shared/call-price.ts";
import type { CallDirection } from "@tierline/shared/call.ts";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { nameLengthMax, reratedCallsMax, reratedSamplesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { drawAllowances, givenBefore } from "../allowances/draw-allowances.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { asSystem, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { AccessError, invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { CallEntity, type CallRow } from "./call.entity.ts";
import { concernsAbove, differenceOf, settleDifferences, standingLegs } from "./difference.ts";
import { descriptionOf, digestOf, drawOf, problemOf, referenceOf, talkOf, type EndedCall } from "./ended-call.ts";
import { conditionsOf } from "./list-calls.ts";
import { rateCalls, type RatedCall, type RatedLeg } from "./rate-call.ts";
import { toRate } from "./settle-calls.ts";
import { endedCallOf } from "./standing-call.ts";
import { placesOf, writeCalls, type CallPlace } from "./write-calls.ts";

/** Which calls are priced again. */
export interface RerateRange {
  /** From then on, and before then. */
  readonly from: Date;
  readonly until: Date;
  /** The API's ids: one customer, or a reseller with all below it; neither: everybody in sight. */
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  /** Of the number that was called. */
  readonly prefix?: string | null | undefined;
  /** Of either side, from its beginning, as in the list of calls. */
  readonly number?: string | null | undefined;
  readonly direction?: CallDirection | null | undefined;
  /** The API's id of a call: those behind it alone, where there are more than are priced again at once. */
  readonly after?: string | null | undefined;
}

export interface RerateInput extends RerateRange {
  readonly idempotencyKey: string;
  /** What the plan was told by: other figures by now are another plan. */
  readonly fingerprint: string;
  readonly reason: string;
}

/** Micros as decimal digits, because it is kept as JSON. */
export interface RerateSum {
  readonly before: string;
  readonly after: string;
}

/** At the viewer's own sides. */
export interface Rerating {
  /** Answered ones of the range, each with what has corrected it. */
  readonly calls: number;
  readonly changed: number;
  /** Those that would have no price now stay as they are. */
  readonly withoutPrice: number;
  /** Those of which the viewer's seller would have to change what it asks: they stay as they are. */
  readonly leftToSeller: number;
  /** Of the viewer's reseller. */
  readonly currency: string;
  readonly price: RerateSum;
  readonly cost: RerateSum;
  /** Who buys of the viewer's reseller, those alone to whom something changes. */
  readonly buyers: readonly (RerateSum & { readonly id: string; readonly name: string; readonly changed: number })[];
  readonly samples: readonly { readonly callId: string; readonly price: RerateSum; readonly cost: RerateSum }[];
  readonly fingerprint: string;
  /** The last of these calls, behind which there are more; null where there are none. */
  readonly endCursor: string | null;
}

/** What it was planned on has changed; the figures are those of now. */
export class StaleRerating extends Rejection {
  readonly now: Rerating;
  constructor(now: Rerating) {
    super({ code: "STALE", message: say("call.rerateStale"), path: ["fingerprint"] });
    this.now = now;
  }
}

/** What calls would come to by what counts for their time now. Nothing is written. @throws AccessError BAD_USER_INPUT, NOT_FOUND */
export async function planRerating(context: Context, range: RerateRange): Promise<Rerating> {
  let told: Rerating | null = null;
  await transaction(context, async (tx) => {
    told = (await repriced(tx, range)).figures;
    throw new Tried();
  }).catch((error: unknown) => {
    if (!(error instanceof Tried)) throw error;
  });
  invariant(told !== null, "what was tried was told");
  return told;
}

/** Takes back what calls without a price took of allowances. */
class Tried extends Error {}

/**
 * Applies the plan: a line with the difference for each call that comes to something else, all of them or none, and once: by then the
 * calls come to what they should. What a seller asks of the viewer is the seller's to price again. Seconds that allowances gave stay given.
 * @throws StaleRerating; Rejection; AccessError BAD_USER_INPUT, NOT_FOUND
 */
export function rerateCalls(context: Context, input: RerateInput): Promise<Rerating> {
  return once(context, "call.rerate", input.idempotencyKey, input, async (tx) => {
    const refusals = new Refusals();
    const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: true } as const;
    const reason = checkText(refusals, input.reason, rule, "reason") ?? "";
    refusals.settle();
    const { figures, changes } = await repriced(tx, input);
    if (figures.fingerprint !== input.fingerprint) throw new StaleRerating(figures);
    await asSystem(tx, () => write(tx, changes));
    const { userId, name, path } = tx.viewer;
    const { changed, price, cost } = figures;
    await recordAudit(tx, {
      operation: "call.rerate",
      subjectKind: "user",
      subjectId: userId,
      subject: name,
      changes: changesBetween(
        { price: price.before, cost: cost.before },
        { changed, price: price.after, cost: cost.after },
      ),
      path,
      note: reason,
    });
    return figures;
  });
}

interface Standing {
  readonly id: string;
  readonly call: EndedCall;
  /** Of the call and of what has corrected it: by these allowances were drawn on. */
  readonly references: readonly string[];
  /** The line with the difference, if there is one. */
  readonly told: EndedCall;
  readonly place: CallPlace;
  readonly rated: RatedCall;
}

interface Repriced extends Standing {
  readonly isPriced: boolean;
  readonly isLeft: boolean;
  readonly old: readonly RatedLeg[];
  readonly now: readonly RatedLeg[];
  readonly legs: readonly RatedLeg[];
}

async function repriced(
  tx: Transaction,
  range: RerateRange,
): Promise<{ figures: Rerating; changes: readonly Repriced[] }> {
  const { rows, endCursor } = await callsOf(tx, range);
  const { path, resellerId } = tx.viewer;
  const [own] = await tx.em.execute<{ currency: string }[]>("select currency from reseller where id = ?", [resellerId]);
  invariant(own !== undefined, "everybody sees their own reseller");
  const all = await asSystem(tx, async () => {
    const standing = await ratedNow(tx, rows);
    const ids = standing.map(({ id }) => id);
    const before = ids.length === 0 ? new Map<string, RatedLeg[]>() : await standingLegs(tx, ids);
    const drawn = await drawnBy(
      tx,
      standing.filter(({ id }) => !before.has(id)),
    );
    const given = await givenTo(
      tx,
      standing.filter(({ id }) => before.has(id)),
    );
    return standing.map((each): Repriced => {
      const old = before.get(each.id) ?? [];
      const free = given.get(each.id) ?? drawn.get(each.id) ?? [];
      const isPriced = problemOf(each.call, each.rated) === null;
      const now = isPriced ? each.rated.legs(free) : old;
      const legs = differenceOf(old, now);
      const isLeft = legs.some((leg) => concernsAbove(leg, path));
      return { ...each, isPriced, isLeft, old, now: isLeft ? old : now, legs: isLeft ? [] : legs };
    });
  });
  const changes = all.filter(({ legs }) => legs.length > 0);
  const sold = (leg: RatedLeg) => (leg.sellerPath === path ? leg.price.priceMicros : 0n);
  const bought = (leg: RatedLeg) => (leg.path === path ? leg.ownMicros : 0n);
  const figures: Rerating = {
    calls: all.length,
    changed: changes.length,
    withoutPrice: all.filter(({ isPriced }) => !isPriced).length,
    leftToSeller: all.filter(({ isLeft }) => isLeft).length,
    currency: own.currency,
    price: sumOf(all, sold),
    cost: sumOf(all, bought),
    buyers: await buyersOf(tx, changes),
    samples: changes
      .slice(0, reratedSamplesMax)
      .map((each) => ({ callId: each.id, price: sumOf([each], sold), cost: sumOf([each], bought) })),
    fingerprint: fingerprintOf(changes),
    endCursor,
  };
  return { figures, changes };
}

/** Under their locks until the end, so that of two at once the second sees what the first has done. */
async function callsOf(tx: Transaction, range: RerateRange): Promise<{ rows: CallRow[]; endCursor: string | null }> {
  if (range.from >= range.until) throw new AccessError("BAD_USER_INPUT", say("call.rerateRange"));
  const { from, until, customerId, prefix, resellerId, number, direction } = range;
  const { sql, params } = conditionsOf({ from, until, customerId, number, direction }, tx.viewer);
  if (customerId != null) await mustBeSeen(tx, customerId);
  const below = resellerId == null ? null : await pathOfReseller(tx, resellerId);
  const digits = (prefix ?? "").trim().replace(/^(\+|00)/, "");
  if (!/^\d*$/.test(digits)) throw new AccessError("BAD_USER_INPUT", say("call.reratePrefix"));
  const after = range.after == null ? nobody : decodeId("cal", range.after);
  if (after === null) throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
  const found = await tx.em.execute<object[]>(
    `select c.* from call c where ${sql} and c.state <> 'LIVE' and c.corrects_id is null and starts_with(c.called, ?)
       and starts_with(c.path, ?) and c.id > ?::uuid order by c.id limit ${reratedCallsMax + 1} for update`,
    [...params, digits, below ?? "", after],
  );
  const rows = mapped(tx.em, CallEntity, found.slice(0, reratedCallsMax));
  const isWhole = found.length === rows.length;
  return { rows, endCursor: isWhole ? null : encodeId("cal", rows.at(-1)!.id) }; // there are more than none
}

/** Before all ids. */
const nobody = "00000000-0000-0000-0000-000000000000";

async function mustBeSeen({ em }: Transaction, apiId: string): Promise<void> {
  const id = decodeId("cus", apiId);
  const rows = id === null ? [] : await em.execute<object[]>("select 1 from customer where id = ?", [id]);
  if (rows.length === 0) throw notFound();
}

async function pathOfReseller({ em, viewer }: Transaction, apiId: string): Promise<string> {
  const id = decodeId("rsl", apiId);
  const [row] = id === null ? [] : await em.execute<{ path: string }[]>("select path from reseller where id = ?", [id]);
  // Those above are seen as well, and nobody prices their calls again.
  if (row === undefined || !isWithin(row.path, viewer.path)) throw notFound();
  return row.path;
}

/** Each as it stands by what has corrected it; those that nobody answered cost nothing at any price. */
async function ratedNow(tx: Transaction, calls: readonly CallRow[]): Promise<Standing[]> {
  if (calls.length === 0) return [];
  const ids = calls.map(({ id }) => id);
  const found = await tx.em.execute<object[]>("select * from call where corrects_id in (?) order by recorded_at, id", [
    ids,
  ]);
  const corrections = Map.groupBy(mapped(tx.em, CallEntity, found), ({ correctsId }) => correctsId);
  const standing = calls
    .map((call) => {
      const lines = [call, ...(corrections.get(call.id) ?? [])];
      return { id: call.id, call: endedCallOf(lines), references: lines.map(referenceOf) };
    })
    .filter(({ call }) => call.state === "ANSWERED");
  if (standing.length === 0) return [];
  const places = await placesOf(
    tx,
    standing.map(({ call }) => call),
  );
  const placeOf = ({ customerId }: EndedCall) => places.get(customerId)!; // found, or refused
  const rated = await rateCalls(
    tx,
    standing.map(({ call }) => toRate(call, placeOf(call))),
  );
  const source = `${tx.viewer.resellerId}/by hand`;
  return standing.map(({ id, call, references }, index) => {
    const told = { ...call, source, sourceKey: `rerated:${newId(tx.clock.now().getTime())}` };
    return { id, call, references, told, place: placeOf(call), rated: rated[index]! }; // one for one
  });
}

/** What those that had no price, and so have taken nothing, take of allowances now. */
async function drawnBy(tx: Transaction, calls: readonly Standing[]): Promise<ReadonlyMap<string, FreeFrom[]>> {
  const priced = calls.filter(({ call, rated }) => problemOf(call, rated) === null);
  const draws = priced.map(({ told, rated, place }) => drawOf(told, rated, place.home_country));
  const seconds = await drawAllowances(tx, draws);
  return new Map(priced.map(({ id }, index) => [id, seconds[index]!])); // one for each
}

/** What those that have a price were given, out of which cycles. */
async function givenTo(tx: Transaction, calls: readonly Standing[]): Promise<ReadonlyMap<string, FreeFrom[]>> {
  const draws = calls.flatMap(({ call, references }) =>
    references.map((callKey) => ({ callKey, at: call.startedAt, talk: { ...talkOf(call), chargeableFrom: () => [] } })),
  );
  const byKey = await givenBefore(tx, draws);
  // What a correction gave back is nothing, and what it took itself stands under its own key.
  const standing = (free: readonly FreeFrom[]) => free.some(({ seconds }) => seconds > 0);
  return new Map(
    calls.map(({ id, references }) => [id, references.map((each) => byKey.get(each) ?? []).findLast(standing) ?? []]),
  );
}

function sumOf(all: readonly Pick<Repriced, "old" | "now">[], amount: (leg: RatedLeg) => bigint): RerateSum {
  const total = (legs: readonly RatedLeg[]) => String(legs.reduce((sum, leg) => sum + amount(leg), 0n));
  return { before: total(all.flatMap(({ old }) => old)), after: total(all.flatMap(({ now }) => now)) };
}

async function buyersOf({ em, viewer }: Transaction, changes: readonly Repriced[]): Promise<Rerating["buyers"]> {
  const sold = changes.filter(({ legs }) => legs.some(({ sellerPath }) => sellerPath === viewer.path));
  const buyerOf = ({ legs }: Repriced) => legs.find(({ sellerPath }) => sellerPath === viewer.path)!.path; // just found
  const byBuyer = Map.groupBy(sold, buyerOf);
  if (byBuyer.size === 0) return [];
  const paths = [...byBuyer.keys()];
  const named = await em.execute<{ id: string; prefix: "cus" | "rsl"; path: string; name: string }[]>(
    `select id, 'cus' as prefix, path, name from customer where path in (?)
     union all select id, 'rsl', path, name from reseller where path in (?) order by name, path`,
    [paths, paths],
  );
  return named.map(({ id, prefix, path, name }) => {
    const mine = byBuyer.get(path)!; // asked for
    const paid = (leg: RatedLeg) => (leg.path === path ? leg.price.priceMicros : 0n);
    return { id: encodeId(prefix, id), name, changed: mine.length, ...sumOf(mine, paid) };
  });
}

/** Of all that would be posted. */
function fingerprintOf(changes: readonly Repriced[]): string {
  const lines = changes.map(({ id, legs }) => [
    id,
    ...legs.map(({ path, price, ownMicros }) => [
      path,
      String(price.priceMicros),
      String(ownMicros),
      price.billedSeconds,
      price.freeSeconds,
    ]),
  ]);
  return createHash("sha256").update(JSON.stringify(lines)).digest("base64url");
}

async function write(tx: Transaction, changes: readonly Repriced[]): Promise<void> {
  const corrections = changes.map((each) => ({ ...each, correction: newId(tx.clock.now().getTime()) }));
  if (corrections.length === 0) return;
  await writeCalls(
    tx,
    corrections.map(({ id: correctsId, correction: id, told, place, rated }) => ({
      id,
      state: told.state,
      digest: digestOf(told),
      problem: null,
      call: { ...told, seconds: 0 },
      place,
      rated,
      correctsId,
    })),
  );
  await settleDifferences(
    tx,
    corrections.map(({ correction, told, place, legs }) => ({
      callId: correction,
      reference: referenceOf(told),
      path: place.path,
      description: descriptionOf(told),
      startedAt: told.startedAt,
      legs,
    })),
  );
}
