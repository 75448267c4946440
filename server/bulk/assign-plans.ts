import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { findOfferingBySlug } from "../catalog/offering.ts";
import { findTemplates, stockPathOf } from "../inventory/template.ts";
import { releaseReservation } from "../inventory/release-reservation.ts";
import { reserveItem } from "../inventory/reserve-item.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { Check } from "../orders/check.ts";
import { soldOf } from "../orders/order-choice.ts";
import type { OrderDraft } from "../orders/order-draft.ts";
import { readOrderFacts } from "../orders/order-facts.ts";
import { placeOrder } from "../orders/place-order.ts";
import { orderTermsOf } from "../orders/plan-change-terms.ts";
import { quoteOrder } from "../orders/quote-order.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { customerOf, unknown } from "./customer-of-row.ts";
import { connectorsOfPlaybook } from "./lane.ts";

const yes = new Set(["1", "yes", "true", "y", "sim", "oui", "ja"]);
const no = new Set(["0", "no", "false", "n", "não", "non", "nein"]);

async function draftOf(context: Context, cells: Cells): Promise<OrderDraft> {
  return {
    customerId: await customerOf(context, cells["customer"] ?? ""),
    offeringId: await planOf(context, cells["plan"] ?? ""),
    serviceId: null,
    reservationIds: [],
    autoRenew: renewalOf(cells["auto_renew"]),
    siteId: null,
    billingContactId: null,
    technicalContactId: null,
    purchaseOrderNumber: cells["purchase_order_number"] ?? null,
    customFields: [],
    installationDate: null,
  };
}

/** By id, by key, or by a name that is one plan's alone. */
async function planOf(context: Context, said: string): Promise<string> {
  const id = decodeId("ofr", said);
  if (id !== null) return id;
  const bySlug = await findOfferingBySlug(context, said, context.viewer.path);
  if (bySlug !== null) return bySlug.id;
  const rows = await context.em.execute<{ id: string }[]>(
    "select id from offering where name = ? and kind = 'PLAN' limit 2",
    [said],
  );
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw unknown(say("bulk.plan"), "plan");
  return row.id;
}

function renewalOf(said: string | undefined): boolean | null {
  if (said === undefined) return null;
  const word = said.toLowerCase();
  if (yes.has(word) || no.has(word)) return yes.has(word);
  throw new Rejection({ code: "INVALID", message: say("bulk.yesOrNo"), path: ["auto_renew"] });
}

/** Items are taken when the row is done; until then the stock alone is counted. */
function isOpenSlot({ refusal, path }: Check): boolean {
  return refusal === "REQUIRED" && path?.[0] === "reservationIds";
}

export const assignPlans: BulkDoer = {
  kind: "PLANS",
  columnOf: { customerId: "customer", offeringId: "plan", purchaseOrderNumber: "purchase_order_number" },

  async rehearse(context, cells) {
    const draft = await draftOf(context, cells);
    const { facts, checks, fingerprint } = await quoteOrder(context, draft);
    const refusals = checks.flatMap((check) =>
      check.refusal === null || isOpenSlot(check)
        ? []
        : [{ code: check.refusal, message: check.message, path: check.path ?? [] }],
    );
    if (facts.offering.kind !== "PLAN") throw unknown(say("bulk.plan"), "plan");
    if (refusals.length > 0) throw new Rejection(refusals);
    const required = facts.requirements.filter(({ isRequired }) => isRequired);
    const templates = await findTemplates(
      context,
      required.map(({ template }) => template),
    );
    const sold = soldOf(facts);
    return {
      agreed: fingerprint,
      needs: required.flatMap(({ template: id }) => {
        const template = templates.get(id);
        return template === undefined ? [] : [{ template, path: stockPathOf(template, context.viewer.path) }];
      }),
      connectors: connectorsOfPlaybook(context, facts.playbook.document),
      money: sold === null ? null : orderTermsOf(facts, sold, false).dueToday,
    };
  },

  async perform(context, { cells, agreed, idempotencyKey }) {
    const draft = await draftOf(context, cells);
    const { requirements } = await readOrderFacts(context, draft);
    const reservationIds: string[] = [];
    try {
      for (const [index, { template, isRequired }] of requirements.entries()) {
        if (!isRequired) continue;
        const wanted = { itemId: null, templateId: template, replacesReservationId: null };
        const reserved = await reserveItem(context, { ...wanted, idempotencyKey: `${idempotencyKey} ${index}` });
        reservationIds.push(reserved.id);
      }
      const order = { idempotencyKey, draft: { ...draft, reservationIds }, quoteFingerprint: agreed ?? "" };
      const { orderId, runId } = await placeOrder(context, order);
      return { resultId: encodeId("ord", orderId), runId };
    } catch (error) {
      if (error instanceof Rejection) for (const id of reservationIds) await releaseReservation(context, id);
      throw error;
    }
  },
};
