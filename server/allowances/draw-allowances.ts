import { drawnOn, leftOf, splitDraw, type CallScope } from "@tierline/shared/allowance.ts";
import type { FreeFrom } from "@tierline/shared/call-price.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { groupBy } from "../kernel/loaders.ts";
import type { AllowanceCountRow } from "./allowance.entity.ts";
import { countsAt, countsOf, heldOf, isHeldAt, lockHeld, renewedCounts, type Held } from "./held-allowances.ts";

export interface AllowanceDraw {
  /** Names the call for ever: a repeated draw answers what the first one did. */
  readonly callKey: string;
  readonly customerId: string;
  /** Whose minutes are drawn on first, where its rate plan gives it some: nobody else can use them. */
  readonly serviceId?: string | null | undefined;
  /** See `callScopeOf`; null draws on what names the number alone. */
  readonly scope: CallScope | null;
  /** The number called, with the country code. */
  readonly digits: string;
  /** What would be billed without an allowance; nothing takes nothing (U18). */
  readonly cadencedSeconds: number;
  /** When the call began: its cycle, unless another begins while it is talked. */
  readonly at: Date;
  readonly talk?: Talk | undefined;
}

/** What of a call is paid for by which cycle. */
export interface Talk {
  /** From the answer to the end. */
  readonly from: Date;
  readonly until: Date;
  /** What would be billed without an allowance of what begins from each of these of its seconds on, until the next. */
  chargeableFrom(cuts: readonly number[]): readonly number[];
}

/**
 * How many seconds of each call are free, in their order, and out of which cycle: each pays for what begins in it. They are taken from
 * what the customers have, under its lock until the commit and once a call; what is left of a call is to be billed (BX8).
 */
export async function drawAllowances(tx: Transaction, draws: readonly AllowanceDraw[]): Promise<FreeFrom[][]> {
  const asked = draws.filter(({ cadencedSeconds }) => cadencedSeconds > 0);
  const held = groupBy(
    await heldOf(tx, [...new Set(asked.map((draw) => draw.customerId))], [...new Set(asked.flatMap(lineOf))]),
    (each) => each.customer,
  );
  const drawable = asked
    .map((draw) => ({ draw, held: held.get(draw.customerId) ?? [] }))
    .map((each) => ({ ...each, sources: sourcesDuring(each.held, each.draw) }))
    .filter(({ sources }) => sources.length > 0);
  if (drawable.length === 0) return draws.map(() => []);
  const sources = [...new Map(drawable.flatMap((each) => each.sources).map((each) => [each.id, each])).values()];
  await lockHeld(tx, sources.map(({ id }) => id).toSorted());
  const latest = new Date(Math.max(...drawable.map(({ draw }) => untilOf(draw).getTime())));
  const counts = await renewedCounts(tx, sources, latest);
  // Read behind the locks, so that of two who draw for the same call the second one sees the first.
  const given = await givenBefore(
    tx,
    drawable.map(({ draw }) => draw),
  );
  await write(tx, take(drawable, counts, given));
  return draws.map(({ callKey, cadencedSeconds }) => (cadencedSeconds > 0 ? (given.get(callKey) ?? []) : []));
}

interface Drawable {
  readonly draw: AllowanceDraw;
  /** All that the customer has or had, */
  readonly held: readonly Held[];
  /** and on which of it the call may draw while it lasts. */
  readonly sources: readonly Held[];
}

function sourcesOf(
  held: readonly Held[],
  { serviceId, scope, digits, at }: Pick<AllowanceDraw, "serviceId" | "scope" | "digits" | "at">,
): Held[] {
  const now = held.filter((each) => isHeldAt(each, at));
  const ofLine = now.filter(({ service }) => service != null && service === serviceId);
  const ofCustomer = drawnOn(
    now.filter(({ service }) => service == null),
    scope,
    digits,
  );
  return [...ofLine, ...ofCustomer.filter(({ drawsFromLocal }) => !drawsFromLocal)];
}

