import { encodeId, newId } from "@tierline/shared/id.ts";
import { resellersOfTests, type TestReseller } from "./tree.ts";
import { t0, type World } from "./world.ts";

/** By the API's ids. */
export interface PlantedRates {
  readonly rdk: string;
  readonly rpl: string;
  readonly alw: string;
  readonly prl: string;
}

/** A deck of one rate that is planned, a plan for everybody, an allowance, and a price list. */
export async function plantRates(
  { database: { rows } }: Pick<World, "database">,
  at: TestReseller,
): Promise<PlantedRates> {
  const { id: reseller, path, currency } = resellersOfTests[at];
  const [deck, plan, allowance] = [newId(t0.getTime()), newId(t0.getTime()), newId(t0.getTime())];
  await rows(
    `insert into rate_deck (id, path, reseller_id, number, state, file_name, currency, rate_count, counts, losses, created_at, created_by)
     values ($1, $2, $3, 1, 'PLANNED', $4, $5, 1, $6, '[]', $7, 'Somebody')`,
    [deck, path, reseller, `Deck of ${at}.csv`, currency, JSON.stringify({ ...noChange, added: 1 }), t0],
  );
  await rows(
    `insert into rate (id, path, deck_id, prefix, destination, rate_per_minute, connect_fee, included_seconds, first_seconds, step_seconds, grace_seconds, is_blocked)
     values ($1, $2, $3, '44', $4, 10000000000, 0, 0, 60, 60, 0, false)`,
    [newId(), path, deck, `Place of ${at}`],
  );
  await rows("insert into rate_plan (id, path, reseller_id, name, created_at) values ($1, $2, $3, $4, $5)", [
    plan,
    path,
    reseller,
    `Rates of ${at}`,
    t0,
  ]);
  await rows(
    `insert into rate_plan_version (id, path, plan_id, effective_from, markup_fixed, markup_percent, overrides, created_at, created_by)
     values ($1, $2, $3, $4, 0, 200000, '[]', $4, 'Somebody')`,
    [newId(), path, plan, t0],
  );
  await rows(
    `insert into allowance (id, path, reseller_id, name, minutes, fee_micros, currency, prefixes, rollover_minutes_max, is_offered, created_at)
     values ($1, $2, $3, $4, 100, 49900000, $5, '[]', 0, true, $6)`,
    [allowance, path, reseller, `Minutes of ${at}`, currency, t0],
  );
  const list = newId(t0.getTime());
  await rows("insert into price_list (id, path, reseller_id, name, created_at) values ($1, $2, $3, $4, $5)", [
    list,
    path,
    reseller,
    `Prices of ${at}`,
    t0,
  ]);
  await rows(
    `insert into price_list_version (id, path, list_id, effective_from, currency, markup_fixed_micros, markup_percent, own_prices, created_at, created_by)
     values ($1, $2, $3, $4, $5, 0, 200000, '[]', $4, 'Somebody')`,
    [newId(), path, list, t0, currency],
  );
  return {
    rdk: encodeId("rdk", deck),
    rpl: encodeId("rpl", plan),
    alw: encodeId("alw", allowance),
    prl: encodeId("prl", list),
  };
}

const noChange = { added: 0, gone: 0, up: 0, down: 0, blocked: 0, changed: 0, unchanged: 0 };
