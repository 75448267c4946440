import { maskIdentifier, normalizeIdentifier } from "@tierline/shared/identifier.ts";
import { newId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { itemsPerCallMax, nameLengthMax, textLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { insertItems, type NewItem } from "./insert-items.ts";
import { limitExceeded } from "./inventory.rejections.ts";
import { announceStock } from "./stock-changes.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";
import { findTemplate } from "./template.ts";
import { writeCustody } from "./write-custody.ts";

export interface ItemToAdd {
  readonly identifier: string;
  readonly label: string | null;
  readonly location: string | null;
  readonly note: string | null;
}

export interface AddItemsInput {
  readonly idempotencyKey: string;
  readonly templateId: string;
  /** Who will hold them; null: the viewer's own reseller. */
  readonly resellerId: string | null;
  readonly state: InventoryItemState | null;
  readonly items: readonly ItemToAdd[];
}

/** Takes items into stock: all of them, or none with the reason for each (`["items", "3", "identifier"]`). */
export function addItems(context: Context, { idempotencyKey, ...input }: AddItemsInput): Promise<string[]> {
  return once(context, "inventory.add", idempotencyKey, input, (tx) => addItemsIn(tx, input));
}

/** As `addItems`, within a deed that begins with it. */
export async function addItemsIn(tx: Transaction, input: Omit<AddItemsInput, "idempotencyKey">): Promise<string[]> {
  checkLength(input.items.length);
  const template = await findTemplate(tx, input.templateId);
  const holder = await tx.em.findOne(ResellerEntity, { id: input.resellerId ?? tx.viewer.resellerId });
  if (template === null || holder === null || !holder.path.startsWith(tx.viewer.path)) throw notFound();
  const refusals = new Refusals();
  const state = input.state ?? "NEW";
  if (state !== "NEW" && state !== "IN_STOCK") {
    refusals.add("INVALID", say("item.stateIn"), "state");
  }
  if (!holder.path.startsWith(template.path)) {
    refusals.add("INVALID", say("item.notKept", { reseller: holder.name }), "resellerId");
  }
  const rows = input.items.map((item, index) => rowOf(refusals, item, { tx, template, holder, state, index }));
  nameRepetitions(refusals, rows);
  refusals.settle();
  await insertAll(tx, rows);
  await record(tx, template, holder, rows);
  return rows.map((row) => row.id);
}

function checkLength(length: number): void {
  if (length === 0) throw new Rejection({ code: "REQUIRED", message: say("item.nameOne"), path: ["items"] });
  if (length <= itemsPerCallMax) return;
  const message = say("item.perCall", { max: itemsPerCallMax });
  throw limitExceeded({ message, path: ["items"], limit: itemsPerCallMax, used: length });
}

type Row = NewItem & { readonly id: string };

interface Ground {
  readonly tx: Transaction;
  readonly template: InventoryTemplateRow;
  readonly holder: ResellerRow;
  readonly state: InventoryItemState;
  readonly index: number;
}

function rowOf(refusals: Refusals, item: ItemToAdd, { tx, template, holder, state, index }: Ground): Row {
  const at = ["items", String(index)];
  const { identifierKind, checksLuhn } = template;
  const read = normalizeIdentifier(identifierKind, item.identifier.slice(0, 200), {
    checksLuhn,
    country: holder.country,
  });
  if (!read.ok) refusals.add("INVALID", read.message, ...at, "identifier");
  const identifier = read.ok ? read.value : "";
  const label = checkText(refusals, item.label, { noun: "noun.label", max: nameLengthMax }, ...at, "label");
  const now = tx.clock.now();
  return {
    id: newId(now.getTime()),
    path: holder.path,
    templateId: template.id,
    label: label ?? maskIdentifier(identifierKind, identifier),
    identifierKind,
    identifier,
    state,
    location: checkText(refusals, item.location, { noun: "noun.location", max: nameLengthMax }, ...at, "location"),
    note: checkText(refusals, item.note, { noun: "noun.note", max: textLengthMax, isMultiline: true }, ...at, "note"),
    createdAt: now,
  };
}

/** A scanner that reads a card twice is told at which lines. */
function nameRepetitions(refusals: Refusals, rows: readonly Row[]): void {
  const firstAt = new Map<string, number>();
  for (const [index, { identifier }] of rows.entries()) {
    if (identifier === "") continue;
    const first = firstAt.get(identifier);
    if (first === undefined) firstAt.set(identifier, index);
    else
      refusals.add("TAKEN", say("item.twice", { identifier, line: first + 1 }), "items", String(index), "identifier");
  }
}

/** Unique in the installation; a clash says the same whoever holds the other one. */
async function insertAll(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const inserted = new Set(await insertItems(tx.em, rows));
  const refusals = new Refusals();
  for (const [index, { id, identifier }] of rows.entries()) {
    if (inserted.has(id)) continue;
    refusals.add("NOT_AVAILABLE", say("item.notAdded", { identifier }), "items", String(index), "identifier");
  }
  refusals.settle();
}

async function record(
  tx: Transaction,
  template: InventoryTemplateRow,
  holder: ResellerRow,
  rows: readonly Row[],
): Promise<void> {
  await writeCustody(
    tx,
    rows.map(({ id, path, state }) => ({ itemId: id, path, from: null, to: state, reason: say("custody.takenIn") })),
  );
  await recordAudit(tx, {
    operation: "inventory.add",
    subjectKind: "inventoryTemplate",
    subjectId: template.id,
    subject: template.label,
    changes: [
      {
        field: "items",
        before: null,
        after: rows
          .map((row) => row.identifier)
          .join(", ")
          .slice(0, 1_000),
      },
    ],
    path: holder.path,
    note: say("audit.added", { count: rows.length }),
  });
  for (const { id, templateId, path } of rows)
    announceStock(tx, { id, templateId, path, version: 1 }, { isAvailable: true });
}
