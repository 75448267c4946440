import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { DidEntity, type DidRow } from "./did.entity.ts";

/**
 * A number that a customer of the viewer's own reseller has, locked until the commit.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT where it was taken back
 */
export async function lockOwnDid(
  tx: Transaction,
  apiId: string,
): Promise<{ readonly did: DidRow; readonly reseller: ResellerRow }> {
  const id = decodeId("did", apiId);
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from did where id = ? for update", [id]);
  const did = await tx.em.findOne(DidEntity, { id }, { disableIdentityMap: true });
  const path = resellerPathOf(tx.viewer.path);
  if (did === null || resellerPathOf(did.path) !== path) throw notFound();
  if (did.disconnectedAt != null) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("did.ended", { number: did.number }), path: ["id"] });
  }
  const reseller = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  return { did, reseller };
}
