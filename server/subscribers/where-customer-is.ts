import { isWholeAddress } from "@tierline/shared/address.ts";
import { say } from "@tierline/shared/sentence.ts";
import { SiteEntity, type SiteRow } from "../customers/customer-parts.entity.ts";
import type { AddressValue, CustomerRow } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { CallInCountryEntity } from "../meetings/meetings.entity.ts";
import { CallingLocationEntity, type CallingLocationRow } from "./subscriber.entity.ts";

export interface CustomerPlace {
  readonly location: CallingLocationRow | null;
  readonly site: SiteRow | null;
  /** As the outside world is told it: calls are taken to come from where invoices go, unless somebody said otherwise. */
  readonly address: AddressValue | null;
  /** Of who administers it; empty where nobody is known. */
  readonly email: string;
}

/** `primaryEmail`: of who is to administer it and has no row yet. */
export async function placeOf(
  { em }: Pick<Context, "em">,
  customer: CustomerRow,
  primaryEmail?: string,
): Promise<CustomerPlace> {
  const fresh = { disableIdentityMap: true } as const;
  const location = await em.findOne(CallingLocationEntity, { customer: customer.id }, fresh);
  const site = location === null ? null : await em.findOne(SiteEntity, { id: location.site }, fresh);
  const email = primaryEmail || (await administratorOf({ em }, customer));
  return { location, site, address: site?.address ?? customer.billingAddress ?? null, email };
}

/**
 * Outside systems take a customer with a whole postal address in a country that is served and with somebody who administers it, and no
 * other (CX3): what they would refuse later is refused now. Of a customer that is there, which the caller's input only names.
 */
export async function refuseUnplaced(
  context: Pick<Context, "em">,
  refusals: Refusals,
  { customer, site, address, email }: CustomerPlace & { readonly customer: CustomerRow },
): Promise<void> {
  if (address === null) refusals.add("REQUIRED", say("package.address"), "customerId");
  else if (!isWholeAddress(address)) {
    const isOfSite = site?.address != null;
    const why = isOfSite ? say("package.siteParts", { site: site.name }) : say("package.addressParts");
    refusals.add("REQUIRED", why, "customerId");
  }
  if (email === "") refusals.add("REQUIRED", say("package.email"), "customerId");
  await refuseUnserved(context, refusals, customer.homeCountry, "customerId");
}

/** A country in which nobody dials in anywhere is in no part of the world that is served. */
export async function refuseUnserved(
  { em }: Pick<Context, "em">,
  refusals: Refusals,
  country: string,
  ...at: string[]
): Promise<void> {
  if ((await em.count(CallInCountryEntity, { country })) > 0) return;
  refusals.add("NOT_ELIGIBLE", say("package.country", { country }), ...at);
}

async function administratorOf({ em }: Pick<Context, "em">, { id, email = null }: CustomerRow): Promise<string> {
  const [row] = await em.execute<{ email: string }[]>(
    "select email from subscriber where customer_id = ? and role = 'FULL_ADMIN' order by created_at, id limit 1",
    [id],
  );
  return row?.email ?? email ?? "";
}
