import type { EntityManager } from "@mikro-orm/postgresql";
import { newId } from "@tierline/shared/id.ts";
import type { DeckRow } from "./read-deck.ts";

const rowsAtOnce = 5_000;

/** The rates of a deck, thousands in a statement. */
export async function insertRates(
  em: Pick<EntityManager, "execute">,
  deck: { readonly id: string; readonly path: string },
  rows: readonly DeckRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce).map(({ cadence, ratePerMinute, connectFee, ...row }) => ({
      ...row,
      ...cadence,
      id: newId(),
      rate: String(ratePerMinute),
      fee: String(connectFee),
    }));
    await em.execute(
      `insert into rate (id, path, deck_id, prefix, route, destination, line_type, rate_per_minute, connect_fee, included_seconds,
                         first_seconds, step_seconds, grace_seconds, is_blocked)
       select id, ?, ?, prefix, route, destination, "lineType", rate, fee, "includedSeconds", first, step, grace, "isBlocked"
       from json_to_recordset(?::json) as t(id uuid, prefix text, route text, destination text, "lineType" text, rate bigint, fee bigint,
         "includedSeconds" int, first int, step int, grace int, "isBlocked" boolean)`,
      [deck.path, deck.id, JSON.stringify(part)],
    );
  }
}
