import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";

/** The viewer's own, locked: of two who change its rates or plans at once one comes after the other. */
export async function lockOwnReseller({ em, viewer }: Pick<Transaction, "em" | "viewer">): Promise<ResellerRow> {
  const path = resellerPathOf(viewer.path);
  await em.execute("select 1 from reseller where path = ? for no key update", [path]);
  const reseller = await em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  return reseller;
}
