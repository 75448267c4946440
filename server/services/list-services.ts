import { idToSearch } from "@tierline/shared/id.ts";
import type { ServiceType } from "@tierline/shared/kinds.ts";
import { serviceTabs, statesOfTab, tabOf, type ServiceState, type ServiceTab } from "@tierline/shared/service-state.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { groupBy, loader } from "../kernel/loaders.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { require } from "../kernel/requires.ts";
import { prepared } from "../kernel/tier-connection.ts";
import { searchCondition, type Condition } from "./search-services.ts";
import { serviceRows } from "./service-rows.ts";
import { toService, type ServiceNode } from "./service.type.ts";

export interface ServiceFilterValue {
  readonly tab?: ServiceTab | null;
  readonly serviceType?: readonly ServiceType[] | null;
  readonly customerId?: string | null;
  readonly compatibleWithOfferingId?: string | null;
  readonly withoutRatePlan?: boolean | null;
}

export interface ServiceQuery extends PageRequest {
  readonly filter?: ServiceFilterValue | null | undefined;
  readonly search?: string | null | undefined;
}

export interface TabCount {
  readonly tab: ServiceTab;
  readonly count: number;
}

/** A page, and the counts of the whole list for whoever asks for them. */
export interface ServicePage extends Page<ServiceNode> {
  countAll(): Promise<TotalCountType>;
  countTabs(): Promise<readonly TabCount[]>;
}

/** Newest first. Without a tab nothing is left out; the console begins with the active ones (OX6). */
export async function listServices(context: Context, query: ServiceQuery): Promise<ServicePage> {
  const first = checkedFirst(query);
  const cursor = decodeIdCursor(query);
  const general = await generalCondition(context, query);
  const shown = all([general, tabCondition(query.filter)]);
  const after = cursor === null ? everything : { sql: "s.id < ?", params: [cursor] };
  const where = all([shown, after]);
  const rows = await context.em.execute<object[]>(
    `select s.* from service s where ${where.sql} order by s.id desc limit ${first + 1}`,
    [...where.params],
  );
  const services = serviceRows(context.em, rows).map(toService);
  return {
    ...pageOf(services, first, ({ row }) => [row.id]),
    countAll: () => countServices(context, shown),
    countTabs: () => countTabs(context, general),
  };
}

/** The services of one customer. Batched: a page of customers costs one statement, not one each. */
export async function servicesOfCustomer(
  request: RequestContext,
  customerId: string,
  query: ServiceQuery,
): Promise<ServicePage> {
  const first = checkedFirst(query);
  const args: BatchArgs = { first, after: decodeIdCursor(query), filter: query.filter ?? null };
  const key = JSON.stringify({ customerId, ...args });
  const page = await pageByCustomer(request).load(key);
  const context = signedIn(request);
  const own = { sql: "s.customer_id = ?", params: [customerId] };
  const general = async () => all([own, await generalCondition(context, query)]);
  return {
    ...(page ?? pageOf<ServiceNode>([], first, () => [])),
    countAll: async () => countServices(context, all([await general(), tabCondition(query.filter)])),
    countTabs: async () => countTabs(context, await general()),
  };
}

interface BatchArgs {
  readonly first: number;
  readonly after: string | null;
  readonly filter: ServiceFilterValue | null;
}

/** A batch takes texts as keys: the customer, and what its field was asked with. */
const pageByCustomer = loader<string, Page<ServiceNode>>(async (context, keys) => {
  const pages = new Map<string, Page<ServiceNode>>();
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as BatchArgs & { customerId: string }) }));
  const alike = groupBy(asked, ({ first, after, filter }) => JSON.stringify([first, after, filter]));
  for (const group of alike.values()) {
    const { first, after, filter } = group[0]!; // a group is never empty
    const found = await firstServices(
      context,
      group.map(({ customerId }) => customerId),
      { first, after, filter },
    );
    for (const { key, customerId } of group)
      pages.set(
        key,
        pageOf(found.get(customerId) ?? [], first, ({ row }) => [row.id]),
      );
  }
  return pages;
});

async function firstServices(
  context: Context,
  customerIds: readonly string[],
  { first, after, filter }: BatchArgs,
): Promise<Map<string, ServiceNode[]>> {
  const beyond = after === null ? everything : { sql: "s.id < ?", params: [after] };
  const where = all([await generalCondition(context, { filter, first }), tabCondition(filter), beyond]);
  const rows = await prepared(
    context.em,
    `select newest.* from json_array_elements_text(?::json) as asked (customer_id)
     cross join lateral (
       select s.* from service s where s.customer_id = asked.customer_id::uuid and ${where.sql} order by s.id desc limit ${first + 1}
     ) newest`,
    [JSON.stringify([...new Set(customerIds)]), ...where.params],
  );
  return groupBy(serviceRows(context.em, rows).map(toService), ({ row }) => row.customer);
}

async function countServices(context: Context, where: Condition): Promise<TotalCountType> {
  const [row] = await context.em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from service s where ${where.sql} limit ${countLimit}) counted`,
    [...where.params],
  );
  return toTotalCount(row?.count ?? 0);
}

async function countTabs(context: Context, where: Condition): Promise<TabCount[]> {
  const rows = await context.em.execute<{ state: ServiceState; count: number }[]>(
    `select s.state, count(*)::int as count from service s where ${where.sql} group by s.state`,
    [...where.params],
  );
  return serviceTabs.map((tab) => {
    const counted = rows.filter(({ state }) => tab === "ALL" || tabOf(state) === tab);
    return { tab, count: counted.reduce((sum, row) => sum + row.count, 0) };
  });
}

const everything: Condition = { sql: "true", params: [] };

function tabCondition(filter: ServiceFilterValue | null | undefined): Condition {
  const tab = filter?.tab ?? "ALL";
  return tab === "ALL" ? everything : { sql: "s.state in (?)", params: [statesOfTab(tab)] };
}

async function generalCondition(context: Context, { filter, search }: ServiceQuery): Promise<Condition> {
  const conditions: Condition[] = [];
  if (filter?.serviceType != null && filter.serviceType.length > 0) {
    conditions.push({ sql: "s.service_type in (?)", params: [filter.serviceType] });
  }
  if (filter?.customerId != null)
    conditions.push({ sql: "s.customer_id = ?", params: [idToSearch("cus", filter.customerId)] });
  if (filter?.compatibleWithOfferingId != null) conditions.push(compatibleCondition(filter.compatibleWithOfferingId));
  if (filter?.withoutRatePlan === true) conditions.push(withoutPlanCondition(context));
  if (search != null && search.trim() !== "") conditions.push(await searchCondition(context, search));
  return all(conditions);
}

/** O34: an add-on goes with the services of its own type that work. */
function compatibleCondition(offeringId: string): Condition {
  return {
    sql: "s.state = 'ACTIVE' and s.service_type = (select service_type from offering where id = ? and kind = 'ADDON')",
    params: [idToSearch("ofr", offeringId)],
  };
}

/** V13: lines that live and buy calls as their customer does. */
function withoutPlanCondition(context: Context): Condition {
  require(context, "rate.view");
  return {
    sql: `s.service_type = 'VOIP' and s.state not in ('TERMINATED', 'EXPIRED')
      and not exists (select from rate_plan_buyer b where b.service_id = s.id and b.effective_from <= ?)`,
    params: [context.clock.now()],
  };
}

function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return everything;
  return { sql: conditions.map(({ sql }) => sql).join(" and "), params: conditions.flatMap(({ params }) => params) };
}
