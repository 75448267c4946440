import type { TransactionKind } from "@tierline/shared/ledger.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";

export interface EntryFilter {
  readonly kind?: readonly TransactionKind[] | null | undefined;
  /** From then on, and until before then. */
  readonly from?: Date | null | undefined;
  readonly until?: Date | null | undefined;
}

/** A line of an account's statement. */
export interface Entry {
  readonly number: string;
  readonly transactionId: string;
  readonly at: Date;
  readonly kind: TransactionKind;
  readonly micros: string;
  readonly balanceMicros: string;
  readonly currency: string;
  readonly description: string;
  readonly note: string | null;
  readonly actor: string;
  /** The transaction that took it back, and the one that it takes back. */
  readonly reversedById: string | null;
  readonly reversesId: string | null;
  /** What was given back of it in parts. */
  readonly givenBackMicros: string;
}

/** The account's statement, the latest first. */
export async function listEntries(
  { em }: Pick<Context, "em">,
  accountId: string,
  filter: EntryFilter,
  request: PageRequest,
): Promise<Page<Entry>> {
  const first = checkedFirst(request);
  const [after] = decodeCursor(request, 1) ?? [];
  const conditions: [sql: string, value: unknown][] = [["p.account_id = ?", accountId]];
  if (filter.kind != null) conditions.push(["t.kind in (?)", filter.kind]);
  if (filter.from != null) conditions.push(["p.at >= ?", filter.from]);
  if (filter.until != null) conditions.push(["p.at < ?", filter.until]);
  if (Number.isSafeInteger(after)) conditions.push(["p.entry < ?", after]);
  const rows = await em.execute<(Omit<Entry, "at"> & { at: string })[]>(
    `select p.entry::text as number, p.transaction_id as "transactionId", p.at, t.kind, p.amount_micros::text as micros,
       p.balance_micros::text as "balanceMicros", p.currency, t.description, t.note, t.actor,
       (select r.id from ledger_transaction r where r.reverses = t.id) as "reversedById", t.reverses as "reversesId",
       coalesce((select sum(g.amount_micros) from ledger_return g where g.returned_id = t.id), 0)::text as "givenBackMicros"
     from posting p join ledger_transaction t on t.id = p.transaction_id
     where p.part = 0 and ${conditions.map(([sql]) => sql).join(" and ")} order by p.entry desc limit ${first + 1}`,
    conditions.map(([, value]) => value),
  );
  const platform = em.getPlatform(); // as the ORM reads what a hand-written statement leaves as text
  const entries = rows.map((row) => ({ ...row, at: platform.parseDate(row.at) }));
  return pageOf(entries, first, ({ number }) => [Number(number)]);
}
