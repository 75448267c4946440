import type { FreeFrom } from "@tierline/shared/call-price.ts";
import { newId } from "@tierline/shared/id.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { drawAllowances } from "../allowances/draw-allowances.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { salesOf } from "./difference.ts";
import { descriptionOf, digestOf, drawOf, keyOf, problemOf, referenceOf, type EndedCall } from "./ended-call.ts";
import { postCalls } from "./post-calls.ts";
import { rateCalls, type CallToRate, type RatedCall } from "./rate-call.ts";
import {
  knownCalls,
  placesOf,
  writeCalls,
  writeLegs,
  type CallPlace,
  type CallToWrite,
  type KeptCall,
} from "./write-calls.ts";

export interface SettledCall {
  readonly callId: string;
  /** REPEATED: it is here already, the very same; MISMATCH: another one is, under its key, and nothing was done. */
  readonly outcome: "RECORDED" | "REPEATED" | "MISMATCH";
  readonly problem: CallProblemCode | null;
}

/** How many at once: a transaction of the ledger each, all of them or none. */
export const callsPerSettlement = 2_000;

/**
 * Keeps calls that are over, prices them for every tier on the way and posts each as one transaction of the ledger: once, however
 * often the same is told. One that was live becomes it. `tx` is the root tier's, because the legs of all tiers are written.
 */
export async function settleCalls(tx: Transaction, calls: readonly EndedCall[]): Promise<SettledCall[]> {
  invariant(calls.length <= callsPerSettlement, "so many calls are settled at once");
  if (calls.length === 0) return [];
  const known = await knownCalls(tx, calls);
  const fresh = new Map<string, number>(); // the first of a key is recorded, whatever is told of it again in the same breath
  for (const [index, call] of calls.entries()) {
    const key = keyOf(call);
    const kept = known.get(key);
    if (!fresh.has(key) && (kept === undefined || kept.state === "LIVE")) fresh.set(key, index);
  }
  const first = [...fresh.values()].map((index) => calls[index]!); // of these they are
  const recorded = await recordChargeable(tx, first, known);
  const now = fresh.size === recorded.size ? known : await knownCalls(tx, calls);
  return calls.map((call, index): SettledCall => {
    const mine = recorded.get(keyOf(call));
    if (mine !== undefined && fresh.get(keyOf(call)) === index) {
      return { callId: mine.id, outcome: "RECORDED", problem: mine.problem };
    }
    const kept = mine ?? now.get(keyOf(call));
    invariant(kept !== undefined, "what was not recorded is there");
    const outcome = kept.digest === digestOf(call) ? "REPEATED" : "MISMATCH";
    return { callId: kept.id, outcome, problem: kept.problem };
  });
}

interface Recorded extends CallToWrite {
  readonly rated: RatedCall;
}

/**
 * As `record`. A call that would take a balance beyond what is kept of one has no price, as one whose price is more than that, and the
 * others are charged. What is recorded never changes, so all is begun anew without it; nobody has ever met such a one by chance.
 */
async function recordChargeable(
  tx: Transaction,
  calls: readonly EndedCall[],
  known: ReadonlyMap<string, KeptCall>,
): Promise<ReadonlyMap<string, Recorded>> {
  if (calls.length === 0) return new Map();
  await tx.em.execute("savepoint calls");
  const first = await record(tx, calls, known, new Set());
  if (first.tooLarge.size === 0) return first.recorded;
  await tx.em.execute("rollback to savepoint calls");
  const second = await record(tx, calls, known, first.tooLarge);
  invariant(second.tooLarge.size === 0, "there is room for calls that there was room for beside others");
  return second.recorded;
}

/** By their keys, those that nobody else has recorded meanwhile, and the references of those that there is no room for. */
async function record(
  tx: Transaction,
  calls: readonly EndedCall[],
  known: ReadonlyMap<string, KeptCall>,
  unpriced: ReadonlySet<string>,
): Promise<{ readonly recorded: ReadonlyMap<string, Recorded>; readonly tooLarge: ReadonlySet<string> }> {
  const places = await placesOf(tx, calls);
  const rated = await rateCalls(
    tx,
    calls.map((call) => toRate(call, places.get(call.customerId)!)), // found, or refused
  );
  const wanted = calls.map((call, index) => {
    const place = places.get(call.customerId)!; // as above
    const id = known.get(keyOf(call))?.id ?? newId(tx.clock.now().getTime());
    const problem = unpriced.has(referenceOf(call)) ? "PRICE_TOO_HIGH" : problemOf(call, rated[index]!);
    return { id, state: call.state, digest: digestOf(call), problem, call, place, rated: rated[index]! };
  });
  const written = await writeCalls(tx, wanted);
  const mine = wanted.flatMap((each) => {
    const id = written.get(keyOf(each.call));
    return id === undefined ? [] : [{ ...each, id }];
  });
  const answered = mine.filter(({ state, problem }) => state === "ANSWERED" && problem === null);
  const free = await freeSecondsOf(tx, answered);
  const legs = answered.map((each) => ({ ...each, legs: each.rated.legs(free.get(each.id) ?? []) }));
  await writeLegs(
    tx,
    legs.flatMap(({ id, call, legs: all }) => all.map((leg) => ({ callId: id, startedAt: call.startedAt, leg }))),
  );
  const tooLarge = await postCalls(
    tx,
    legs.map(({ call, place, legs: all }) => ({
      reference: referenceOf(call),
      path: place.path,
      description: descriptionOf(call),
      sales: salesOf(all),
    })),
  );
  return { recorded: new Map(mine.map((each) => [keyOf(each.call), each])), tooLarge };
}

/** By whose prices a call is sold. */
export function toRate(call: EndedCall, { path }: CallPlace): CallToRate {
  const { customerId, serviceId, number, seconds, startedAt: at, answeredAt, direction } = call;
  const buyer = { sellerPath: resellerPathOf(path), customerId, resellerId: null, serviceId };
  return { buyer, path, number, seconds, at, answeredAt, direction };
}

/** Seconds that allowances of the customer's give, by the call's id. */
async function freeSecondsOf(tx: Transaction, calls: readonly Recorded[]): Promise<ReadonlyMap<string, FreeFrom[]>> {
  const draws = calls.map(({ call, place, rated }) => drawOf(call, rated, place.home_country));
  const seconds = await drawAllowances(tx, draws);
  return new Map(calls.map(({ id }, index) => [id, seconds[index]!])); // one for each
}
