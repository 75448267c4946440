import { decodeId, idToSearch } from "@tierline/shared/id.ts";
import { reviewMs, type ScreeningCaseState } from "@tierline/shared/screening.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { ScreeningCaseEntity } from "./screening.entity.ts";
import { screeningTopic } from "./screening-topic.ts";
import { findCase } from "./screening-rows.ts";
import { toScreeningCase, type ScreeningCaseType } from "./screening-case.type.ts";

export interface CaseFilter {
  readonly state?: readonly ScreeningCaseState[] | null | undefined;
  readonly isOverdue?: boolean | null | undefined;
  /** The API's ids. */
  readonly ownerId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
}

export interface CasePage extends Page<ScreeningCaseType> {
  readonly totalCount: TotalCountType;
}

const overdueSql = "k.state in ('OPEN', 'CONFIRMING') and k.opened_at < ?";

/** Those of one's tier, the oldest first, because they wait the longest. */
export async function listCases(context: Context, filter: CaseFilter, request: PageRequest): Promise<CasePage> {
  const { em } = context;
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const conditions: [sql: string, value: unknown][] = [];
  if (filter.state != null) conditions.push(["k.state in (?)", filter.state]);
  if (filter.isOverdue != null) {
    conditions.push([filter.isOverdue ? overdueSql : `not (${overdueSql})`, overdueBefore(context)]);
  }
  if (filter.ownerId != null) conditions.push(["k.owner_id = ?", idToSearch("usr", filter.ownerId)]);
  if (filter.customerId != null) conditions.push(["k.customer_id = ?", idToSearch("cus", filter.customerId)]);
  const where = (all: typeof conditions) => ["true", ...all.map(([sql]) => sql)].join(" and ");
  const values = (all: typeof conditions) => all.map(([, value]) => value);
  const paged: typeof conditions = after === null ? conditions : [...conditions, ["k.id > ?", after]];
  const rows = await em.execute<object[]>(
    `select k.* from screening_case k where ${where(paged)} order by k.id limit ${first + 1}`,
    values(paged),
  );
  const [counted] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from screening_case k where ${where(conditions)} limit ${countLimit}) c`,
    values(conditions),
  );
  const now = context.clock.now();
  const cases = mapped(em, ScreeningCaseEntity, rows).map((row) => toScreeningCase(row, now));
  return { ...pageOf(cases, first, ({ row }) => [row.id]), totalCount: toTotalCount(counted?.count ?? 0) };
}

function overdueBefore({ clock }: Context): Date {
  return new Date(clock.now().getTime() - reviewMs);
}

export interface ScreeningFigures {
  readonly undecided: number;
  readonly overdue: number;
  /** Of the cases that were decided in the last 30 days, from opening to decision; null where none was. */
  readonly medianMinutes: number | null;
}

/** C19: of one's tier. */
export async function screeningFigures(context: Context): Promise<ScreeningFigures> {
  const since = new Date(context.clock.now().getTime() - 30 * 24 * 3_600_000);
  const [row] = await context.em.execute<{ undecided: number; overdue: number; median: number | null }[]>(
    `select count(*) filter (where k.state in ('OPEN', 'CONFIRMING'))::int as undecided,
       count(*) filter (where ${overdueSql})::int as overdue,
       round(percentile_cont(0.5) within group (order by extract(epoch from k.decided_at - k.opened_at) / 60)
         filter (where k.decided_at >= ? and k.state in ('APPROVED', 'NON_COMPLIANT')))::int as median
     from screening_case k`,
    [overdueBefore(context), since],
  );
  return { undecided: row?.undecided ?? 0, overdue: row?.overdue ?? 0, medianMinutes: row?.median ?? null };
}

/** The case at once and after every change: whole states, so that a broken connection loses nothing. */
export async function* watchCase(
  context: Context,
  apiId: string,
  signal: AbortSignal,
): AsyncGenerator<ScreeningCaseType> {
  const id = decodeId("scc", apiId);
  const known = id === null ? null : await findCase(context, id);
  if (id === null || known === null) throw notFound();
  const changes = context.changes.subscribe(screeningTopic(known.customer), signal); // before the look that is told
  const first = await findCase(context, id);
  if (first === null) throw notFound();
  yield toScreeningCase(first, context.clock.now());
  for await (const _ of changes) {
    require(context, "screening.view"); // at each push again
    const row = await findCase(context, id);
    if (row === null) return;
    yield toScreeningCase(row, context.clock.now());
  }
}
