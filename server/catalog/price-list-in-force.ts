import { tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { parseRate } from "@tierline/shared/rate.ts";
import type { OfferingAmounts, OfferingPricing } from "@tierline/shared/offering-price.ts";
import type { Context } from "../kernel/context.ts";
import type { OwnPriceValue } from "./price-list.entity.ts";

/** What a price list says at a time. */
export interface PriceListInForce extends OfferingPricing {
  readonly id: string;
  readonly name: string;
  /** Tier path of the seller. */
  readonly path: string;
  readonly versionId: string;
  readonly effectiveFrom: Date;
  readonly currency: string;
  /** By the offering's UUID. */
  readonly ownPrices: ReadonlyMap<string, OfferingAmounts>;
}

interface Buyer {
  readonly buyer_id: string | null;
  readonly for_customers: boolean;
}

interface Row {
  readonly path: string;
  readonly list_id: string;
  readonly name: string;
  readonly version_id: string;
  readonly effective_from: string;
  readonly currency: string;
  readonly markup_fixed_micros: string;
  readonly markup_percent: string;
  readonly exchange_rate: string | null;
  readonly own_prices: readonly OwnPriceValue[];
}

const said = `l.id as list_id, l.name, v.id as version_id, v.effective_from, v.currency, v.markup_fixed_micros::text,
  v.markup_percent::text, v.exchange_rate, (select coalesce(jsonb_agg(own), '[]')
    from jsonb_array_elements(v.own_prices) own where own->>'offering' in (?)) as own_prices`;
const saidAt = `cross join lateral (select * from price_list_version where list_id = l.id and effective_from <= ?
  order by effective_from desc, id desc limit 1) v`;

/** What each of these lists says at that time, with its own prices of these offerings only; by the list's UUID. */
export async function listsByIdInForce(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
  offeringIds: readonly string[],
  at: Date,
): Promise<Map<string, PriceListInForce>> {
  if (ids.length === 0 || offeringIds.length === 0) return new Map();
  const rows = await em.execute<Row[]>(`select l.path, ${said} from price_list l ${saidAt} where l.id in (?)`, [
    [...offeringIds],
    at,
    [...ids],
  ]);
  return new Map(rows.map((row) => [row.list_id, toList(row)]));
}

/**
 * Which list a reseller buys by from the one above it: its own, else the one for whoever has none; of null, the one for the seller's
 * customers. Null where there is none.
 */
export type ListFor = (sellerPath: string, buyerId: string | null) => PriceListInForce | null;

/** All lists of these sellers that say something at that time, with their own prices of these offerings only. One statement. */
export async function priceListsInForce(
  { em }: Pick<Context, "em">,
  sellerPaths: readonly string[],
  offeringIds: readonly string[],
  at: Date,
): Promise<ListFor> {
  if (sellerPaths.length === 0 || offeringIds.length === 0) return () => null;
  const rows = await em.execute<(Row & Buyer)[]>(
    `select b.path, b.buyer_id, b.for_customers, ${said} from price_list_buyer b join price_list l on l.id = b.list_id ${saidAt}
     where b.path in (?) and b.effective_from <= ? order by b.effective_from desc, b.id desc`,
    [[...offeringIds], at, [...sellerPaths], at],
  );
  return (sellerPath, buyerId) => {
    const ofSeller = rows.filter(({ path }) => path === sellerPath);
    const row =
      buyerId === null
        ? ofSeller.find(({ for_customers }) => for_customers)
        : (ofSeller.find(({ buyer_id }) => buyer_id === buyerId) ??
          ofSeller.find(({ buyer_id, for_customers }) => buyer_id === null && !for_customers));
    return row === undefined ? null : toList(row);
  };
}

function toList(row: Row): PriceListInForce {
  return {
    id: row.list_id,
    name: row.name,
    path: row.path,
    versionId: row.version_id,
    effectiveFrom: new Date(row.effective_from),
    currency: row.currency,
    markup: { fixedMicros: BigInt(row.markup_fixed_micros), percent: BigInt(row.markup_percent) },
    exchangeRate: row.exchange_rate === null ? null : parseRate(row.exchange_rate),
    ownPrices: new Map(row.own_prices.map((own) => [own.offering, amountsOf(own, row.currency)])),
  };
}

/** Of what was checked before it was kept. */
export function amountsOf(
  own: Pick<OwnPriceValue, "setup" | "recurring" | "oneOff">,
  currency: string,
): OfferingAmounts {
  const read = (text: string | null): Money | null => (text === null ? null : tryParseMoney(text, currency));
  return { setup: read(own.setup), recurring: read(own.recurring), oneOff: read(own.oneOff) };
}
