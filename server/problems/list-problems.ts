import { idToSearch } from "@tierline/shared/id.ts";
import type { ProblemState } from "@tierline/shared/problem-state.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { ProblemEntity } from "./problem.entity.ts";
import { findProblem, problemTopic } from "./problem-rows.ts";
import { toProblem, type ProblemType } from "./problem.type.ts";

export interface ProblemFilter {
  readonly state?: readonly ProblemState[] | null | undefined;
  /** The API's id. */
  readonly customerId?: string | null | undefined;
}

export interface ProblemPage extends Page<ProblemType> {
  readonly totalCount: TotalCountType;
}

/** Those of one's tier, newest first. */
export async function listProblems({ em }: Context, filter: ProblemFilter, request: PageRequest): Promise<ProblemPage> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const conditions: [sql: string, value: unknown][] = [];
  if (filter.state != null) conditions.push(["p.state in (?)", filter.state]);
  if (filter.customerId != null) conditions.push(["p.customer_id = ?", idToSearch("cus", filter.customerId)]);
  const where = (all: typeof conditions) => ["true", ...all.map(([sql]) => sql)].join(" and ");
  const values = (all: typeof conditions) => all.map(([, value]) => value);
  const paged: typeof conditions = after === null ? conditions : [...conditions, ["p.id < ?", after]];
  const rows = await em.execute<object[]>(
    `select p.* from problem p where ${where(paged)} order by p.id desc limit ${first + 1}`,
    values(paged),
  );
  const [counted] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from problem p where ${where(conditions)} limit ${countLimit}) counted`,
    values(conditions),
  );
  const problems = mapped(em, ProblemEntity, rows).map(toProblem);
  return { ...pageOf(problems, first, ({ row }) => [row.id]), totalCount: toTotalCount(counted?.count ?? 0) };
}

/** The problem at once and after every change: states rather than deltas, so that a broken connection loses nothing. */
export async function* watchProblem(
  context: Context,
  id: string | null,
  signal: AbortSignal,
): AsyncGenerator<ProblemType> {
  if (id === null) throw notFound();
  const changes = context.changes.subscribe(problemTopic(id), signal); // before the first look, so that nothing falls between
  const first = await findProblem(context, id);
  if (first === null) throw notFound();
  yield toProblem(first);
  for await (const _ of changes) {
    require(context, "problem.view"); // at each push again
    const problem = await findProblem(context, id);
    if (problem === null) return;
    yield toProblem(problem);
  }
}
