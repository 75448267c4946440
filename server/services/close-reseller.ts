import { canMove } from "@tierline/shared/moves.ts";
import { closeWord, resellerMoves } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { rangeOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { changeReseller } from "../resellers/change-reseller.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";

export interface CloseReseller {
  /** The API's id. */
  readonly id: string;
  readonly confirmation: string;
  readonly note?: string | null | undefined;
}

/**
 * Ends a reseller below one's own for good: its people and all below can no longer sign in. What it keeps stays to be read above.
 * @throws Rejection IN_USE (services that are not terminated, numbers that were ordered), STATE_CONFLICT, INVALID (the word)
 */
export function closeReseller(
  context: Context,
  { id, confirmation, note = null }: CloseReseller,
): Promise<ResellerRow> {
  checkNote(note);
  if (confirmation.trim().toLowerCase() !== closeWord) {
    throw new Rejection({
      code: "INVALID",
      message: say("reseller.typeWord", { word: closeWord }),
      path: ["confirmation"],
    });
  }
  return changeReseller(context, id, { operation: "reseller.close", isForOwn: false, note }, async (row, tx) => {
    if (row.state === "CLOSED") return;
    if (!canMove(resellerMoves, row.state, "CLOSED")) {
      const message = say("reseller.move", { reseller: row.name, state: row.state, to: "CLOSED" });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    const { services } = await dependentsOf(tx, row.path);
    if (services > 0) {
      throw new Rejection({ code: "IN_USE", message: say("reseller.services", { count: services }), path: ["id"] });
    }
    await checkNumbers(tx, row);
    row.state = "CLOSED";
  });
}

/** What it and those below pay each month for numbers would be paid for ever: whoever works in their place gives them back first. */
async function checkNumbers({ em }: Pick<Context, "em">, { path, name }: ResellerRow): Promise<void> {
  const { lo, hi } = rangeOf(path);
  const [{ count }] = await em.execute<[{ count: number }]>(
    "select count(*)::int as count from number_lease where path >= ? and path < ? and ended_at is null",
    [lo, hi],
  );
  if (count === 0) return;
  throw new Rejection({ code: "IN_USE", message: say("reseller.numbers", { reseller: name, count }), path: ["id"] });
}

/** What hangs on a reseller: itself and everything below it. */
export interface Dependents {
  readonly resellers: number;
  readonly people: number;
  readonly customers: number;
  /** Those that are not terminated: while there is one, the reseller cannot be closed. */
  readonly services: number;
}

/** Counted through to the end, each by the range of its path: as dear as there are rows below, so it is asked before closing only. */
export async function dependentsOf({ em }: Pick<Context, "em">, path: string): Promise<Dependents> {
  const { lo, hi } = rangeOf(path);
  const [counts] = await em.execute<[Record<keyof Dependents, string>]>(
    `select (select count(*) from reseller where path > ? and path < ?) as resellers,
            (select count(*) from app_user where path >= ? and path < ? and disabled_at is null and kind = 'PERSON') as people,
            (select count(*) from customer where path >= ? and path < ? and state <> 'ARCHIVED') as customers,
            (select count(*) from service where path >= ? and path < ? and state <> 'TERMINATED') as services`,
    [lo, hi, lo, hi, lo, hi, lo, hi],
  );
  const { resellers, people, customers, services } = counts;
  return {
    resellers: Number(resellers),
    people: Number(people),
    customers: Number(customers),
    services: Number(services),
  };
}
