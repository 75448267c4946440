import { parseCadence } from "@tierline/shared/cadence.ts";
import { priceCall, type CallPrice, type CallTerms } from "@tierline/shared/call-price.ts";
import type { Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";

/** One sale of a number on its way from the top down to the customer, as incoming_sales answers it. */
export interface IncomingSale {
  readonly path: string;
  readonly seller_path: string;
  readonly depth: number;
  readonly currency: string;
  readonly own_currency: string;
  readonly billing: "PER_MINUTE" | "FLAT";
  readonly rate: string;
  readonly cadence: string;
}

/** As it becomes a leg of the call. */
interface IncomingLeg {
  readonly path: string;
  readonly sellerPath: string;
  readonly depth: number;
  readonly currency: string;
  readonly terms: CallTerms;
  readonly price: CallPrice;
  readonly parts: readonly [];
  readonly ownCurrency: string;
  readonly ownMicros: bigint;
  readonly planId: null;
  readonly versionId: null;
  readonly deckId: null;
  readonly rule: "DID";
}

interface IncomingCall {
  /** Digits from the country code on. */
  readonly number: string | null;
  readonly at: Date;
  /** Of the customer who was called. */
  readonly path: string;
}

/** By what calls that came in are sold; none where who was called does not have the number for fees of its own. */
export async function incomingSales<C extends IncomingCall>(
  { em }: Pick<Context, "em">,
  calls: readonly C[],
): Promise<ReadonlyMap<C, readonly IncomingSale[]>> {
  if (calls.length === 0) return new Map();
  const asked = calls.map(({ number, at, path }, index) => ({ index, number, at, path }));
  const rows = await em.execute<(IncomingSale & { index: number })[]>(
    `select x.index, s.path, s.seller_path, s.depth, s.currency, s.own_currency, s.billing, s.rate::text as rate, s.cadence
     from jsonb_to_recordset(?::jsonb) as x(index int, number text, at timestamptz, path text)
       join lateral incoming_terms(x.number, x.at) t on t.path = x.path
       cross join lateral incoming_sales(x.number, x.at) s order by x.index, s.depth`,
    [JSON.stringify(asked)],
  );
  return Map.groupBy(rows, ({ index }) => calls[index]!); // as it was asked
}

/**
 * What such a call costs everybody who buys the number; where nobody's calls are charged, nobody pays. On a way on which somebody does,
 * who does not stands with nothing, so that each has bought from the one above.
 */
export function incomingLegs(sales: readonly IncomingSale[], seconds: number): IncomingLeg[] {
  if (sales.every(({ billing }) => billing === "FLAT")) return [];
  return sales.map((sale): IncomingLeg => {
    const cadence = parseCadence(sale.cadence);
    invariant(cadence !== null, "a cadence is kept as it is read");
    const terms = { ratePerMinute: BigInt(sale.rate), connectFee: 0n, includedSeconds: 0, cadence };
    const price = priceCall(sale.billing === "FLAT" ? 0 : seconds, terms);
    return {
      path: sale.path,
      sellerPath: sale.seller_path,
      depth: sale.depth,
      currency: sale.currency,
      terms,
      price,
      parts: [],
      ownCurrency: sale.own_currency,
      ownMicros: price.priceMicros,
      planId: null,
      versionId: null,
      deckId: null,
      rule: "DID",
    };
  });
}
