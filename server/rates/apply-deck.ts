import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { newestApplied } from "./deck-rows.ts";
import { lockOwnReseller } from "./own-reseller.ts";
import { RateDeckEntity, type RateDeckRow } from "./rate.entity.ts";

export interface ApplyDeckInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly id: string;
  readonly effectiveFrom?: Date | null | undefined;
}

/**
 * From that time on the reseller buys by the planned deck, whole. Answers its UUID.
 * @throws Rejection STATE_CONFLICT when it is not planned any more, STALE when another was applied since, INVALID for a time
 * that is past or before that of the newest deck
 */
export function applyDeck(context: Context, input: ApplyDeckInput): Promise<string> {
  return once(context, "rateDeck.apply", input.idempotencyKey, input, async (tx) => {
    const deck = await ownDeck(tx, input.id);
    if (deck.state !== "PLANNED") throw refusal("STATE_CONFLICT", say("rate.notPlanned"), "id");
    const newest = await newestApplied(tx, deck.reseller);
    if ((newest?.id ?? null) !== (deck.baseId ?? null)) throw refusal("STALE", say("rate.deckStale"), "id");
    const now = tx.clock.now();
    const effectiveFrom = input.effectiveFrom ?? laterOf(now, newest?.effectiveFrom ?? now);
    if (effectiveFrom < now) throw refusal("INVALID", say("rate.past"), "effectiveFrom");
    if (newest?.effectiveFrom != null && effectiveFrom < newest.effectiveFrom) {
      throw refusal("INVALID", say("rate.beforeNewest"), "effectiveFrom");
    }
    await write(tx, deck, { state: "APPLIED", effectiveFrom, appliedAt: now });
    await record(tx, deck, "rateDeck.apply", { state: "APPLIED", effectiveFrom });
    return deck.id;
  });
}

/**
 * As if it had never been applied: the deck before counts again, as it was. Answers its UUID.
 * @throws Rejection STATE_CONFLICT for one that is not the newest applied one
 */
export function undoDeck(context: Context, input: { readonly id: string }): Promise<string> {
  return transaction(context, async (tx) => {
    const deck = await ownDeck(tx, input.id);
    const newest = await newestApplied(tx, deck.reseller);
    if (newest?.id !== deck.id) throw refusal("STATE_CONFLICT", say("rate.notNewest"), "id");
    await write(tx, deck, { state: "UNDONE", undoneAt: tx.clock.now() });
    await record(tx, deck, "rateDeck.undo", { state: "UNDONE", effectiveFrom: null });
    return deck.id;
  });
}

/** Locked with all others of its reseller, so that two cannot be applied at once. A parent's hand is not in it. */
async function ownDeck(tx: Transaction, apiId: string): Promise<RateDeckRow> {
  const id = decodeId("rdk", apiId);
  const { path } = await lockOwnReseller(tx);
  const deck = id === null ? null : await tx.em.findOne(RateDeckEntity, { id, path }, { disableIdentityMap: true });
  if (deck === null) throw notFound();
  return deck;
}

type Changed = Partial<Pick<RateDeckRow, "state" | "effectiveFrom" | "appliedAt" | "undoneAt">>;

async function write({ em }: Transaction, deck: RateDeckRow, changed: Changed): Promise<void> {
  await em.nativeUpdate(RateDeckEntity, { id: deck.id }, { ...changed, version: deck.version + 1 });
}

async function record(tx: Transaction, deck: RateDeckRow, operation: string, after: Changed): Promise<void> {
  const before = { state: deck.state, effectiveFrom: deck.effectiveFrom };
  await recordAudit(tx, {
    operation,
    subjectKind: "rateDeck",
    subjectId: deck.id,
    subject: say("rate.deck", { number: String(deck.number) }),
    changes: changesBetween(before, after),
    path: deck.path,
  });
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function refusal(
  code: "STATE_CONFLICT" | "STALE" | "INVALID",
  message: ReturnType<typeof say>,
  field: string,
): Rejection {
  return new Rejection({ code, message, path: [field] });
}
