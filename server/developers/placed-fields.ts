import { customerById } from "../customers/customer-loaders.ts";
import { toCustomer, type CustomerType } from "../customers/customer.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { toReseller, type ResellerType } from "../resellers/reseller.type.ts";

/** What a program and an endpoint have in common: a reseller, maybe one customer of it. */
interface PlacedRow {
  readonly reseller: string;
  readonly customer?: string | null | undefined;
}

export async function resellerOf({ reseller }: PlacedRow, request: RequestContext): Promise<ResellerType | null> {
  const found = await resellerById(request).load(reseller);
  return found === null ? null : toReseller(found);
}

export async function customerOf({ customer }: PlacedRow, request: RequestContext): Promise<CustomerType | null> {
  const found = customer == null ? null : await customerById(request).load(customer);
  return found === null ? null : toCustomer(found);
}
