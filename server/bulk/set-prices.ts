import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { amountKeys } from "@tierline/shared/offering-price.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { findOffering, findOfferingBySlug } from "../catalog/offering.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { planOwnPrice, setOwnPrice, type OwnPriceMove, type OwnPriceToSet } from "../catalog/set-own-price.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import type { ShownMove } from "./bulk.entity.ts";

/** By id, or by its name, of which a reseller has one of each. */
async function listOf({ em, viewer }: Context, said: string): Promise<string> {
  if (decodeId("prl", said) !== null) return said;
  const [row] = await em.execute<{ id: string }[]>("select id from price_list where path = ? and name = ?", [
    resellerPathOf(viewer.path),
    said,
  ]);
  if (row !== undefined) return encodeId("prl", row.id);
  throw new Rejection({ code: "UNKNOWN_REFERENCE", message: say("bulk.priceList"), path: ["price_list"] });
}

/** By id, by key, or by a name that is one offering's alone. */
async function offeringOf(context: Context, said: string): Promise<OfferingRow> {
  const id = decodeId("ofr", said);
  const known =
    id === null
      ? ((await findOfferingBySlug(context, said, context.viewer.path)) ?? (await offeringNamed(context, said)))
      : await findOffering(context, id);
  if (known !== null) return known;
  throw new Rejection({ code: "UNKNOWN_REFERENCE", message: say("bulk.offering"), path: ["offering"] });
}

async function offeringNamed(context: Context, name: string): Promise<OfferingRow | null> {
  const rows = await context.em.execute<{ id: string }[]>("select id from offering where name = ? limit 2", [name]);
  return rows.length === 1 ? findOffering(context, rows[0]!.id) : null;
}

async function inputOf(context: Context, cells: Cells): Promise<OwnPriceToSet> {
  return {
    priceListId: await listOf(context, cells["price_list"] ?? ""),
    offering: await offeringOf(context, cells["offering"] ?? ""),
    setup: cells["setup"] ?? null,
    recurring: cells["recurring"] ?? null,
    oneOff: cells["one_off"] ?? null,
    belowCostReason: cells["reason"] ?? null,
  };
}

const kinds = { setup: "SETUP", recurring: "RECURRING", oneOff: "ONE_OFF" } as const;

/** The amounts that change, exact. */
function shownMove({ list, offering, before, after, currency }: OwnPriceMove): ShownMove {
  const nothing = money(-1n, currency); // no price is less than nothing
  return {
    list: list.name,
    offering: offering.name,
    amounts: amountKeys.flatMap((key) => {
      const [was, is] = [before?.[key] ?? null, after?.[key] ?? null];
      const isSame = (was ?? nothing).micros === (is ?? nothing).micros && (was ?? nothing).currency === currency;
      if (isSame) return [];
      const amountOf = (amount: typeof was) =>
        amount === null ? null : { micros: String(amount.micros), currency: amount.currency };
      return [{ kind: kinds[key], before: amountOf(was), after: amountOf(is) }];
    }),
  };
}

export const setPrices: BulkDoer = {
  kind: "PRICES",
  columnOf: { offeringId: "offering", belowCostReason: "reason" },
  isReversible: true,
  async rehearse(context, cells) {
    const input = await inputOf(context, cells);
    const move = await planOwnPrice(context, input);
    const shown = shownMove(move);
    if (shown.amounts.length === 0 && move.rule === "OWN_PRICE" && (await isOwn(context, move))) {
      return { isUnchanged: true };
    }
    const { fingerprint } = move;
    await takenBack(context, (trial) => setOwnPrice(trial, { ...input, fingerprint, idempotencyKey: "rehearsal" }));
    return { agreed: fingerprint, move: shown };
  },
  async perform(context, { cells, agreed, idempotencyKey }) {
    const input = await inputOf(context, cells);
    const resultId = input.priceListId;
    const move = await planOwnPrice(context, input);
    // Somebody was faster, or another file.
    if (shownMove(move).amounts.length === 0 && (await isOwn(context, move))) return { resultId, runId: null };
    await setOwnPrice(context, { ...input, fingerprint: agreed ?? "", idempotencyKey });
    return { resultId, runId: null };
  },
};

/** Whether what is asked is an own price already, rather than a markup that comes to as much today. */
async function isOwn({ em }: Context, { list, offering }: OwnPriceMove): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from (select own_prices from price_list_version where list_id = ? order by effective_from desc, id desc limit 1) v
     where own_prices @> ?::jsonb`,
    [list.id, JSON.stringify([{ offering: offering.id }])],
  );
  return rows.length > 0;
}
