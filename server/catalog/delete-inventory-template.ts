import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { findTemplate } from "../inventory/template.ts";
import { checkOwn } from "../inventory/update-template.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";

/** Only one that no offering names and no item is of (TEMPLATE_IN_USE, O17). Here, because inventory knows no offerings. */
export function deleteInventoryTemplate(context: Context, id: string): Promise<void> {
  return transaction(context, async (tx) => {
    // Locked, so that no offering begins to require it between the count and the deletion.
    await tx.em.execute("select 1 from inventory_template where id = ? for update", [id]);
    const template = await findTemplate(tx, id);
    if (template === null) throw notFound();
    checkOwn(template, tx.viewer.path);
    await checkUnused(tx, id, template.label);
    await tx.em.execute("delete from inventory_template where id = ?", [id]);
    await recordAudit(tx, {
      operation: "template.delete",
      subjectKind: "inventoryTemplate",
      subjectId: id,
      subject: template.label,
      changes: [{ field: "key", before: template.key, after: null }],
      path: template.path,
    });
  });
}

async function checkUnused(tx: Transaction, id: string, label: string): Promise<void> {
  const [used] = await tx.em.execute<{ offerings: number; has_items: boolean }[]>(
    `select (select count(distinct offering_id)::int from offering_requirement where template_id = ?) as offerings,
            exists (select 1 from inventory_item where template_id = ?) as has_items`,
    [id, id],
  );
  const { offerings = 0, has_items: hasItems = false } = used ?? {};
  if (offerings === 0 && !hasItems) return;
  throw new Rejection({
    code: "IN_USE",
    message: say("template.inUse", { template: label, offerings }),
    path: ["id"],
    typeName: "InUseError",
    data: { offerings },
  });
}
