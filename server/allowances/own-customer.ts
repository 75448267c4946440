import { decodeId } from "@tierline/shared/id.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { notFound, invariant } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";

/** To whom the viewer's own reseller sells. @throws AccessError NOT_FOUND */
export async function ownCustomer(
  { em, viewer }: Context,
  apiId: string,
): Promise<{ customer: CustomerRow; reseller: ResellerRow }> {
  const fresh = { disableIdentityMap: true } as const;
  const id = decodeId("cus", apiId);
  const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, fresh);
  if (customer === null) throw notFound();
  const reseller = await em.findOne(ResellerEntity, { id: customer.reseller }, fresh);
  invariant(reseller !== null, "whoever sees a customer sees its reseller");
  if (reseller.path !== viewer.path) throw notFound();
  return { customer, reseller };
}
