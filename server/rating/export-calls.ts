import { callDirections, callStates, callTypes, type CallDirection, type CallState } from "@tierline/shared/call.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import type { CsvCell, CsvExport } from "../kernel/csv.ts";
import { pageOf } from "../kernel/paging.ts";
import { require } from "../kernel/requires.ts";
import { afterOf, conditionsOf, type CallFilter } from "./list-calls.ts";

const text = z.string().min(1).max(200).optional();
const time = z.iso.datetime({ offset: true }).transform((at) => new Date(at));
/** Several stand beside each other with a comma between them. */
const several = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional();

interface Row {
  readonly id: string;
  readonly started_at: string;
  readonly local: string;
  readonly direction: CallDirection;
  readonly caller: string;
  readonly called: string;
  readonly destination: string | null;
  readonly call_type: string;
  readonly number: number;
  readonly name: string;
  readonly account: string | null;
  readonly state: CallState;
  readonly seconds: number;
  readonly billed: number | null;
  readonly free: number | null;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly own_currency: string | null;
  readonly own: string | null;
  readonly source_key: string;
  readonly corrects: string | null;
}

/** VX11: calls as a file, the latest first, by the filters and within the sight of the list; its days are the reseller's. */
export const callExport: CsvExport<CallFilter> = {
  key: "calls",
  permission: "call.view",
  columns: [
    "date",
    "direction",
    "callerid",
    "destination",
    "description",
    "destination_type",
    "client_id",
    "client",
    "account",
    "disposition",
    "duration",
    "seconds",
    "free_seconds",
    "currency",
    "total",
    "cost",
    "margin",
    "uniqueid",
    "corrects",
  ],
  filter: z.strictObject({
    from: time,
    until: time,
    customerId: text,
    resellerId: text,
    serviceId: text,
    direction: z.enum(callDirections).optional(),
    state: several(callStates),
    callType: several(callTypes),
    number: text,
    invoiceId: text,
    withoutPrice: z
      .enum(["true", "false"])
      .transform((said) => said === "true")
      .optional(),
  }),
  check(context, filter) {
    if (filter.callType != null) require(context, "call_type.view");
    if (filter.invoiceId != null) require(context, "invoice.view");
    conditionsOf(filter, context.viewer);
  },
  async page(context, filter, request) {
    const { sql, params } = conditionsOf(filter, context.viewer);
    const after = afterOf(request);
    const { path, customerId } = context.viewer;
    const side = customerId === null ? "seller_path" : "path";
    const rows = await context.em.execute<Row[]>(
      `select c.id, c.started_at, c.direction, c.caller, c.called, c.destination, c.call_type, c.state, c.seconds, c.source_key,
         to_char(c.started_at at time zone r.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS') as local, u.number, u.name, s.account,
         sold.billed_seconds as billed, sold.free_seconds as free, sold.currency, sold.amount_micros::text as amount,
         bought.own_currency, bought.own_micros::text as own, (select k.source_key from call k where k.id = c.corrects_id) as corrects
       from call c join reseller r on r.path = ? join customer u on u.id = c.customer_id
         left join service s on s.id = c.service_id
         left join call_leg sold on sold.call_id = c.id and sold.${side} = ?
         left join call_leg bought on bought.call_id = c.id and bought.path = ? and bought.path <> c.path
       where ${sql} ${after === null ? "" : "and (c.started_at, c.id) < (?::timestamptz, ?::uuid)"}
       order by c.started_at desc, c.id desc limit ${request.first + 1}`,
      [resellerPathOf(path), path, path, ...params, ...(after ?? [])],
    );
    const found = pageOf(rows, request.first, (row) => [new Date(row.started_at).toISOString(), row.id]);
    const lines = found.nodes.map((row) => lineOf(context, row));
    return { lines, endCursor: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null };
  },
};

function lineOf({ viewer: { permissions } }: Context, row: Row): CsvCell[] {
  const seesSort = permissions.has("call_type.view");
  const seesCost = permissions.has("finance.view");
  const amount = (micros: bigint, currency: string) => decimalOf(money(micros, currency));
  const sold = row.amount === null ? null : BigInt(row.amount);
  const own = row.own === null || !seesCost ? null : BigInt(row.own);
  return [
    zoned(row.local, new Date(row.started_at)),
    row.direction,
    dialled(row.caller),
    dialled(row.called),
    seesSort ? row.destination : null,
    seesSort ? row.call_type : null,
    row.number,
    labelOf(row),
    row.account,
    row.state,
    row.seconds,
    row.billed,
    row.free,
    row.currency,
    sold === null ? null : amount(sold, row.currency!), // both are of the leg
    own === null ? null : amount(own, row.own_currency!), // as above
    sold === null || own === null ? null : amount(sold - own, row.currency!), // as above
    row.source_key,
    row.corrects,
  ];
}

function dialled(number: string): string {
  return /^\d{6,}$/.test(number) ? `+${number}` : number;
}

/** With how far the place was ahead then, so that nothing is read an hour wrong: `2026-11-22T00:01:00+05:30`. */
function zoned(local: string, at: Date): string {
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const pad = (value: number) => String(value).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`;
}
