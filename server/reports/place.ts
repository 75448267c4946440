import { rangeOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { invariant, notFound } from "../kernel/rejection.ts";
import { findReseller } from "../resellers/list-resellers.ts";

/** The part of the tree that a report is about. */
export interface Place {
  /** Path of the reseller. */
  readonly path: string;
  /** `lo <= path and path < hi`: the reseller and all below it. */
  readonly lo: string;
  readonly hi: string;
  readonly timeZone: string;
}

/** The reseller asked for, else the viewer's own. @throws AccessError NOT_FOUND outside the viewer's tier */
export async function placeOf(context: Context, resellerId: string | null): Promise<Place> {
  const reseller = await findReseller(context, resellerId);
  if (reseller === null) {
    invariant(resellerId !== null, "a viewer can read their own reseller");
    throw notFound();
  }
  const { path, timeZone } = reseller.row;
  return { path: resellerPathOf(path), timeZone, ...rangeOf(path) };
}
