import type { Sql } from "../customers/sql.ts";
import type { Context } from "../kernel/context.ts";

export interface Reservation {
  readonly id: string;
  readonly itemId: string;
  readonly userId: string;
  readonly state: "OPEN" | "RELEASED" | "LAPSED" | "CLAIMED";
  readonly reservedAt: Date;
  readonly expiresAt: Date;
  readonly extendableUntil: Date;
}

type Raw = Omit<Reservation, "reservedAt" | "expiresAt" | "extendableUntil"> &
  Record<"reservedAt" | "expiresAt" | "extendableUntil", string>;

const columns = `r.id, r.item_id as "itemId", r.user_id as "userId", r.state, r.reserved_at as "reservedAt",
  r.expires_at as "expiresAt", r.extendable_until as "extendableUntil"`;

/** One that counts: set aside and not run out, whether or not the sweep has been by. */
export function isOpen({ state, expiresAt }: Pick<Reservation, "state" | "expiresAt">, now: Date): boolean {
  return state === "OPEN" && expiresAt > now;
}

/** `condition` is our own text about the alias `r`. */
async function reservationsWhere(
  { em }: Pick<Context, "em">,
  condition: string,
  params: readonly unknown[],
): Promise<Reservation[]> {
  const rows = await em.execute<Raw[]>(
    `select ${columns} from reservation r where ${condition} order by r.reserved_at, r.id`,
    [...params],
  );
  return rows.map((row) => ({
    ...row,
    reservedAt: new Date(row.reservedAt),
    expiresAt: new Date(row.expiresAt),
    extendableUntil: new Date(row.extendableUntil),
  }));
}

export async function findReservations(
  context: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, Reservation>> {
  if (ids.length === 0) return new Map();
  const found = await reservationsWhere(context, "r.id in (?)", [[...ids]]);
  return new Map(found.map((reservation) => [reservation.id, reservation]));
}

/** The viewer's own, whatever became of it; someone else's does not exist for them. Locked until the transaction ends. */
export async function lockOwnReservation(tx: Pick<Context, "em" | "viewer">, id: string): Promise<Reservation | null> {
  await tx.em.execute("select 1 from reservation where id = ? and user_id = ? for update", [id, tx.viewer.userId]);
  const [own] = await reservationsWhere(tx, "r.id = ? and r.user_id = ?", [id, tx.viewer.userId]);
  return own ?? null;
}

/** Open ones by the item they hold. */
export async function openReservationsOf(
  context: Pick<Context, "em" | "clock">,
  itemIds: readonly string[],
): Promise<Map<string, Reservation>> {
  if (itemIds.length === 0) return new Map();
  const open = await reservationsWhere(context, "r.item_id in (?) and r.state = 'OPEN' and r.expires_at > ?", [
    [...itemIds],
    context.clock.now(),
  ]);
  return new Map(open.map((reservation) => [reservation.itemId, reservation]));
}

const ofOne = "r.user_id = ? and r.state = 'OPEN' and r.expires_at > ?";

/** What the viewer has set aside, the oldest first. */
export async function myReservations(context: Pick<Context, "em" | "clock" | "viewer">): Promise<Reservation[]> {
  return reservationsWhere(context, ofOne, [context.viewer.userId, context.clock.now()]);
}

/** The ids of the items that somebody has set aside, as a statement within another. */
export function myReservedItems(userId: string, now: Date): Sql {
  return { text: `select r.item_id from reservation r where ${ofOne}`, params: [userId, now] };
}
