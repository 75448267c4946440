import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { findItem, type Item } from "./item.ts";
import { lockOwnReservation, type Reservation } from "./reservation.ts";
import { returnToStock } from "./return-to-stock.ts";

/** Frees the viewer's own reservation at once. Releasing again changes nothing. @returns the item as it is now. */
export function releaseReservation(context: Context, reservationId: string): Promise<Item> {
  return transaction(context, async (tx) => {
    const reservation = await lockOwnReservation(tx, reservationId);
    if (reservation === null) throw notFound();
    if (reservation.state === "CLAIMED") {
      throw new Rejection({
        code: "STATE_CONFLICT",
        message: say("reservation.ordered"),
        path: ["id"],
      });
    }
    await endReservation(tx, reservation);
    const item = await findItem(tx, reservation.itemId);
    if (item === null) throw notFound();
    return item;
  });
}

/** Only an open one is ended; the caller has locked it. */
export async function endReservation(tx: Transaction, reservation: Reservation): Promise<void> {
  if (reservation.state !== "OPEN") return;
  await tx.em.execute("update reservation set state = 'RELEASED', ended_at = ?, version = version + 1 where id = ?", [
    tx.clock.now(),
    reservation.id,
  ]);
  await returnToStock(tx, [{ itemId: reservation.itemId, reason: say("custody.released") }]);
}
