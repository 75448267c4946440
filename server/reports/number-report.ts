import { decimalOf, money, type Money } from "@tierline/shared/money.ts";
import type { DidBilling } from "@tierline/shared/did.ts";
import { digitsOf } from "@tierline/shared/phone-number.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import type { CsvExport } from "../kernel/csv.ts";
import { decodeCursor, pageOf, type CursorKey, type Page } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { ownReseller } from "./financial-report.ts";

export const numberOrders = ["NUMBER", "CLIENT"] as const;
export type NumberOrder = (typeof numberOrders)[number];

export interface NumberFilter {
  /** From its beginning. */
  readonly number?: string | null | undefined;
  /** True: those that were taken back; else those that customers have. */
  readonly wasTakenBack?: boolean | null | undefined;
  readonly order?: NumberOrder | null | undefined;
}

/** A number that a customer has, or had, for fees. */
export interface NumberLine {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customerNumber: number;
  readonly customer: string;
  readonly path: string;
  readonly serviceId: string | null;
  /** The line that it is on, by its name in outside systems. */
  readonly account: string | null;
  readonly setup: Money;
  readonly monthly: Money;
  /** Of calls that come in, in the currency of the fees; null where minutes are not charged. */
  readonly perMinute: string | null;
  readonly connectedAt: Date;
  readonly disconnectedAt: Date | null;
  /** The first day that was not charged yet; null for what is charged no more. */
  readonly nextBillingOn: string | null;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly customer_id: string;
  readonly customer_number: number;
  readonly customer: string;
  readonly path: string;
  readonly service_id: string | null;
  readonly account: string | null;
  readonly currency: string;
  readonly setup: string;
  readonly monthly: string;
  readonly billing: DidBilling;
  readonly rate: string;
  readonly connected_at: string;
  readonly disconnected_at: string | null;
  readonly next_billing: string | null;
}

const orderings: Readonly<Record<NumberOrder, { readonly columns: string; keyOf(row: NumberLine): CursorKey }>> = {
  NUMBER: { columns: 'd.number collate "C", d.path, d.id', keyOf: ({ number, path, id }) => [number, path, id] },
  CLIENT: { columns: 'd.path, d.number collate "C", d.id', keyOf: ({ number, path, id }) => [path, number, id] },
};

/** Numbers that customers of one's own reseller have for fees (V25). @throws AccessError BAD_USER_INPUT */
export async function numberReport(
  context: Context,
  filter: NumberFilter,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Page<NumberLine>> {
  const { path } = await ownReseller(context);
  const { columns, keyOf } = orderings[filter.order ?? "NUMBER"];
  const key = checkedKey(decodeCursor({ first, after }, 3));
  // A reseller's own customers lie side by side: their labels begin with c, those of resellers below with r.
  const conditions = ["d.path >= ? and d.path < ?"];
  const params: unknown[] = [`${path}c`, `${path}d`];
  conditions.push(`d.disconnected_at is ${filter.wasTakenBack === true ? "not null" : "null"}`);
  const typed = filter.number?.trim() ?? "";
  if (typed !== "") {
    const digits = digitsOf(typed).replace(/^00/, "");
    conditions.push(digits === "" ? "false" : "starts_with(d.number, ?)");
    if (digits !== "") params.push(`+${digits}`);
  }
  if (key !== null) {
    conditions.push(`(${columns}) > (?, ?, ?::uuid)`);
    params.push(...key);
  }
  const rows = await context.em.execute<Row[]>(
    `with page as materialized (select d.* from did d where ${conditions.join(" and ")} order by ${columns} limit ${first + 1})
     select d.id, d.number, d.path, d.customer_id, c.number as customer_number, c.name as customer, s.id as service_id, s.account,
       d.currency, d.setup_micros::text as setup, d.monthly_micros::text as monthly, d.billing,
       d.rate_per_minute::text as rate, d.connected_at, d.disconnected_at,
       r.next_from::text as next_billing
     from page d join customer c on c.id = d.customer_id
       left join inventory_item i on i.id = d.item_id and d.disconnected_at is null
       left join service s on s.id = i.service_id
       left join recurring_charge r
         on r.subject_kind = 'DID' and r.subject_id = d.id and r.path = d.path and r.state <> 'STOPPED'
     order by ${columns}`,
    params,
  );
  return pageOf(rows.map(toLine), first, keyOf);
}

function toLine(row: Row): NumberLine {
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customer: row.customer,
    path: row.path,
    serviceId: row.service_id,
    account: row.account,
    setup: money(BigInt(row.setup), row.currency),
    monthly: money(BigInt(row.monthly), row.currency),
    perMinute: row.billing === "PER_MINUTE" ? formatRate(BigInt(row.rate)) : null,
    connectedAt: new Date(row.connected_at),
    disconnectedAt: row.disconnected_at === null ? null : new Date(row.disconnected_at),
    nextBillingOn: row.next_billing,
  };
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function checkedKey(key: CursorKey | null): CursorKey | null {
  if (key === null) return null;
  const [one, other, id] = key;
  if (typeof one === "string" && typeof other === "string" && typeof id === "string" && uuidPattern.test(id))
    return key;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

/** V25 as a file. */
export const numberExport: CsvExport<NumberFilter> = {
  key: "numbers",
  permission: "finance.view",
  columns: [
    "number",
    "client_id",
    "client",
    "account",
    "currency",
    "setup",
    "monthly",
    "minute",
    "next_billing",
    "connected_at",
    "disconnected_at",
  ],
  filter: z.strictObject({
    number: z.string().min(1).max(40).optional(),
    wasTakenBack: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    order: z.enum(numberOrders).optional(),
  }),
  async page(context, filter, request) {
    const { nodes, pageInfo } = await numberReport(context, filter, request);
    const lines = nodes.map((line) => [
      line.number,
      line.customerNumber,
      line.customer,
      line.account,
      line.setup.currency,
      decimalOf(line.setup),
      decimalOf(line.monthly),
      line.perMinute,
      line.nextBillingOn,
      line.connectedAt.toISOString(),
      line.disconnectedAt?.toISOString() ?? null,
    ]);
    return { lines, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  },
};
