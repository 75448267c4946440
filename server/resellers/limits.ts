import {
  limitedKinds,
  resellerLimitMax,
  type LimitedKind,
  type ResellerLimits,
} from "@tierline/shared/reseller-limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { changeReseller } from "./change-reseller.ts";
import type { ResellerRow } from "./reseller.entity.ts";

type Limits = { readonly [Kind in LimitedKind]?: number | null | undefined };

/**
 * How much a reseller and all below it may have at most; what is left out is unlimited. What is there already stays.
 * @throws Rejection STATE_CONFLICT (one's own reseller), INVALID (less than nothing, or beyond `resellerLimitMax`)
 */
export function limitReseller(
  context: Context,
  { id, ...limits }: { readonly id: string } & Limits,
): Promise<ResellerRow> {
  return changeReseller(context, id, { operation: "reseller.limit", isForOwn: false }, (row) => {
    const refusals = new Refusals();
    row.limits = checkLimits(refusals, limits);
    refusals.settle();
  });
}

function checkLimits(refusals: Refusals, limits: Limits): ResellerLimits | null {
  const given = limitedKinds.flatMap((kind) => {
    const max = limits[kind];
    if (max == null) return [];
    if (max < 0 || max > resellerLimitMax)
      refusals.add("INVALID", say("reseller.limitRange", { max: resellerLimitMax }), kind);
    return [[kind, max] as const];
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}

/**
 * Before one more of the kind is added at a place of the tree, in the same transaction: whoever has limited a reseller on the way down
 * there is asked, and of two who want the last place the second waits for the first.
 * @throws Rejection LIMIT_EXCEEDED with the limit
 */
export async function claimRoom({ em }: Pick<Transaction, "em">, kind: LimitedKind, path: string): Promise<void> {
  const tiers = JSON.stringify(ancestorsOf(resellerPathOf(path)));
  const [row] = await em.execute<{ max: number | null }[]>(
    "select limit_used_up(?, array(select json_array_elements_text(?::json))) as max",
    [kind, tiers],
  );
  const max = row?.max ?? null;
  if (max === null) return;
  throw new Rejection({
    code: "LIMIT_EXCEEDED",
    message: say("reseller.limit", { kind, max }),
    typeName: "LimitExceededError",
    data: { limit: max, used: max },
  });
}
