import { paymentModes, type PaymentMode } from "@tierline/shared/ledger.ts";
import { decimalOf, money, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import type { CsvExport } from "../kernel/csv.ts";
import { decodeCursor, pageOf, type CursorKey, type Page } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { ownReseller } from "./financial-report.ts";

export const accountOrders = ["NAME", "NUMBER"] as const;
export type AccountOrder = (typeof accountOrders)[number];

export interface AccountFilter {
  readonly mode?: PaymentMode | null | undefined;
  /** True: those with a line alone; false: customers that have none (V11). */
  readonly hasLine?: boolean | null | undefined;
  readonly order?: AccountOrder | null | undefined;
}

/** A line of a customer's, or a customer without any. */
export interface AccountLine {
  readonly customerId: string;
  readonly number: number;
  readonly name: string;
  readonly sortName: string;
  readonly serviceId: string | null;
  /** The line's name in outside systems. */
  readonly account: string | null;
  readonly offering: string | null;
  readonly ratePlan: string | null;
  /** E.164: of the line, and those of the customer that are on no line. */
  readonly numbers: readonly string[];
  readonly mode: PaymentMode;
  /** Null for who may not see balances. */
  readonly balance: Money | null;
}

interface Row {
  readonly customer_id: string;
  readonly number: number;
  readonly name: string;
  readonly sort_name: string;
  readonly service_id: string | null;
  readonly account: string | null;
  readonly offering: string | null;
  readonly rate_plan: string | null;
  readonly numbers: string[];
  readonly mode: PaymentMode;
  readonly balance: string;
  readonly currency: string;
}

const nobody = "00000000-0000-0000-0000-000000000000";
/** Of the two columns that name a customer in an order, and of its line. */
const columnsOf: Readonly<Record<AccountOrder, readonly [string, string]>> = {
  NAME: ["c.sort_name", "c.id"],
  NUMBER: ["c.number", "c.id"],
};

/** The plan that the reseller has for whoever has none of their own, once a statement. */
const generalPlan = `general as materialized (
  select b.plan_id from rate_plan_buyer b
  where b.path = ? and b.customer_id is null and b.buyer_id is null and b.effective_from <= ?
  order by b.effective_from desc, b.id desc limit 1)`;

const planOf = `(select p.name from rate_plan p where p.id = coalesce(
  (select b.plan_id from rate_plan_buyer b
   where b.customer_id = page.customer_id and (b.service_id is null or b.service_id = page.service_id) and b.effective_from <= ?
   order by b.service_id is null, b.effective_from desc, b.id desc limit 1),
  (select plan_id from general)))`;

const numbersOf = `array(select i.identifier from inventory_item i
    where i.service_id = page.service_id and i.identifier_kind = 'PHONE_NUMBER' and i.state = 'ASSIGNED'
  union select i.identifier from inventory_item i
    where i.customer_id = page.customer_id and i.service_id is null and i.identifier_kind = 'PHONE_NUMBER' and i.state = 'ASSIGNED'
  order by 1)`;

/** Lines of the customers of one's own reseller, and customers without any (V24). @throws AccessError BAD_USER_INPUT */
export async function accountReport(
  context: Context,
  filter: AccountFilter,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Page<AccountLine>> {
  const { id, path } = await ownReseller(context);
  const order = filter.order ?? "NAME";
  const [lead, customer] = columnsOf[order];
  const key = checkedKey(decodeCursor({ first, after }, 3), order);
  const conditions = ["c.reseller_id = ? and c.state <> 'ARCHIVED'"];
  const params: unknown[] = [id];
  const and = (sql: string, ...values: unknown[]): void => {
    conditions.push(sql);
    params.push(...values);
  };
  if (filter.mode != null) and("a.payment_mode = ?", filter.mode);
  if (filter.hasLine != null) and(filter.hasLine ? "s.id is not null" : "s.id is null");
  if (key !== null) {
    // The customer first, which an index knows, then its lines.
    and(`(${lead}, ${customer}) >= (?, ?::uuid)`, key[0], key[1]);
    and(`(${lead}, ${customer}, coalesce(s.id, '${nobody}')) > (?, ?::uuid, ?::uuid)`, ...key);
  }
  const now = context.clock.now();
  const rows = await context.em.execute<Row[]>(
    `with ${generalPlan}, page as materialized (
       select c.id as customer_id, c.number, c.name, c.sort_name, s.id as service_id, s.account, s.offering_id,
         a.id as account_id, a.payment_mode as mode, a.currency
       from customer c join ledger_account a on a.path = c.path and a.kind = 'BILLING'
         left join service s on s.customer_id = c.id and s.state <> 'TERMINATED'
       where ${conditions.join(" and ")} order by ${lead}, ${customer}, coalesce(s.id, '${nobody}') limit ${first + 1})
     select page.*, (select o.name from offering o where o.id = page.offering_id) as offering, ${planOf} as rate_plan,
       ${numbersOf} as numbers,
       (select sum(b.balance_micros)::text from ledger_balance b where b.account_id = page.account_id) as balance
     from page order by ${lead.replace("c.", "page.")}, page.customer_id, coalesce(page.service_id, '${nobody}')`,
    [path, now, ...params, now],
  );
  const seesBalance = context.viewer.permissions.has("balance.view");
  return pageOf(
    rows.map((row) => toLine(row, seesBalance)),
    first,
    (line) => [order === "NAME" ? line.sortName : line.number, line.customerId, line.serviceId ?? nobody],
  );
}

function toLine({ balance, currency, ...row }: Row, seesBalance: boolean): AccountLine {
  return {
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    sortName: row.sort_name,
    serviceId: row.service_id,
    account: row.account,
    offering: row.offering,
    ratePlan: row.rate_plan,
    numbers: row.numbers,
    mode: row.mode,
    balance: seesBalance ? money(BigInt(balance), currency) : null,
  };
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function checkedKey(key: CursorKey | null, order: AccountOrder): CursorKey | null {
  if (key === null) return null;
  const [lead, ...ids] = key;
  const isLead =
    order === "NAME" ? typeof lead === "string" : Number.isInteger(lead) && Math.abs(Number(lead)) < 2 ** 31;
  if (isLead && ids.every((id) => typeof id === "string" && uuidPattern.test(id))) return key;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

/** V24 as a file. */
export const accountExport: CsvExport<AccountFilter> = {
  key: "accounts",
  permission: "finance.view",
  columns: ["client_id", "client", "account", "package", "rate_plan", "numbers", "mode", "currency", "balance"],
  filter: z.strictObject({
    mode: z.enum(paymentModes).optional(),
    hasLine: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    order: z.enum(accountOrders).optional(),
  }),
  async page(context, filter, request) {
    const { nodes, pageInfo } = await accountReport(context, filter, request);
    const lines = nodes.map((line) => [
      line.number,
      line.name,
      line.account,
      line.offering,
      line.ratePlan,
      line.numbers.join("; "),
      line.mode,
      line.balance?.currency ?? null,
      line.balance === null ? null : decimalOf(line.balance),
    ]);
    return { lines, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  },
};
