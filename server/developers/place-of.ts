import { decodeId } from "@tierline/shared/id.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface Place {
  readonly path: string;
  readonly reseller: string;
  readonly customer: string | null;
}

export interface PlaceInput {
  /** The API's ids; with neither it is the viewer's own reseller. */
  readonly resellerId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
}

/** What lies above or beside is as unknown as what never was. @throws AccessError NOT_FOUND */
export async function placeOf(tx: Transaction, { resellerId, customerId }: PlaceInput): Promise<Place> {
  const fresh = { disableIdentityMap: true };
  if (customerId != null) {
    const id = decodeId("cus", customerId);
    const row = id === null ? null : await tx.em.findOne(CustomerEntity, { id }, fresh);
    const isAtReseller = resellerId == null || (row !== null && decodeId("rsl", resellerId) === row.reseller);
    if (row === null || !isAtReseller) throw notFound();
    return { path: row.path, reseller: row.reseller, customer: row.id };
  }
  const id = resellerId == null ? tx.viewer.resellerId : decodeId("rsl", resellerId);
  const row = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, fresh);
  if (row === null || !isWithin(row.path, tx.viewer.path)) throw notFound();
  return { path: row.path, reseller: row.id, customer: null };
}
