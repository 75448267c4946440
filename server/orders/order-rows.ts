import type { EntityManager } from "@mikro-orm/postgresql";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { OrderEntity, type OrderRow } from "./order.entity.ts";
import { toOrder, type OrderType } from "./order.type.ts";

function orderRows(em: EntityManager, rows: readonly object[]): OrderRow[] {
  return mapped(em, OrderEntity, rows);
}

export async function findOrders({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<OrderRow[]> {
  if (ids.length === 0) return [];
  return orderRows(em, await em.execute<object[]>("select * from customer_order where id in (?)", [ids]));
}

export const orderById = loader<string, OrderType>(async (context, ids) => {
  const rows = await findOrders(context, ids);
  return new Map(rows.map((row) => [row.id, toOrder(row, context.clock.now())]));
});

/** The order that made a service: the first one it has. */
export const orderOfService = loader<string, OrderType>(async (context, serviceIds) => {
  const rows = await context.em.execute<object[]>(
    "select distinct on (service_id) * from customer_order where service_id in (?) order by service_id, placed_at, id",
    [serviceIds],
  );
  return new Map(orderRows(context.em, rows).map((row) => [row.service ?? "", toOrder(row, context.clock.now())]));
});

/** The order of another plan, which a service gets at its next renewal. */
export const waitingOrderOfService = loader<string, OrderType>(async (context, serviceIds) => {
  const rows = await context.em.execute<object[]>(
    "select * from customer_order where service_id in (?) and state = 'ACKNOWLEDGED'",
    [serviceIds],
  );
  return new Map(orderRows(context.em, rows).map((row) => [row.service ?? "", toOrder(row, context.clock.now())]));
});

/** By the run that provisions it. */
export const orderOfRun = loader<string, OrderType>(async (context, runIds) => {
  const rows = await context.em.execute<object[]>("select * from customer_order where run_id in (?)", [runIds]);
  return new Map(orderRows(context.em, rows).map((row) => [row.run ?? "", toOrder(row, context.clock.now())]));
});

export interface OrderPage extends Page<OrderType> {
  countAll(): Promise<TotalCountType>;
}

/** Newest first. */
export async function ordersOfCustomer(context: Context, customerId: string, request: PageRequest): Promise<OrderPage> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await context.em.execute<object[]>(
    `select * from customer_order where customer_id = ? and (?::uuid is null or id < ?::uuid) order by id desc limit ?`,
    [customerId, after, after, first + 1],
  );
  const orders = orderRows(context.em, rows).map((row) => toOrder(row, context.clock.now()));
  return { ...pageOf(orders, first, ({ row }) => [row.id]), countAll: () => countOrders(context, customerId) };
}

async function countOrders({ em }: Context, customerId: string): Promise<TotalCountType> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from customer_order where customer_id = ? limit ${countLimit}) counted`,
    [customerId],
  );
  return toTotalCount(row?.count ?? 0);
}
