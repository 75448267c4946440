import { newId } from "@tierline/shared/id.ts";
import type { IdentifierKind, ReleasePolicy } from "@tierline/shared/kinds.ts";
import { keyLengthMax, nameLengthMax, quarantineDays as quarantineDaysDefault } from "@tierline/shared/limits.ts";
import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";

export interface CreateTemplateInput {
  readonly idempotencyKey: string;
  readonly key: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly releasePolicy: ReleasePolicy;
  readonly quarantineDays?: number | null | undefined;
  readonly checksLuhn?: boolean | null | undefined;
  readonly lowStockThreshold?: number | null | undefined;
}

export const quarantineDaysMax = 365;
export const lowStockThresholdMax = 1_000_000;
const lowStockThresholdDefault = 10;
const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A new sort of stock of the viewer's tier. Its key never changes; offerings and playbooks name it by that (O17). */
export async function createTemplate(
  context: Context,
  { idempotencyKey, ...input }: CreateTemplateInput,
): Promise<string> {
  return once(context, "template.create", idempotencyKey, input, (tx) => createIn(tx, input));
}

async function createIn(tx: Transaction, input: Omit<CreateTemplateInput, "idempotencyKey">): Promise<string> {
  const path = resellerPathOf(tx.viewer.path);
  const template = checked(input);
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const taken = await tx.em.execute<unknown[]>("select 1 from inventory_template where key = ? and path in (?)", [
    template.key,
    ancestorsOf(path),
  ]);
  const inserted = taken.length > 0 ? [] : await insert(tx, { id, path, now, ...template });
  if (inserted.length === 0) {
    new Refusals().add("TAKEN", say("template.keyTaken", { key: template.key }), "key").settle();
  }
  await recordAudit(tx, {
    operation: "template.create",
    subjectKind: "inventoryTemplate",
    subjectId: id,
    subject: template.label,
    changes: changesBetween({}, template),
    path,
  });
  return id;
}

function checked(input: Omit<CreateTemplateInput, "idempotencyKey">) {
  const refusals = new Refusals();
  if (input.key.length > keyLengthMax)
    refusals.add("TOO_LONG", say("template.keyLength", { max: keyLengthMax }), "key");
  else if (!keyPattern.test(input.key)) {
    refusals.add("INVALID", say("template.keyForm"), "key");
  }
  const label =
    checkText(refusals, input.label, { noun: "noun.label", max: nameLengthMax, isRequired: true }, "label") ?? "";
  const isQuarantine = input.releasePolicy === "QUARANTINE";
  const quarantineDays = isQuarantine ? (input.quarantineDays ?? quarantineDaysDefault) : 0;
  const lowStockThreshold = input.lowStockThreshold ?? lowStockThresholdDefault;
  checkRange(refusals, quarantineDays, quarantineDaysMax, "quarantineDays");
  checkRange(refusals, lowStockThreshold, lowStockThresholdMax, "lowStockThreshold");
  refusals.settle();
  const { key, identifierKind, releasePolicy } = input;
  return {
    key,
    label,
    identifierKind,
    releasePolicy,
    quarantineDays,
    checksLuhn: input.checksLuhn ?? false,
    lowStockThreshold,
  };
}

export function checkRange(refusals: Refusals, value: number, max: number, field: string): void {
  if (value < 0 || value > max) refusals.add("INVALID", say("template.between", { max }), field);
}

type Row = ReturnType<typeof checked> & { id: string; path: string; now: Date };

function insert(tx: Transaction, row: Row): Promise<unknown[]> {
  return tx.em.execute<unknown[]>(
    `insert into inventory_template (id, path, key, label, identifier_kind, release_policy, quarantine_days, checks_luhn,
       low_stock_threshold, created_at, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict (path, key) do nothing returning 1`,
    [
      row.id,
      row.path,
      row.key,
      row.label,
      row.identifierKind,
      row.releasePolicy,
      row.quarantineDays,
      row.checksLuhn,
      row.lowStockThreshold,
      row.now,
    ],
  );
}
