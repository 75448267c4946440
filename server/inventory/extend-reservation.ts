import { reservationMinutes, reservationMinutesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { limitExceeded } from "./inventory.rejections.ts";
import { isOpen, lockOwnReservation } from "./reservation.ts";

/** Another 15 minutes from now, on request only and never beyond 60 in all (O18). */
export function extendReservation(context: Context, reservationId: string): Promise<void> {
  return transaction(context, async (tx) => {
    const reservation = await lockOwnReservation(tx, reservationId);
    if (reservation === null) throw notFound();
    const now = tx.clock.now();
    if (!isOpen(reservation, now)) {
      throw new Rejection({
        code: "EXPIRED",
        message: say("reservation.over"),
        path: ["id"],
      });
    }
    const { expiresAt, extendableUntil } = reservation;
    if (expiresAt >= extendableUntil) {
      const message = say("reservation.minutes", { max: reservationMinutesMax });
      throw limitExceeded({ message, path: ["id"], limit: reservationMinutesMax, used: reservationMinutesMax });
    }
    const wanted = Math.max(now.getTime() + reservationMinutes * 60_000, expiresAt.getTime());
    await tx.em.execute("update reservation set expires_at = ?, version = version + 1 where id = ?", [
      new Date(Math.min(wanted, extendableUntil.getTime())),
      reservation.id,
    ]);
  });
}
