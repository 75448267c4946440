import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { addItems, type AddItemsInput } from "../inventory/add-items.ts";
import { findTemplate, findTemplatesByKey } from "../inventory/template.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";

async function inputOf(context: Context, cells: Cells, idempotencyKey: string): Promise<AddItemsInput> {
  const said = cells["template"] ?? "";
  const id = decodeId("tpl", said);
  const template =
    id === null
      ? ((await findTemplatesByKey(context, [said], context.viewer.path)).get(said) ?? null)
      : await findTemplate(context, id);
  if (template === null) {
    throw new Rejection({ code: "TEMPLATE_NOT_FOUND", message: say("bulk.template"), path: ["template"] });
  }
  const { identifier = "", label = null, location = null, note = null } = cells;
  const items = [{ identifier, label, location, note }];
  return { idempotencyKey, templateId: template.id, resellerId: null, state: null, items };
}

export const addInventory: BulkDoer = {
  kind: "INVENTORY",
  columnOf: { templateId: "template" },
  async rehearse(context, cells) {
    const input = await inputOf(context, cells, "rehearsal");
    await takenBack(context, (trial) => addItems(trial, input));
    return {};
  },
  async perform(context, { cells, idempotencyKey }) {
    const [id = ""] = await addItems(context, await inputOf(context, cells, idempotencyKey));
    return { resultId: encodeId("itm", id), runId: null };
  },
};
