import { encodeId } from "@tierline/shared/id.ts";
import { ancestorsOf } from "@tierline/shared/tier-path.ts";
import type { RequestContext } from "../kernel/context.ts";
import { signedIn } from "../kernel/context.ts";
import type { TierNodeType } from "../kernel/tier.type.ts";
import { resellerByPath } from "./reseller-loaders.ts";
import type { ResellerRow } from "./reseller.entity.ts";

/**
 * The resellers on a tier path, from the operator down, a customer's own node left out. Batched: a page of a hundred rows costs
 * one statement. Names above the viewer are readable downward through the policy.
 */
export async function tierPathOf(context: RequestContext, path: string): Promise<TierNodeType[]> {
  const ownId = signedIn(context).viewer.resellerId;
  const rows = await Promise.all(ancestorsOf(path).map((each) => resellerByPath(context).load(each)));
  return rows.filter((row) => row !== null).map((row) => toTierNode(row, ownId));
}

export function toTierNode({ id, name, key }: ResellerRow, ownId: string): TierNodeType {
  return { id: encodeId("rsl", id), name, key, isCurrent: id === ownId };
}
