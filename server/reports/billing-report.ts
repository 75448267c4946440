import {
  billingReportCategories,
  billingReportTypes,
  problemsOfDays,
  type BillingReportCategory,
  type BillingReportDays,
  type BillingReportType,
} from "@tierline/shared/billing-report.ts";
import { addDays, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import type { CsvExport, CsvPage, CsvPageRequest } from "../kernel/csv.ts";
import { decodeCursor, encodeCursor } from "../kernel/paging.ts";
import { AccessError, Refusals } from "../kernel/rejection.ts";
import { ownReseller } from "./financial-report.ts";

export interface BillingReportFilter extends BillingReportDays {
  readonly type: BillingReportType;
  readonly category: BillingReportCategory;
  /** With what the reseller's own organisation was charged (C7); a text, as files keep what they were asked for. */
  readonly internal: "true" | "false";
}

/** What stands in the way of a report of these days. @throws Rejection */
export async function refuseDays(context: Context, days: BillingReportDays): Promise<void> {
  const { timeZone } = await ownReseller(context);
  const refusals = new Refusals();
  for (const { field, problem } of problemsOfDays(days, dateInZone(context.clock.now(), timeZone))) {
    refusals.add("INVALID", say(`billingReport.${problem}`), field);
  }
  refusals.settle();
}

interface Row {
  readonly key: string;
  readonly number: number | null;
  readonly customer: string | null;
  readonly subject: string | null;
  readonly kind: string;
  readonly description: string;
  readonly currency: string;
  readonly quantity: number;
  readonly amount: string;
  readonly taken_back: string;
}

/** What was charged in those days, with what of it was taken back since. */
const chargedSql = `
  select c.number, c.name as customer, ch.subject_id, s.account, ch.kind, ch.description, ch.currency, ch.amount_micros as amount,
    case when exists (select from ledger_transaction r where r.reverses = ch.transaction_id) then ch.amount_micros
      else coalesce((select sum(g.amount_micros) from ledger_return g where g.returned_id = ch.transaction_id), 0) end as taken_back
  from charge ch join customer c on c.path = ch.path left join service s on s.id = ch.subject_id
  where ch.path >= ? and ch.path < ? and ch.charged_at >= ? and ch.charged_at < ? and (?::boolean or not c.is_internal)`;

/** What had begun by the end of the last day and had not ended, with what it comes to each time. */
const recurringSql = `
  select c.number, c.name as customer, ch.subject_id, s.account, 'RECURRING' as kind, ch.description, ch.currency,
    ch.amount_micros as amount, 0 as taken_back
  from recurring_charge ch join customer c on c.path = ch.path left join service s on s.id = ch.subject_id
  where ch.path >= ? and ch.path < ? and ch.created_at < ? and (ch.ends_on is null or ch.ends_on > ?::date) and (?::boolean or not c.is_internal)`;

/** Which columns a report of that type keeps apart; the others are left empty. */
const keptApart: Readonly<Record<BillingReportType, readonly string[]>> = {
  PARTNER: [],
  CUSTOMER: ["number", "customer"],
  USER: ["number", "customer", "subject_id", "account"],
};

async function page(context: Context, filter: BillingReportFilter, { first, after }: CsvPageRequest): Promise<CsvPage> {
  const { path, timeZone } = await ownReseller(context);
  const from = startOfDayInZone(filter.from, timeZone);
  const until = startOfDayInZone(addDays(filter.to, 1), timeZone);
  const own = keptApart[filter.type];
  const of = (column: string, type: string): string => (own.includes(column) ? column : `null::${type}`);
  const isPast = filter.category === "RECONCILIATION";
  // A reseller's own customers lie side by side: their labels begin with c, those of resellers below with r.
  const params = [`${path}c`, `${path}d`, ...(isPast ? [from, until] : [until, filter.to]), filter.internal];
  const rows = await context.em.execute<Row[]>(
    `with said as (${isPast ? chargedSql : recurringSql}),
     apart as (
       select ${of("number", "int")} as number, ${of("customer", "text")} as customer, ${of("subject_id", "uuid")} as subject_id,
         ${of("account", "text")} as subject, kind, description, currency, amount, taken_back from said),
     line as (
       select concat_ws(chr(31), lpad(number::text, 12, '0'), subject_id::text, kind, description, currency) collate "C" as key,
         number, customer, subject, kind, description, currency, count(*)::int as quantity,
         sum(amount)::text as amount, sum(taken_back)::text as taken_back
       from apart group by number, customer, subject_id, subject, kind, description, currency)
     select * from line where key > ? collate "C" order by key limit ${first + 1}`,
    [...params, keyOf(after)],
  );
  const lines = rows
    .slice(0, first)
    .map((row) => [
      filter.from,
      filter.to,
      row.number,
      row.customer,
      row.subject,
      row.kind,
      row.description,
      row.currency,
      row.quantity,
      decimalOf(money(BigInt(row.amount), row.currency)),
      decimalOf(money(BigInt(row.taken_back), row.currency)),
    ]);
  const last = rows.length > first ? rows[first - 1] : undefined;
  return { lines, endCursor: last === undefined ? null : encodeCursor([last.key]) };
}

function keyOf(after: string | null): string {
  const [key] = decodeCursor({ first: 1, after }, 1) ?? [""];
  if (typeof key === "string") return key;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

/** CX10: what a reseller's own customers were charged in days that are over, or what they are charged again and again. */
export const billingReportExport: CsvExport<BillingReportFilter> = {
  key: "billing",
  permission: "finance.view",
  columns: [
    "from",
    "to",
    "client_id",
    "client",
    "account",
    "kind",
    "description",
    "currency",
    "quantity",
    "amount",
    "taken_back",
  ],
  filter: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    type: z.enum(billingReportTypes),
    category: z.enum(billingReportCategories),
    internal: z.enum(["true", "false"]).default("false"),
  }),
  page,
};
