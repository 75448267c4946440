import { bulkRowStates, type BulkRowState } from "@tierline/shared/bulk.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { bulkImportsShown } from "@tierline/shared/limits.ts";
import { money } from "@tierline/shared/money.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { notFound } from "../kernel/rejection.ts";
import type { BulkPriceMoveType } from "./bulk.type.ts";
import { BulkImportEntity, type BulkImportRow, type ShownMove } from "./bulk.entity.ts";

export function bulkTopic(id: string): string {
  return `bulk:${id}`;
}

/** Who was named customers sees what they handed in themselves: other files are of other customers. */
function whose({ viewer }: Pick<Context, "viewer">) {
  return viewer.onlyCustomers === null ? {} : { userId: viewer.userId };
}

export function findBulkImports(context: Context): Promise<BulkImportRow[]> {
  return context.em.find(BulkImportEntity, whose(context), {
    disableIdentityMap: true,
    orderBy: { createdAt: "desc", id: "desc" },
    limit: bulkImportsShown,
  });
}

/** By its UUID; null for who cannot see it. */
export function findBulkImport(context: Context, id: string | null): Promise<BulkImportRow | null> {
  if (id === null) return Promise.resolve(null);
  return context.em.findOne(BulkImportEntity, { id, ...whose(context) }, { disableIdentityMap: true });
}

/** @throws AccessError NOT_FOUND */
export async function lockedImport(tx: Transaction, apiId: string): Promise<BulkImportRow> {
  const id = decodeId("blk", apiId);
  await tx.em.execute("select 1 from bulk_import where id = ? for update", [id]);
  const row = await findBulkImport(tx, id);
  if (row === null) throw notFound();
  return row;
}

export type RowCounts = Readonly<Record<BulkRowState, number>>;

export async function countRows({ em }: Pick<Context, "em">, id: string): Promise<RowCounts> {
  const rows = await em.execute<{ state: BulkRowState; count: number }[]>(
    "select state, count(*)::int as count from bulk_row where import_id = ? group by state",
    [id],
  );
  const byState = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(bulkRowStates.map((state) => [state, byState.get(state) ?? 0])) as RowCounts;
}

/** Rows with which the same is wrong. */
export interface RowProblem {
  readonly code: string;
  readonly column: string | null;
  readonly message: Sentence;
  readonly count: number;
  readonly firstRows: readonly number[];
  /** What stands in that column, as far as it differs. */
  readonly values: readonly string[];
}

const problemsShown = 50;
const examples = 10;

export function problemsOf({ em }: Pick<Context, "em">, id: string): Promise<RowProblem[]> {
  return em.execute<RowProblem[]>(
    `select code, "column", (array_agg(message order by number))[1] as message, count(*)::int as count,
       (array_agg(number order by number))[1:${examples}] as "firstRows",
       coalesce((array_agg(distinct value) filter (where value is not null))[1:${examples}], '{}') as "values"
     from bulk_row where import_id = ? and state in ('REFUSED', 'FAILED') and code is not null
     group by code, "column", message->>'key' order by count(*) desc, min(number) limit ${problemsShown}`,
    [id],
  );
}

const movesShown = 100;

/** The prices that its first rows change. */
export async function priceMovesOf({ em }: Pick<Context, "em">, id: string): Promise<BulkPriceMoveType[]> {
  const rows = await em.execute<{ number: number; move: ShownMove }[]>(
    `select number, move from bulk_row where import_id = ? and move is not null order by number limit ${movesShown}`,
    [id],
  );
  return rows.flatMap(({ number: row, move: { list: priceList, offering, amounts } }) =>
    amounts.map(({ kind, before, after }) => ({
      row,
      priceList,
      offering,
      kind,
      before: before === null ? null : toMoney(money(BigInt(before.micros), before.currency)),
      after: after === null ? null : toMoney(money(BigInt(after.micros), after.currency)),
    })),
  );
}
