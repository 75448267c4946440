import { newId } from "@tierline/shared/id.ts";
import { reservationMinutes, reservationMinutesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { itemNotAvailable, limitExceeded } from "./inventory.rejections.ts";
import { findItem, type Item } from "./item.ts";
import { lapseReservations } from "./lapse-reservations.ts";
import { takeBest, takeItem, takeOldestWaiting, type Wanted } from "./next-best.ts";
import { endReservation } from "./release-reservation.ts";
import { findReservations, lockOwnReservation, myReservations, type Reservation } from "./reservation.ts";
import { announceStock } from "./stock-changes.ts";
import { findTemplate, stockPathOf } from "./template.ts";
import { writeCustody } from "./write-custody.ts";

export interface ReserveItemInput {
  readonly idempotencyKey: string;
  /** A given item … */
  readonly itemId: string | null;
  /** … or the best free one of a template; from whose stock, see `stockPathOf`. */
  readonly templateId: string | null;
  /** One's own reservation that is given up for it. */
  readonly replacesReservationId: string | null;
}

/** What one person may set aside at a time, so that nobody empties a stock by clicking. */
export const openReservationsMax = 100;
/** How long to wait for an item that another transaction is just taking, before it counts as gone. */
const lockTimeoutMs = 1_000;

/** Sets an item aside for 15 minutes (O18). Someone else was first: NOT_AVAILABLE with the next best. */
export async function reserveItem(context: Context, input: ReserveItemInput): Promise<Reservation> {
  const { idempotencyKey, ...request } = input;
  const { reservationId } = await once(context, "inventory.reserve", idempotencyKey, request, (tx) =>
    reserveIn(tx, request),
  );
  const reservation = (await findReservations(context, [reservationId])).get(reservationId);
  if (reservation === undefined) throw notFound();
  return reservation;
}

async function reserveIn(
  tx: Transaction,
  { itemId, templateId, replacesReservationId }: Omit<ReserveItemInput, "idempotencyKey">,
): Promise<{ reservationId: string }> {
  const replaced = replacesReservationId === null ? null : await lockOwnReservation(tx, replacesReservationId);
  if (replacesReservationId !== null && replaced === null) throw notFound();
  const mine = await myReservations(tx);
  const own = mine.find((reservation) => reservation.itemId === itemId);
  if (own === undefined) checkLimit(mine.length - (replaced === null ? 0 : 1));
  const reservationId = own?.id ?? (await setAside(tx, await take(tx, itemId, templateId, replaced)));
  if (replaced !== null && replaced.id !== reservationId) await endReservation(tx, replaced);
  return { reservationId };
}

function checkLimit(used: number): void {
  if (used < openReservationsMax) return;
  const message = say("reservation.limit", { used });
  throw limitExceeded({ message, path: ["templateId"], limit: openReservationsMax, used });
}

async function take(
  tx: Transaction,
  itemId: string | null,
  templateId: string | null,
  replaced: Reservation | null,
): Promise<Item> {
  if (itemId !== null && templateId === null) return takeGiven(tx, itemId);
  if (itemId === null && templateId !== null) return takeAny(tx, templateId, replaced);
  const message = say("reservation.eitherOr");
  throw new Rejection({ code: "INVALID", message, path: ["itemId"] });
}

async function takeGiven(tx: Transaction, itemId: string): Promise<Item> {
  const wanted = await findItem(tx, itemId);
  if (wanted === null) throw notFound();
  const taken = (await takeItem(tx, itemId)) ?? ((await lapseReservations(tx)) > 0 ? await takeItem(tx, itemId) : null);
  if (taken !== null) return taken;
  const message = say("item.taken", { item: wanted.label });
  throw new Rejection(await itemNotAvailable(tx, wanted, { message, path: ["itemId"] }));
}

async function takeAny(tx: Transaction, templateId: string, replaced: Reservation | null): Promise<Item> {
  const template = await findTemplate(tx, templateId);
  if (template === null) throw notFound();
  const before = replaced === null ? null : await findItem(tx, replaced.itemId);
  const wanted: Wanted = {
    templateId,
    path: stockPathOf(template, tx.viewer.path),
    location: before?.location ?? null,
  };
  const taken = (await takeBest(tx, wanted)) ?? (await takeLast(tx, wanted));
  if (taken !== null) return taken;
  throw new Rejection({
    code: "NOT_AVAILABLE",
    message: say("item.noneFree", { template: template.label }),
    path: ["templateId"],
    typeName: "ItemNotAvailableError",
    data: { suggestedItem: null },
  });
}

/**
 * Nothing seemed free. Items whose reservation has run out may be had; and one that another transaction is just taking counts as
 * free when that one is rolled back, so look once more and wait for it a little.
 */
async function takeLast(tx: Transaction, wanted: Wanted): Promise<Item | null> {
  await lapseReservations(tx);
  await tx.em.execute(`set local lock_timeout = '${lockTimeoutMs}ms'`);
  try {
    const taken = await takeOldestWaiting(tx, wanted);
    await tx.em.execute("set local lock_timeout to default");
    return taken;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "55P03") throw error; // lock_not_available
    return null;
  }
}

async function setAside(tx: Transaction, item: Item): Promise<string> {
  const now = tx.clock.now();
  const id = newId(now.getTime());
  await tx.em.execute(
    `insert into reservation (id, path, item_id, user_id, state, reserved_at, expires_at, extendable_until, version)
     values (?, ?, ?, ?, 'OPEN', ?, ?, ?, 1)`,
    [
      id,
      item.path,
      item.id,
      tx.viewer.userId,
      now,
      minutesAfter(now, reservationMinutes),
      minutesAfter(now, reservationMinutesMax),
    ],
  );
  await writeCustody(tx, [
    { itemId: item.id, path: item.path, from: item.stateBefore, to: "RESERVED", reason: say("custody.reserved") },
  ]);
  announceStock(tx, item, { isAvailable: false });
  return id;
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
