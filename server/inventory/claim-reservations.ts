import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection, type Refusal } from "../kernel/rejection.ts";
import { itemNotAvailable } from "./inventory.rejections.ts";
import { findItems, type Item } from "./item.ts";
import { findReservations, isOpen, type Reservation } from "./reservation.ts";

export interface Claim {
  readonly runId: string;
  /** Tier path of the customer: items must lie in the stock of the reseller above it. */
  readonly customerPath: string;
  /** By reservation: under which name the playbook knows the item, e.g. `sim`. See catalog/match-slots.ts. */
  readonly slots: ReadonlyMap<string, string>;
}

export interface ClaimedItem {
  readonly reservationId: string;
  readonly slot: string;
  readonly item: Item;
}

/**
 * Turns the viewer's open reservations into the run's own claim: the items stay reserved and never lapse, until they are assigned
 * or the run lets go of them. All or none; refuses each by its place in the list with EXPIRED or NOT_AVAILABLE (O18).
 */
export async function claimReservations(
  tx: Transaction,
  reservationIds: readonly string[],
  claim: Claim,
): Promise<ClaimedItem[]> {
  await lockInOrder(tx, reservationIds);
  const found = await findReservations(tx, reservationIds);
  const items = await findItems(
    tx,
    [...found.values()].map((reservation) => reservation.itemId),
  );
  const refusals: Refusal[] = [];
  const claimed: ClaimedItem[] = [];
  for (const [index, id] of reservationIds.entries()) {
    const path = ["reservationIds", String(index)];
    const reservation = found.get(id);
    const item = reservation === undefined ? undefined : items.get(reservation.itemId);
    const slot = claim.slots.get(id);
    const refusal = await refusalOf(tx, { reservation, item, holderPath: resellerPathOf(claim.customerPath), path });
    if (refusal !== null) refusals.push(refusal);
    else if (slot === undefined || reservationIds.indexOf(id) !== index) refusals.push(notNeeded(path));
    else if (item !== undefined) claimed.push({ reservationId: id, slot, item });
  }
  if (refusals.length > 0) throw new Rejection(refusals);
  for (const each of claimed) await hold(tx, each, claim.runId);
  return claimed;
}

/** By item, as everywhere: whoever locks several takes them in this order. */
async function lockInOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.em.execute(`select 1 from reservation where id in (?) and user_id = ? order by item_id for update`, [
    [...ids],
    tx.viewer.userId,
  ]);
}

interface Candidate {
  readonly reservation: Reservation | undefined;
  readonly item: Item | undefined;
  readonly holderPath: string;
  readonly path: readonly string[];
}

async function refusalOf(tx: Transaction, { reservation, item, holderPath, path }: Candidate): Promise<Refusal | null> {
  if (reservation === undefined || item === undefined || reservation.userId !== tx.viewer.userId) {
    return { code: "UNKNOWN_REFERENCE", message: say("reservation.unknown"), path };
  }
  if (!isOpen(reservation, tx.clock.now())) {
    const isTime = reservation.state === "OPEN" || reservation.state === "LAPSED";
    if (isTime) return { code: "EXPIRED", message: say("reservation.lapsed", { item: item.label }), path };
    const message = say("reservation.lost", { item: item.label });
    return itemNotAvailable(tx, item, { message, path });
  }
  if (item.path !== holderPath || item.state !== "RESERVED") {
    const message = say("item.otherStock", { item: item.label });
    return itemNotAvailable(tx, { ...item, path: holderPath }, { message, path });
  }
  return null;
}

function notNeeded(path: readonly string[]): Refusal {
  return { code: "INVALID", message: say("item.notAsked"), path };
}

async function hold(tx: Transaction, { reservationId, slot, item }: ClaimedItem, runId: string): Promise<void> {
  await tx.em.execute("update reservation set state = 'CLAIMED', ended_at = ?, version = version + 1 where id = ?", [
    tx.clock.now(),
    reservationId,
  ]);
  await tx.em.execute(
    "update inventory_item set held_by_run_id = ?, slot = ?, version = version + 1 where id = ? and state = 'RESERVED'",
    [runId, slot, item.id],
  );
}