function lineOf({ serviceId }: Pick<AllowanceDraw, "serviceId">): string[] {
  return serviceId == null ? [] : [serviceId];
}

/** All that a call may draw on while it lasts. */
function sourcesDuring(held: readonly Held[], draw: AllowanceDraw): Held[] {
  const all = momentsOf(draw, heldChanges(held)).flatMap((at) => sourcesOf(held, { ...draw, at }));
  return [...new Set(all)];
}

function heldChanges(held: readonly Held[]): Date[] {
  return held.flatMap(({ startedAt, endedAt }) => [startedAt, ...(endedAt == null ? [] : [endedAt])]);
}

function untilOf({ at, talk }: AllowanceDraw): Date {
  return talk === undefined || talk.until < at ? at : talk.until;
}

/** The beginning of a call and each of these times until its end, in their order. */
function momentsOf(draw: AllowanceDraw, changes: readonly Date[]): Date[] {
  const until = untilOf(draw).getTime();
  const during = changes.map((each) => each.getTime()).filter((each) => each > draw.at.getTime() && each < until);
  return [draw.at, ...[...new Set(during)].toSorted((one, other) => one - other).map((each) => new Date(each))];
}

/** Of these calls, by their keys; of what was given back nothing. */
export async function givenBefore(
  { em }: Pick<Transaction, "em">,
  draws: readonly Pick<AllowanceDraw, "callKey" | "at" | "talk">[],
): Promise<Map<string, FreeFrom[]>> {
  if (draws.length === 0) return new Map();
  const rows = await em.execute<{ call_key: string; at: string; seconds: number }[]>(
    `select call_key, at, sum(seconds)::int as seconds from allowance_draw where call_key in (?)
     group by call_key, at order by at`,
    [[...new Set(draws.map(({ callKey }) => callKey))]],
  );
  const byKey = Map.groupBy(rows, (row) => row.call_key);
  const given = new Map<string, FreeFrom[]>();
  for (const { callKey, at, talk } of draws) {
    const mine = byKey.get(callKey);
    if (mine === undefined) continue;
    const free = mine.map((row) => ({
      fromSecond: fromSecondOf(new Date(row.at), { at, talk }),
      seconds: row.seconds,
    }));
    given.set(callKey, free);
  }
  return given;
}

function fromSecondOf(moment: Date, { at, talk }: Pick<AllowanceDraw, "at" | "talk">): number {
  if (talk === undefined || moment <= at) return Number.NEGATIVE_INFINITY;
  return Math.ceil((moment.getTime() - talk.from.getTime()) / 1000);
}

interface Taken {
  readonly call_key: string;
  readonly line: number;
  readonly path: string;
  readonly count_id: string | null;
  readonly seconds: number;
  readonly at: Date;
}

/** In the order of the calls; what each gets is added to `given`. */
function take(
  drawable: readonly Drawable[],
  counts: ReadonlyMap<string, readonly AllowanceCountRow[]>,
  given: Map<string, FreeFrom[]>,
): Taken[] {
  const drawn = new Map<string, number>();
  const taken: Taken[] = [];
  for (const { draw, held, sources } of drawable) {
    const { callKey } = draw;
    if (given.has(callKey)) continue;
    const all = sources.flatMap(({ id }) => counts.get(id) ?? []);
    const moments = momentsOf(draw, [
      ...heldChanges(held),
      ...all.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ]);
    const cuts = moments.map((moment) => fromSecondOf(moment, draw));
    const wanted = draw.talk === undefined ? [draw.cadencedSeconds] : draw.talk.chargeableFrom(cuts);
    const parts = moments.map((at, index) => {
      const open = sourcesOf(held, { ...draw, at }).flatMap(({ id }) =>
        (counts.get(id) ?? []).filter((count) => isOpenAt(count, at)),
      );
      const lefts = open.map((count) => leftOf(count) - (drawn.get(count.id) ?? 0));
      const each = splitDraw(wanted[index]!, lefts) // one for each
        .map((seconds, place) => ({ seconds, count_id: open[place]!.id })) // a part of each
        .filter(({ seconds }) => seconds > 0);
      for (const { seconds, count_id: id } of each) drawn.set(id, (drawn.get(id) ?? 0) + seconds);
      return { at, each };
    });
    given.set(
      callKey,
      parts.map(({ each }, index) => ({
        fromSecond: cuts[index]!, // as above
        seconds: each.reduce((sum, { seconds }) => sum + seconds, 0),
      })),
    );
    const path = sources[0]!.path; // of one customer, and there is one at least
    const lines = parts.flatMap(({ at, each }) =>
      (each.length === 0 ? [{ seconds: 0, count_id: null }] : each).map((line) => ({ ...line, at })),
    );
    taken.push(...lines.map((each, index) => ({ call_key: callKey, line: index + 1, path, ...each })));
  }
  return taken;
}

