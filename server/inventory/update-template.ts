import { nameLengthMax } from "@tierline/shared/limits.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { AccessError, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { checkRange, lowStockThresholdMax } from "./create-template.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";
import { findTemplate } from "./template.ts";

export interface UpdateTemplateInput {
  readonly version: number;
  /** What is undefined or null stays. */
  readonly label?: string | null | undefined;
  readonly lowStockThreshold?: number | null | undefined;
  readonly checksLuhn?: boolean | null | undefined;
}

/** A new label changes nothing else: offerings and playbooks go by the key (O17). */
export function updateTemplate(context: Context, id: string, input: UpdateTemplateInput): Promise<void> {
  return transaction(context, async (tx) => {
    const before = await findTemplate(tx, id);
    if (before === null) throw notFound();
    checkOwn(before, tx.viewer.path);
    const after = checked(before, input);
    const updated = await tx.em.execute<unknown[]>(
      `update inventory_template set label = ?, low_stock_threshold = ?, checks_luhn = ?, version = version + 1
       where id = ? and version = ? returning 1`,
      [after.label, after.lowStockThreshold, after.checksLuhn, before.id, input.version],
    );
    if (updated.length === 0) {
      throw new Rejection({
        code: "STALE",
        message: say("stale.changed", { name: before.label }),
        path: ["version"],
      });
    }
    const { label, lowStockThreshold, checksLuhn } = before;
    await recordAudit(tx, {
      operation: "template.update",
      subjectKind: "inventoryTemplate",
      subjectId: before.id,
      subject: after.label,
      changes: changesBetween({ label, lowStockThreshold, checksLuhn }, after),
      path: before.path,
    });
  });
}

/** What stands above can be read and used, not changed. */
export function checkOwn(template: InventoryTemplateRow, viewerPath: string): void {
  if (isWithin(template.path, viewerPath)) return;
  throw new AccessError("FORBIDDEN", say("template.otherOwner", { template: template.label }));
}

function checked(before: InventoryTemplateRow, input: UpdateTemplateInput) {
  const refusals = new Refusals();
  const rule = { noun: "noun.label", max: nameLengthMax, isRequired: true } as const;
  const label = checkText(refusals, input.label ?? before.label, rule, "label") ?? before.label;
  const lowStockThreshold = input.lowStockThreshold ?? before.lowStockThreshold;
  checkRange(refusals, lowStockThreshold, lowStockThresholdMax, "lowStockThreshold");
  refusals.settle();
  return { label, lowStockThreshold, checksLuhn: input.checksLuhn ?? before.checksLuhn };
}
