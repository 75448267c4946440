import { decodeId, idToSearch } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { itemQueryOf, type ItemQuery, type ItemQuestion } from "./item-query.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";
import { findTemplate, stockPathOf } from "./template.ts";

/** As it comes in: ids of the API, anything may be absent. */
export interface ItemFilter {
  readonly templateId?: string | null | undefined;
  readonly identifierKind?: IdentifierKind | null | undefined;
  readonly state?: readonly InventoryItemState[] | null | undefined;
  readonly isAvailable?: boolean | null | undefined;
  readonly isHandedDown?: boolean | null | undefined;
  readonly location?: string | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
}

/** Makes a query of what a caller asks. A template or customer that the viewer cannot see is NOT_FOUND, whatever its id is. */
export async function readItemQuestion(
  context: Context,
  filter: ItemFilter,
  search: string | null,
): Promise<ItemQuery> {
  const template = await templateOf(context, filter.templateId ?? null);
  const customer = await customerOf(context, filter.customerId ?? null);
  const isAvailable = filter.isAvailable ?? null;
  const isPicker = isAvailable === true;
  const question: ItemQuestion = {
    template,
    identifierKind: filter.identifierKind ?? null,
    states: filter.state ?? null,
    isAvailable,
    holderPath: isPicker ? holderOf(context, template, customer) : null,
    isHandedDown: filter.isHandedDown ?? null,
    location: filter.location == null ? null : checkedText(filter.location, "location"),
    customerId: isPicker ? null : (customer?.id ?? null),
    serviceId: filter.serviceId == null ? null : idToSearch("svc", filter.serviceId),
    search: checkedText(search ?? "", "search").trim(),
  };
  return itemQueryOf(context, question);
}

async function templateOf(context: Context, text: string | null): Promise<InventoryTemplateRow | null> {
  if (text === null) return null;
  const id = decodeId("tpl", text);
  const template = id === null ? null : await findTemplate(context, id);
  if (template === null) throw notFound();
  return template;
}

async function customerOf(context: Context, text: string | null): Promise<CustomerRow | null> {
  if (text === null) return null;
  const id = decodeId("cus", text);
  const customer = id === null ? null : await context.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (customer === null) throw notFound();
  return customer;
}

/** Nobody sells what they do not hold: what a customer gets comes from its own reseller's stock. */
function holderOf({ viewer }: Context, template: InventoryTemplateRow | null, customer: CustomerRow | null): string {
  if (customer !== null) return resellerPathOf(customer.path);
  return template === null ? resellerPathOf(viewer.path) : stockPathOf(template, viewer.path);
}

function checkedText(text: string, field: string): string {
  if (text.length <= searchLengthMax && !text.includes("\0") && text.isWellFormed()) return text;
  throw new AccessError("BAD_USER_INPUT", say("search.length", { field, max: searchLengthMax }));
}
