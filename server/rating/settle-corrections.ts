import { newId } from "@tierline/shared/id.ts";
import { drawAllowances, returnAllowances } from "../allowances/draw-allowances.ts";
import type { Transaction } from "../kernel/context.ts";
import { differenceOf, settleDifferences, standingLegs } from "./difference.ts";
import { descriptionOf, digestOf, drawOf, keyOf, problemOf, referenceOf, type EndedCall } from "./ended-call.ts";
import { rateCalls } from "./rate-call.ts";
import { toRate, type SettledCall } from "./settle-calls.ts";
import { knownCalls, placesOf, writeCalls } from "./write-calls.ts";

/** What a call was in truth, and the key of the record that it puts right. */
export interface Correction {
  readonly call: EndedCall;
  readonly corrects: Pick<EndedCall, "source" | "sourceKey">;
}

/**
 * Each becomes a line of its own with the difference to what its call stands at, in seconds and at every tier; the allowances that
 * it took are given back first. Null where there is no such call, or it is not over or is a correction itself.
 */
export async function settleCorrections(
  tx: Transaction,
  corrections: readonly Correction[],
): Promise<(SettledCall | null)[]> {
  const answers: (SettledCall | null)[] = [];
  // One after the other: two of them may be of the same call.
  for (const correction of corrections) answers.push(await settleCorrection(tx, correction));
  return answers;
}

interface Corrected {
  readonly id: string;
  readonly seconds: number;
  /** Of the call and of what has corrected it. */
  readonly references: readonly string[];
}

async function settleCorrection(tx: Transaction, { call, corrects }: Correction): Promise<SettledCall | null> {
  const known = (await knownCalls(tx, [call])).get(keyOf(call));
  if (known !== undefined) {
    const outcome = known.digest === digestOf(call) ? "REPEATED" : "MISMATCH";
    return { callId: known.id, outcome, problem: known.problem };
  }
  const corrected = await correctedCall(tx, corrects, call.customerId);
  if (corrected === null) return null;
  const place = (await placesOf(tx, [call])).get(call.customerId)!; // found, or refused
  const [rated] = await rateCalls(tx, [toRate(call, place)]);
  const problem = problemOf(call, rated!); // one for one
  await returnAllowances(tx, corrected.references);
  const isCharged = call.state === "ANSWERED" && problem === null;
  const [free = []] = isCharged ? await drawAllowances(tx, [drawOf(call, rated!, place.home_country)]) : [];
  const id = newId(tx.clock.now().getTime());
  await writeCalls(tx, [
    {
      id,
      state: call.state,
      digest: digestOf(call),
      problem,
      call: { ...call, seconds: call.seconds - corrected.seconds },
      place,
      rated: rated!,
      correctsId: corrected.id,
    },
  ]);
  const before = (await standingLegs(tx, [corrected.id])).get(corrected.id) ?? [];
  const legs = differenceOf(before, isCharged ? rated!.legs(free) : []);
  const reference = referenceOf(call);
  const difference = { callId: id, reference, path: place.path, startedAt: call.startedAt, legs };
  await settleDifferences(tx, [{ ...difference, description: descriptionOf(call) }]);
  return { callId: id, outcome: "RECORDED", problem };
}

/** The call and all that has corrected it, under its lock until the commit. */
async function correctedCall(
  { em }: Transaction,
  { source, sourceKey }: Correction["corrects"],
  customerId: string,
): Promise<Corrected | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select id from call where source = ? and source_key = ? and customer_id = ? and state <> 'LIVE' and corrects_id is null for update`,
    [source, sourceKey, customerId],
  );
  if (row === undefined) return null;
  const rows = await em.execute<{ source: string; source_key: string; seconds: number }[]>(
    "select source, source_key, seconds from call where id = ? or corrects_id = ?",
    [row.id, row.id],
  );
  return {
    id: row.id,
    seconds: rows.reduce((sum, { seconds }) => sum + seconds, 0),
    references: rows.map((each) => referenceOf({ source: each.source, sourceKey: each.source_key })),
  };
}
