import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { changeReseller } from "./change-reseller.ts";
import {
  checkCountry,
  checkDelegated,
  checkFailureEmails,
  checkLocale,
  checkName,
  checkTimeZone,
} from "./check-reseller.ts";
import type { ResellerRow } from "./reseller.entity.ts";

export interface UpdateResellerInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly failureEmails?: readonly string[] | null | undefined;
}

/** What only the parent says of a reseller. */
const parentsFields = ["name", "country"] as const;

/**
 * Changes what is given and leaves the rest. Key and currency stay what they were: addresses and amounts hang on them.
 * @throws Rejection FIELD_OWNED_BY_PARENT (one's own name and country), STALE, and every field that is wrong
 */
export function updateReseller(context: Context, input: UpdateResellerInput): Promise<ResellerRow> {
  return changeReseller(context, input.id, { operation: "reseller.update", isForOwn: true }, (row, { viewer }) => {
    if (row.version !== input.version) {
      throw new Rejection({ code: "STALE", message: say("reseller.stale"), path: ["version"] });
    }
    const refusals = new Refusals();
    if (row.path === viewer.path && viewer.path !== rootPath) refuseParentsFields(refusals, input);
    if (input.name != null) row.name = checkName(refusals, input.name);
    if (input.country != null) row.country = checkCountry(refusals, input.country);
    if (input.timeZone != null) row.timeZone = checkTimeZone(refusals, input.timeZone);
    if (input.locale != null) row.locale = checkLocale(refusals, input.locale);
    if (input.failureEmails != null) row.failureEmails = checkFailureEmails(refusals, input.failureEmails);
    refusals.settle();
  });
}

function refuseParentsFields(refusals: Refusals, input: UpdateResellerInput): void {
  for (const field of parentsFields) {
    if (input[field] != null) refusals.add("FIELD_OWNED_BY_PARENT", say("reseller.parentsField"), field);
  }
}

/**
 * What the reseller and all below it may do at most; null lifts the limit.
 * @throws Rejection STATE_CONFLICT (one's own reseller), INVALID (a permission that one lacks and it did not have)
 */
export function delegateToReseller(
  context: Context,
  { id, delegated }: { readonly id: string; readonly delegated?: readonly string[] | null | undefined },
): Promise<ResellerRow> {
  return changeReseller(context, id, { operation: "reseller.delegate", isForOwn: false }, (row, { viewer }) => {
    const refusals = new Refusals();
    row.delegated = checkDelegated(refusals, delegated ?? null, viewer.permissions, row.delegated ?? []);
    refusals.settle();
  });
}
