import { say, type Words } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notify } from "../notifications/notify.ts";
import { returnToStock } from "./return-to-stock.ts";

/** Reservations of one sweep; what is left is due at the next. */
const batchSize = 500;

interface Due {
  readonly id: string;
  readonly item_id: string;
  readonly user_id: string;
  readonly path: string;
  /** Null when the user belongs to a tier above the one that sweeps. */
  readonly user_path: string | null;
}

/** The sweep: everything that has run out goes back to the state it came from. @returns how many. */
export function sweepReservations(context: Context): Promise<number> {
  return transaction(context, lapseReservations);
}

/** As the sweep, within a verb that found no stock: what has run out may be had, though no sweep has been by. */
export async function lapseReservations(tx: Transaction): Promise<number> {
  const now = tx.clock.now();
  const due = await tx.em.execute<Due[]>(
    `select r.id, r.item_id, r.user_id, r.path, u.path as user_path
     from reservation r left join app_user u on u.id = r.user_id
     where r.state = 'OPEN' and r.expires_at <= ? order by r.item_id limit ${batchSize} for update of r skip locked`,
    [now],
  );
  if (due.length === 0) return 0;
  await tx.em.execute("update reservation set state = 'LAPSED', ended_at = ?, version = version + 1 where id in (?)", [
    now,
    due.map((each) => each.id),
  ]);
  const items = await returnToStock(
    tx,
    due.map((each) => ({ itemId: each.item_id, reason: say("custody.lapsed"), lostBy: each.user_id })),
  );
  const labels = new Map(items.map((item) => [item.id, item.label]));
  for (const each of due) await tellLoser(tx, each, labels.get(each.item_id) ?? say("item.some"));
  return due.length;
}

function tellLoser(tx: Transaction, due: Due, label: Words): Promise<void> {
  return notify(tx, {
    userId: due.user_id,
    path: due.user_path ?? due.path,
    kind: "RESERVATION_LAPSED",
    title: say("notice.lapsed", { item: label }),
    detail: say("notice.lapsedDetail"),
    itemId: due.item_id,
    cause: `reservation:${due.id}:lapsed`,
  });
}
