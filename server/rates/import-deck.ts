import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { changesBetween } from "../audit/changes-between.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { countChanges } from "./deck-changes.ts";
import { newestApplied } from "./deck-rows.ts";
import { findLosses } from "./find-losses.ts";
import { insertRates } from "./insert-rates.ts";
import { lockOwnReseller } from "./own-reseller.ts";
import { RateDeckEntity } from "./rate.entity.ts";
import { readDeck, type DeckForm, type DeckProblem, type DeckRow } from "./read-deck.ts";

export interface ImportDeckInput {
  readonly idempotencyKey: string;
  readonly fileName: string;
  /** Lines that are wrong are left out; else one of them refuses the file. */
  readonly isPartial: boolean;
  readonly form: DeckForm;
  /** SHA-256 of the file, which tells two of them apart for the key. */
  readonly digest: string;
}

export interface ImportedDeck {
  /** The deck's UUID; null when the file was refused. */
  readonly id: string | null;
  readonly problems: readonly DeckProblem[];
  readonly wrongLines: number;
}

/**
 * Keeps what a file says as a deck that is planned: compared with the newest one, in force nowhere until it is applied. A plan that
 * was made before and never applied makes room for it.
 */
export async function importDeck(context: Context, input: ImportDeckInput, file: Buffer): Promise<ImportedDeck> {
  const { rows, problems, wrongLines } = await readDeck(file, input.form);
  if (rows.length === 0 || (wrongLines > 0 && !input.isPartial)) return { id: null, problems, wrongLines };
  const id = await once(context, "rateDeck.import", input.idempotencyKey, input, (tx) => plan(tx, input, rows));
  return { id, problems, wrongLines };
}

async function plan(tx: Transaction, input: ImportDeckInput, rows: readonly DeckRow[]): Promise<string> {
  const reseller = await lockOwnReseller(tx);
  const { path } = reseller;
  await tx.em.nativeDelete(RateDeckEntity, { reseller: reseller.id, state: "PLANNED" });
  const [{ number } = { number: 1 }] = await tx.em.execute<{ number: number }[]>(
    "select coalesce(max(number), 0) + 1 as number from rate_deck where reseller_id = ?",
    [reseller.id],
  );
  const base = await newestApplied(tx, reseller.id);
  const createdAt = tx.clock.now();
  const deck = { id: newId(createdAt.getTime()), path, baseId: base?.id ?? null };
  const fileName = input.fileName
    .replaceAll(/\p{Cc}/gu, "")
    .toWellFormed()
    .slice(0, nameLengthMax);
  await tx.em.insert(RateDeckEntity, {
    ...deck,
    reseller: reseller.id,
    number,
    state: "PLANNED",
    fileName,
    currency: reseller.currency,
    rateCount: rows.length,
    counts: { added: 0, gone: 0, up: 0, down: 0, blocked: 0, changed: 0, unchanged: 0 },
    losses: await findLosses(tx, reseller.id, rows),
    createdAt,
    createdBy: tx.viewer.name,
    effectiveFrom: null,
    appliedAt: null,
    undoneAt: null,
    version: 1,
  });
  await insertRates(tx.em, deck, rows);
  await tx.em.nativeUpdate(RateDeckEntity, { id: deck.id }, { counts: await countChanges(tx, deck) });
  await recordAudit(tx, {
    operation: "rateDeck.import",
    subjectKind: "rateDeck",
    subjectId: deck.id,
    subject: say("rate.deck", { number: String(number) }),
    changes: changesBetween({}, { fileName, rates: rows.length }),
    path,
  });
  return deck.id;
}
