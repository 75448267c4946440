import { percentOf, ratesOfPlace, type TaxedKind, type TaxRateFacts } from "@tierline/shared/tax.ts";
import type { Context } from "../kernel/context.ts";

/** What a seller takes of what it sells to a buyer on a day. */
export interface TaxTerms {
  readonly country: string;
  readonly rates: readonly TaxRateFacts[];
  readonly exemption: { readonly reason: string; readonly taxNumber: string | null } | null;
}

interface Row {
  readonly country: string;
  readonly region: string | null;
  readonly reason: string | null;
  readonly tax_number: string | null;
  readonly rates: readonly RateRow[];
}

interface RateRow {
  readonly name: string;
  readonly region: string | null;
  readonly percent_units: number | null;
  readonly is_included: boolean;
  readonly kinds: readonly TaxedKind[];
}

const ratesSql = `
  select distinct on (t.name, t.region) t.name, t.region, t.percent_units, t.is_included, t.kinds from tax_rate t
  where t.path = ? and t.country = place.country and t.effective_from <= ?
  order by t.name, t.region, t.effective_from desc, t.id desc`;

/** By the buyer's billing address, or its home country where it has none: one statement. */
export async function taxTermsOf(
  { em }: Pick<Context, "em">,
  { seller, buyer, on }: { readonly seller: string; readonly buyer: string; readonly on: string },
): Promise<TaxTerms | null> {
  const [row] = await em.execute<Row[]>(
    `select place.country, place.region, e.reason, e.tax_number,
       (select coalesce(jsonb_agg(to_jsonb(r) order by r.name, r.region), '[]') from (${ratesSql}) r) as rates
     from (select coalesce(billing_address ->> 'country', home_country) as country, billing_address ->> 'region' as region
           from customer where path = ?
           union all select country, null from reseller where path = ?) place
     left join lateral (select x.reason, x.tax_number from tax_exemption x where x.path = ? order by x.id desc limit 1) e on true`,
    [seller, on, buyer, buyer, buyer],
  );
  if (row === undefined) return null;
  const { country, region, reason, tax_number: taxNumber } = row;
  const rates = row.rates.flatMap(({ percent_units: units, is_included: isIncluded, ...rate }) =>
    units === null ? [] : [{ ...rate, percent: percentOf(BigInt(units)), isIncluded }],
  );
  return {
    country,
    rates: ratesOfPlace(rates, region),
    exemption: reason === null ? null : { reason, taxNumber },
  };
}
