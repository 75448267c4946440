import { bulkColumns, type BulkRowState } from "@tierline/shared/bulk.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { isFreeSql } from "../inventory/availability.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { arrayText } from "../kernel/unnested.ts";
import { asStarter } from "./as-starter.ts";
import type { Outlook } from "./bulk-kind.ts";
import { BulkImportEntity, type BulkImportRow, type ShownMove, type StockNeed } from "./bulk.entity.ts";
import { laneOf } from "./lane.ts";
import { doers } from "./doers.ts";
import { bulkTopic } from "./find-imports.ts";
import { assertComplete, cellsOf, columnOf, keyOf, refusalOf } from "./row-cells.ts";

const busyMs = 30_000;
const rowsAtOnce = 50;
/** Then it is another one's turn. */
const turnMs = 2_000;

interface Found {
  readonly number: number;
  readonly state: BulkRowState;
  readonly key: string | null;
  readonly code: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: Sentence | null;
  readonly agreed: string | null;
  readonly resultId: string | null;
  readonly move: ShownMove | null;
  readonly lane: string;
}

/** What the rows so far ask for together. */
interface Sums {
  readonly stock: Map<string, StockNeed>;
  readonly money: Map<string, bigint>;
  readonly lanes: Set<string>;
}

/** Sweep: finds out what would come of the rows of a file, some at a time, and writes down nothing but that. */
export async function rehearseImports(system: Context): Promise<number> {
  const now = system.clock.now();
  const [taken] = await system.em.execute<object[]>(
    `update bulk_import set busy_until = ? where id = (select id from bulk_import where state = 'REHEARSING' and busy_until <= ?
       order by served_at nulls first, created_at limit 1 for update skip locked) returning *`,
    [new Date(now.getTime() + busyMs), now],
  );
  if (taken === undefined) return 0;
  const [row] = mapped(system.em, BulkImportEntity, [taken]);
  const until = performance.now() + turnMs;
  let rows = 0;
  let isGoingOn = true;
  while (isGoingOn && performance.now() < until) {
    const done = await rehearseSome(system, row!);
    rows += done.rows;
    isGoingOn = done.isGoingOn;
  }
  await system.em.execute("update bulk_import set busy_until = ?, served_at = ? where id = ? and version = ?", [
    system.clock.now(),
    system.clock.now(),
    row!.id,
    row!.version,
  ]);
  return rows;
}

async function rehearseSome(
  system: Context,
  row: BulkImportRow,
): Promise<{ readonly rows: number; readonly isGoingOn: boolean }> {
  const staged = await system.em.execute<{ number: number; cells: string[] }[]>(
    `select number, cells from bulk_row where import_id = ? and state = 'STAGED' order by number limit ${rowsAtOnce}`,
    [row.id],
  );
  const starter = await asStarter(system, row);
  const [now] = await system.em.execute<{ stock: StockNeed[]; money: Record<string, string>; lanes: string[] }[]>(
    "select stock, money, to_jsonb(lanes) as lanes from bulk_import where id = ?",
    [row.id],
  );
  const sums: Sums = {
    stock: new Map((now?.stock ?? []).map((need) => [need.templateId, need])),
    money: new Map(Object.entries(now?.money ?? {}).map(([currency, micros]) => [currency, BigInt(micros)])),
    lanes: new Set(now?.lanes ?? []),
  };
  const found: Found[] = [];
  const lineOf = new Map<string, number>();
  for (const { number, cells } of staged) {
    found.push(
      starter === null
        ? refused(number, null, { code: "EXCEEDS_RIGHTS", message: say("bulk.noRight") })
        : await rehearseRow(starter, row, { number, raw: cells, sums, lineOf }),
    );
  }
  const isKept = await keep(system, row, found, sums, staged.length < rowsAtOnce);
  return { rows: found.length, isGoingOn: isKept && staged.length === rowsAtOnce };
}

function refused(number: number, key: string | null, what: Partial<Found>): Found {
  const nothing = {
    code: null,
    column: null,
    value: null,
    message: null,
    agreed: null,
    resultId: null,
    move: null,
    lane: "",
  };
  return { ...nothing, number, key, state: "REFUSED", ...what };
}

interface Rehearsed {
  readonly number: number;
  readonly raw: readonly string[];
  readonly sums: Sums;
  /** Of what is in this handful. */
  readonly lineOf: Map<string, number>;
}

