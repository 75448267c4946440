import type { Permission } from "@tierline/shared/permission.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { numberIn, sharesOf } from "@tierline/shared/search-shares.ts";
import { say } from "@tierline/shared/sentence.ts";
import { listOfferings, readOfferingQuestion } from "../catalog/list-offerings.ts";
import { toOffering } from "../catalog/offering.type.ts";
import { sellerPathOf } from "../catalog/price-terms.ts";
import { findMatches } from "../customers/list-customers.ts";
import type { Match } from "../customers/search-customers.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { toCustomer } from "../customers/customer.type.ts";
import { readItemQuestion } from "../inventory/item-question.ts";
import { toItemType } from "../inventory/item.type.ts";
import { listItems } from "../inventory/list-items.ts";
import type { Item } from "../inventory/item.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, pageOf, type Page } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { may } from "../kernel/requires.ts";
import { toRunViewWithoutTasks } from "../provisioning/run-row.ts";
import { toRun } from "../provisioning/run.type.ts";
import { findServicesBy } from "./search-services.ts";
import type { SearchHitType } from "./search.type.ts";

/** So many of one kind at most: whoever needs more opens that list. */
const perKindMax = 10;

/**
 * Customers, services, items, runs and offerings that match, in this order, each kind only for who may see it. When there are
 * more than asked for, every kind keeps its fair share.
 */
export async function search(
  context: Context,
  text: string,
  request: { readonly first: number },
): Promise<Page<SearchHitType>> {
  const first = checkedFirst(request);
  if (text.length > searchLengthMax || text.includes("\0") || !text.isWellFormed()) {
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "text", max: searchLengthMax }));
  }
  const kinds = text.trim() === "" ? [] : await hitsByKind(context, text.trim(), Math.min(first + 1, perKindMax));
  const shares = sharesOf(
    kinds.map((hits) => hits.length),
    first,
  );
  const shown = kinds.flatMap((hits, index) => hits.slice(0, shares[index]));
  const page = pageOf(shown, first, ({ node }) => [node.id]);
  const isCut = kinds.some((hits, index) => hits.length > (shares[index] ?? 0));
  return { ...page, pageInfo: { ...page.pageInfo, hasNextPage: isCut } };
}

async function hitsByKind(context: Context, text: string, limit: number): Promise<SearchHitType[][]> {
  const allowed = (permission: Permission) => may(context, permission);
  const matches = allowed("customer.view") ? await findMatches(context, text, limit) : [];
  const items = allowed("inventory.view") ? await findItemsBy(context, text, limit) : [];
  const customerIds = matches.map(({ row }) => row.id);
  const serviceIds = items.flatMap(({ serviceId }) => serviceId ?? []);
  return [
    matches.map(customerHit),
    allowed("service.view")
      ? await findServicesBy(context, { number: numberIn(text), customerIds, serviceIds }, limit)
      : [],
    items.map(itemHit),
    allowed("run.view") ? await runHits(context, numberIn(text), limit) : [],
    allowed("catalog.view") ? await offeringHits(context, text, limit) : [],
  ];
}

function customerHit({ row, key }: Match): SearchHitType {
  const kind = key.token.charAt(0);
  const matched = kind === "e" ? row.email : ["p", "q", "r"].includes(kind) ? row.phone : null;
  return { node: toCustomer(row), title: labelOf(row), detail: row.email ?? row.phone ?? "", matched: matched ?? null };
}

async function findItemsBy(context: Context, text: string, limit: number): Promise<readonly Item[]> {
  const query = await readItemQuestion(context, {}, text);
  return (await listItems(context, query, { first: limit })).nodes;
}

function itemHit(item: Item): SearchHitType {
  const node = toItemType(item);
  return {
    node,
    title: item.label,
    detail: node.maskedIdentifier === item.label ? (item.location ?? "") : node.maskedIdentifier,
    matched: null,
  };
}

/** A number is unique at its reseller, so each reseller of the tier is asked by its index. */
async function runHits({ em }: Context, number: number | null, limit: number): Promise<SearchHitType[]> {
  if (number === null) return [];
  const rows = await em.execute<{ run: unknown }[]>(
    `select to_jsonb(r) as run from reseller s join provisioning_run r on r.reseller_id = s.id and r.number = ? order by r.id desc limit ?`,
    [number, limit],
  );
  return rows.map(({ run }) => {
    const node = toRun(toRunViewWithoutTasks(run));
    return { node, title: node.title, detail: `#${node.number}`, matched: null };
  });
}

async function offeringHits(context: Context, text: string, limit: number): Promise<SearchHitType[]> {
  const question = await readOfferingQuestion(context, { search: text });
  const { nodes } = await listOfferings(context, question, { first: limit });
  return nodes.map((row) => {
    const node = toOffering(row, sellerPathOf(row, context.viewer.path));
    return { node, title: row.name, detail: row.slug, matched: null };
  });
}
