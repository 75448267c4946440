import type { CallRoute, RateRoute } from "@tierline/shared/call-route.ts";
import { parseCadence } from "@tierline/shared/cadence.ts";
import { newId } from "@tierline/shared/id.ts";
import { formatRate, parsePercent, parseRate } from "@tierline/shared/rate.ts";
import type { OverrideScope } from "@tierline/shared/selling-rate.ts";
import { resellersOfTests, type TestReseller } from "./tree.ts";
import { t0, type World } from "./world.ts";

/** Prefix, what it is called, a minute's rate, cadence as in `30/6/3`; then a connect fee, what sort of line it is, the seconds that the fee pays, and the route. */
export type DeckLine = readonly [
  string,
  string,
  string,
  string,
  string?,
  ("FIXED" | "MOBILE" | null)?,
  number?,
  RateRoute?,
];

interface TestPlan {
  readonly markupPercent?: string;
  readonly markupFixed?: string;
  readonly cadence?: string;
  readonly exchangeRate?: string;
  readonly internationalRoute?: CallRoute;
  readonly canadaRoute?: CallRoute;
  readonly overrides?: readonly { scope: OverrideScope; target: string; ratePerMinute: string }[];
}

const itself = { source: "test" };

/** A deck that is in force from then on. Answers its UUID. */
export async function plantDeck(
  { database: { rows } }: Pick<World, "database">,
  at: TestReseller,
  lines: readonly DeckLine[],
  from = t0,
): Promise<string> {
  const { id: reseller, path, currency } = resellersOfTests[at];
  const deck = newId(from.getTime());
  await rows(
    `insert into rate_deck (id, path, reseller_id, number, state, file_name, currency, rate_count, counts, losses, created_at, created_by, effective_from, applied_at)
     select $1, $2, $3, coalesce((select max(number) from rate_deck where reseller_id = $3), 0) + 1, 'APPLIED', 'deck.csv', $4, $5, $6, '[]', $7, 'Somebody', $7, $7`,
    [deck, path, reseller, currency, lines.length, JSON.stringify(itself), from],
  );
  for (const [prefix, destination, rate, cadence, fee = "0", lineType = null, included = 0, route = "ANY"] of lines) {
    const { first, step, grace } = parseCadence(cadence)!; // of a test's own
    await rows(
      `insert into rate (id, path, deck_id, prefix, destination, line_type, rate_per_minute, connect_fee, included_seconds, first_seconds, step_seconds, grace_seconds, is_blocked, route)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false, $13)`,
      [
        newId(),
        path,
        deck,
        prefix,
        destination,
        lineType,
        String(parseRate(rate)),
        String(parseRate(fee)),
        included,
        first,
        step,
        grace,
        route,
      ],
    );
  }
  return deck;
}

/** What it says from then on, for whom: the ids of a customer, one line of it, or a reseller right below; else for everybody. */
export async function plantPlan(
  { database: { rows } }: Pick<World, "database">,
  at: TestReseller,
  plan: TestPlan,
  buyer: { customer?: string; service?: string; reseller?: string } = {},
  from = t0,
): Promise<string> {
  const { id: reseller, path } = resellersOfTests[at];
  const id = newId(from.getTime());
  await rows("insert into rate_plan (id, path, reseller_id, name, created_at) values ($1, $2, $3, $4, $5)", [
    id,
    path,
    reseller,
    id,
    from,
  ]);
  await plantVersion({ rows }, id, path, plan, from);
  await rows(
    `insert into rate_plan_buyer (id, path, plan_id, customer_id, service_id, buyer_id, effective_from, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [newId(), path, id, buyer.customer ?? null, buyer.service ?? null, buyer.reseller ?? null, from],
  );
  return id;
}

/** What the plan says instead, from then on. */
export function plantPlanVersion(
  world: Pick<World, "database">,
  at: TestReseller,
  id: string,
  plan: TestPlan,
  from: Date,
) {
  return plantVersion(world.database, id, resellersOfTests[at].path, plan, from);
}

async function plantVersion(
  { rows }: Pick<World["database"], "rows">,
  id: string,
  path: string,
  { markupFixed = "0", markupPercent = "0", cadence, exchangeRate, overrides = [], ...routes }: TestPlan,
  from: Date,
): Promise<void> {
  const own = overrides.map(({ ratePerMinute, ...each }) => ({
    ...each,
    ratePerMinute: formatRate(parseRate(ratePerMinute)!),
  })); // of a test's own
  await rows(
    `insert into rate_plan_version (id, path, plan_id, effective_from, markup_fixed, markup_percent, cadence, exchange_rate, overrides, created_at, created_by, international_route, canada_route)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, 'Somebody', $10, $11)`,
    [
      newId(),
      path,
      id,
      from,
      String(parseRate(markupFixed)),
      String(parsePercent(markupPercent)),
      cadence ?? null,
      exchangeRate ?? null,
      JSON.stringify(own),
      routes.internationalRoute ?? "VALUE",
      routes.canadaRoute ?? "VALUE",
    ],
  );
}