async function rehearseRow(
  context: Context,
  row: BulkImportRow,
  { number, raw, sums, lineOf }: Rehearsed,
): Promise<Found> {
  const cells = cellsOf(row, raw);
  const key = keyOf(row, cells);
  try {
    assertComplete(row, cells);
    const before = lineOf.get(key) ?? (await lineBefore(context, row.id, key, number));
    if (before !== null) return refused(number, key, { code: "TAKEN", message: saidTwice(row, before) });
    lineOf.set(key, number);
    const known = await doneBefore(context, row, key);
    if (known !== null) return refused(number, key, { state: "UNCHANGED", resultId: known.resultId });
    const outlook = await doers[row.kind].rehearse(context, cells);
    if (outlook.isUnchanged === true) return refused(number, key, { state: "UNCHANGED" });
    const short = await count(context, row, outlook, sums);
    if (short !== null) {
      const message = say("bulk.stock", { template: short.label, available: short.available });
      return refused(number, key, { code: "NOT_AVAILABLE", message });
    }
    const { agreed = null, move = null, connectors = [] } = outlook;
    const lane = laneOf(connectors);
    sums.lanes.add(lane);
    return refused(number, key, { state: "READY", agreed, move, lane });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    const column = columnOf(row, refusal.path);
    const value = column === null ? null : (cells[column]?.slice(0, 200) ?? null);
    return refused(number, key, { code: refusal.code, message: refusal.message, column, value });
  }
}

/** Where rows have a reference of their own, two that say the same may both be meant. */
function saidTwice({ kind }: BulkImportRow, before: number): Sentence {
  const hasReference = bulkColumns[kind].some(({ key }) => key === "reference");
  return say(hasReference ? "bulk.rowTwice" : "bulk.sameRow", { row: before });
}

async function lineBefore({ em }: Context, id: string, key: string, number: number): Promise<number | null> {
  const [row] = await em.execute<{ number: number }[]>(
    "select number from bulk_row where import_id = ? and key = ? and number < ? order by number limit 1",
    [id, key, number],
  );
  return row?.number ?? null;
}

async function doneBefore(
  { em }: Context,
  { path }: BulkImportRow,
  key: string,
): Promise<{ resultId: string | null } | null> {
  const [row] = await em.execute<{ resultId: string | null }[]>(
    `select result_id as "resultId" from bulk_row where path = ? and key = ? and is_claimed`,
    [path, key],
  );
  return row ?? null;
}

/** The stock of which a row would take more than there is, which then counts for nothing; else null. */
async function count(
  context: Context,
  { rowCount }: BulkImportRow,
  { needs = [], money = null }: Outlook,
  { stock, money: sum }: Sums,
): Promise<StockNeed | null> {
  const wanted = new Map(stock);
  for (const { template, path } of needs) {
    const { id: templateId, label } = template;
    const known = wanted.get(templateId) ?? {
      templateId,
      label,
      needed: 0,
      available: await countFree(context, templateId, path, rowCount * needs.length),
    };
    if (!stock.has(templateId)) stock.set(templateId, known);
    wanted.set(templateId, { ...known, needed: known.needed + 1 });
  }
  const short = [...wanted.values()].find(({ needed, available }) => needed > available) ?? null;
  if (short !== null) return short;
  for (const [templateId, need] of wanted) stock.set(templateId, need);
  if (money !== null) sum.set(money.currency, (sum.get(money.currency) ?? 0n) + money.micros);
  return null;
}

async function countFree({ em }: Context, templateId: string, path: string, max: number): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from inventory_item i
       where i.template_id = ? and i.path = ? and ${isFreeSql} limit ?) free`,
    [templateId, path, max],
  );
  return row?.count ?? 0;
}

/** Whether it was still the same plan that was rehearsed. */
function keep(system: Context, row: BulkImportRow, found: readonly Found[], sums: Sums, isLast: boolean) {
  return transaction(system, async (tx) => {
    const money = Object.fromEntries([...sums.money].map(([currency, micros]) => [currency, String(micros)]));
    const kept = await tx.em.execute<unknown[]>(
      `update bulk_import set stock = ?::jsonb, money = ?::jsonb, lanes = ?::text[], state = ?, busy_until = ?
       where id = ? and version = ? and state = 'REHEARSING' returning 1`,
      [
        JSON.stringify([...sums.stock.values()]),
        JSON.stringify(money),
        arrayText([...sums.lanes]),
        isLast ? "REHEARSED" : "REHEARSING",
        new Date(tx.clock.now().getTime() + busyMs),
        row.id,
        row.version,
      ],
    );
    if (kept.length === 0) return false;
    await tx.em.execute(
      `update bulk_row r set state = f.state, key = f.key, code = f.code, "column" = f."column", value = f.value,
         message = f.message, agreed = f.agreed, result_id = f."resultId", move = f.move, lane = f.lane
       from jsonb_to_recordset(?::jsonb) as f(number int, state text, key text, code text, "column" text, value text,
         message jsonb, agreed text, "resultId" text, move jsonb, lane text)
       where r.import_id = ? and r.number = f.number and r.state = 'STAGED'`,
      [JSON.stringify(found), row.id],
    );
    tx.announce({ topic: bulkTopic(row.id), path: row.path, sequence: row.version });
    return true;
  });
}
