import { decodeId } from "@tierline/shared/id.ts";
import type { ServiceType } from "@tierline/shared/kinds.ts";
import { serviceTabs, statesOfTab, tabOf, type ServiceState, type ServiceTab } from "@tierline/shared/service-state.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { searchCondition, type Condition } from "./search-services.ts";
import { serviceRows } from "./service-rows.ts";
import { toService, type ServiceNode } from "./service.type.ts";

export interface ServiceFilterValue {
  readonly tab?: ServiceTab | null;
  readonly serviceType?: readonly ServiceType[] | null;
  readonly customerId?: string | null;
  readonly compatibleWithOfferingId?: string | null;
}

export interface ServiceQuery extends PageRequest {
  readonly filter?: ServiceFilterValue | null | undefined;
  readonly search?: string | null | undefined;
}

/** A page, and the counts of the whole list for whoever asks for them. */
export interface ServicePage extends Page<ServiceNode> {
  totalCount(): Promise<TotalCountType>;
  tabCounts(): Promise<{ tab: ServiceTab; count: number }[]>;
}

/** Newest first. Without a tab nothing is left out; the console begins with the active ones (OX6). */
export async function listServices(context: Context, query: ServiceQuery): Promise<ServicePage> {
  const first = checkedFirst(query);
  const cursor = decodeCursor(query, 1);
  const general = await generalCondition(context, query);
  const tab = tabCondition(query.filter?.tab ?? "ALL");
  const after = cursor === null ? [] : [{ sql: "s.id < ?", params: [cursor[0]] }];
  const where = all([...general, tab, ...after]);
  const found = await context.em.execute<object[]>(
    `select s.* from service s where ${where.sql} order by s.id desc limit ${first + 1}`,
    [...where.params],
  );
  const services = serviceRows(context.em, found).map(toService);
  return {
    ...pageOf(services, first, ({ row }) => [row.id]),
    totalCount: () => countServices(context, all([...general, tab])),
    tabCounts: () => countTabs(context, all(general)),
  };
}

async function countServices(context: Context, where: Condition): Promise<TotalCountType> {
  const [row] = await context.em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from service s where ${where.sql} limit ${countLimit}) counted`,
    [...where.params],
  );
  return toTotalCount(row?.count ?? 0);
}

async function countTabs(context: Context, where: Condition): Promise<{ tab: ServiceTab; count: number }[]> {
  const rows = await context.em.execute<{ state: ServiceState; count: number }[]>(
    `select s.state, count(*)::int as count from service s where ${where.sql} group by s.state`,
    [...where.params],
  );
  return serviceTabs.map((tab) => {
    const counted = rows.filter(({ state }) => tab === "ALL" || tabOf(state) === tab);
    return { tab, count: counted.reduce((sum, row) => sum + row.count, 0) };
  });
}

function tabCondition(tab: ServiceTab): Condition {
  return tab === "ALL" ? { sql: "true", params: [] } : { sql: "s.state in (?)", params: [statesOfTab(tab)] };
}

async function generalCondition(context: Context, { filter, search }: ServiceQuery): Promise<Condition[]> {
  const conditions: Condition[] = [];
  if (filter?.serviceType != null && filter.serviceType.length > 0) {
    conditions.push({ sql: "s.service_type in (?)", params: [filter.serviceType] });
  }
  if (filter?.customerId != null) conditions.push({ sql: "s.customer_id = ?", params: [uuidOf("cus", filter.customerId)] });
  if (filter?.compatibleWithOfferingId != null) conditions.push(compatibleCondition(filter.compatibleWithOfferingId));
  if (search != null && search.trim() !== "") conditions.push(await searchCondition(context, search));
  return conditions;
}

/** O34: an add-on goes with the services of its own type that work. */
function compatibleCondition(offeringId: string): Condition {
  return {
    sql: "s.state = 'ACTIVE' and s.service_type = (select service_type from offering where id = ?)",
    params: [uuidOf("ofr", offeringId)],
  };
}

function uuidOf(prefix: "cus" | "ofr", text: string): string {
  const id = decodeId(prefix, text);
  if (id === null) throw notFound();
  return id;
}

function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: "true", params: [] };
  return { sql: conditions.map(({ sql }) => sql).join(" and "), params: conditions.flatMap(({ params }) => params) };
}
