import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { may } from "../kernel/requires.ts";

/** A price that loses money, in words, and the field in which it was asked for. */
export interface AskedLoss {
  readonly price: string;
  readonly cost: string;
  readonly path: readonly string[];
}

/**
 * BX4: who would sell below cost needs the permission and a reason, which is kept. Answers the reason; null where none
 * is given. What it costs is said to who may see it.
 */
export function checkBelowCost(
  context: Pick<Context, "viewer">,
  refusals: Refusals,
  losses: readonly AskedLoss[],
  reason: string | null,
): string | null {
  const rule = { noun: "noun.reason", max: nameLengthMax } as const;
  const given = checkText(refusals, reason, rule, "belowCostReason");
  const isLet = may(context, "price.sell_below_cost");
  if (losses.length === 0 || (isLet && given !== null)) return given;
  for (const { price, cost, path } of losses) {
    const message = may(context, "finance.view") ? say("price.belowCostBy", { price, cost }) : say("price.belowCost");
    refusals.add("BELOW_COST", message, ...path);
  }
  if (isLet) refusals.add("REQUIRED", say("price.reasonNeeded"), "belowCostReason");
  return null;
}
