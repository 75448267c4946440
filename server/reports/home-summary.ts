import type { Context } from "../kernel/context.ts";
import { may } from "../kernel/requires.ts";
import { attentionAt, countRuns } from "./attention.ts";
import type { HomeSummaryType } from "./home.type.ts";
import { billingDayAt } from "./billing-day.ts";
import { metricsAt } from "./metrics.ts";
import { placeOf } from "./place.ts";

/** What needs attention at a reseller and below it, and its figures of the day. */
export async function homeSummary(context: Context, resellerId: string | null): Promise<HomeSummaryType> {
  const place = await placeOf(context, resellerId);
  const { items, count } = await attentionAt(context, place);
  const { failed, running } = await countRuns(context, place);
  return {
    attention: [...items],
    attentionCount: count,
    metrics: await metricsAt(context, place),
    failedRuns: failed,
    runningRuns: running,
    billing: may(context, "invoice.view") ? await billingDayAt(context, place) : null,
  };
}