function isOpenAt({ startsAt, endsAt }: AllowanceCountRow, at: Date): boolean {
  return startsAt <= at && at < endsAt;
}

async function write({ em }: Transaction, taken: readonly Taken[]): Promise<void> {
  if (taken.length === 0) return;
  const json = JSON.stringify(taken);
  await em.execute(
    `insert into allowance_draw (call_key, line, path, count_id, seconds, at)
     select call_key, line, path, count_id, seconds, at from jsonb_to_recordset(?::jsonb)
       as t(call_key text, line int, path text, count_id uuid, seconds int, at timestamptz)`,
    [json],
  );
  await em.execute(
    `update allowance_count c set drawn_seconds = c.drawn_seconds + t.seconds
     from (select count_id, sum(seconds)::int as seconds from jsonb_to_recordset(?::jsonb) as r(count_id uuid, seconds int)
           where count_id is not null group by count_id) t
     where c.id = t.count_id`,
    [json],
  );
}

/**
 * Gives back what these calls took, once: of a call that is corrected, before the corrected one draws under a key of its own. The
 * lines that give back are numbered from -1 down.
 */
export async function returnAllowances(tx: Transaction, callKeys: readonly string[]): Promise<void> {
  if (callKeys.length === 0) return;
  const drawnFrom = await tx.em.execute<{ id: string }[]>(
    `select distinct c.held_id as id from allowance_draw d join allowance_count c on c.id = d.count_id
     where d.call_key in (?) order by 1`,
    [callKeys],
  );
  await lockHeld(
    tx,
    drawnFrom.map(({ id }) => id),
  );
  await tx.em.execute(
    `with back as (
       insert into allowance_draw (call_key, line, path, count_id, seconds, at)
       select call_key, -(row_number() over (partition by call_key order by at, count_id))::int, min(path), count_id, -sum(seconds)::int, at
       from allowance_draw where call_key in (?) and count_id is not null
       group by call_key, count_id, at having sum(seconds) > 0
       returning count_id, seconds)
     update allowance_count c set drawn_seconds = c.drawn_seconds + b.seconds
     from (select count_id, sum(seconds)::int as seconds from back group by count_id) b where c.id = b.count_id`,
    [callKeys],
  );
}

/** How many seconds a call that begins at a time would have free, with nothing taken. */
export async function remainingAllowance(
  context: Context,
  { customerId, at, ...call }: Pick<AllowanceDraw, "customerId" | "serviceId" | "scope" | "digits" | "at">,
): Promise<number> {
  const sources = sourcesOf(await heldOf(context, [customerId], lineOf(call)), { ...call, at });
  const counts = await countsOf(
    context,
    sources.map(({ id }) => id),
  );
  return sources
    .flatMap((each) => countsAt(each, counts.get(each.id) ?? [], at).filter((count) => isOpenAt(count, at)))
    .reduce((sum, count) => sum + leftOf(count), 0);
}
