import { idToSearch } from "@tierline/shared/id.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context, RequestContext } from "../kernel/context.ts";
import { groupBy, loader } from "../kernel/loaders.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import type { RunKind } from "./run.entity.ts";
import { toRun, type ProvisioningRunType, type RunErrorGroupType } from "./run.type.ts";
import { toRunViewWithoutTasks } from "./run-row.ts";

export interface RunFilter {
  readonly state?: readonly RunState[] | null;
  readonly kind?: RunKind | null;
  readonly playbookKey?: string | null;
  /** External ids. */
  readonly customerId?: string | null;
  readonly serviceId?: string | null;
  readonly errorCode?: string | null;
  readonly isMine?: boolean | null;
  readonly search?: string | null;
}

export interface RunQuery extends PageRequest {
  readonly filter?: RunFilter | null | undefined;
}

/** A page, and what is said of the whole list to whoever asks for it. */
export interface RunPage extends Page<ProvisioningRunType> {
  countAll(): Promise<TotalCountType>;
  errorGroups(): Promise<RunErrorGroupType[]>;
}

interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const groupsMax = 20;
/** Newest first. */
export async function listRuns(context: Context, query: RunQuery): Promise<RunPage> {
  const first = checkedFirst(query);
  const where = all(conditionsOf(context, query.filter ?? {}));
  const runs = await pageRows(context, all([where, afterOf(query)]), first);
  return {
    ...pageOf(runs, first, ({ view }) => [view.id]),
    countAll: () => countRuns(context, where),
    errorGroups: () => errorGroups(context, where),
  };
}

/** The runs of one customer or service. Batched: a page of parents costs one statement, not one each. */
export async function runsOf(
  request: RequestContext,
  parent: { readonly column: "customer_id" | "service_id"; readonly id: string },
  query: PageRequest,
): Promise<RunPage> {
  const first = checkedFirst(query);
  const after = decodeIdCursor(query);
  const page = await pageByParent(request).load(JSON.stringify({ ...parent, first, after }));
  const context = request as Context; // a field of something that only a viewer can reach
  const where: Condition = { sql: `r.${parent.column} = ?`, params: [parent.id] };
  return {
    ...(page ?? pageOf<ProvisioningRunType>([], first, () => [])),
    countAll: () => countRuns(context, where),
    errorGroups: () => errorGroups(context, where),
  };
}

interface AskedPage {
  readonly column: "customer_id" | "service_id";
  readonly id: string;
  readonly first: number;
  readonly after: string | null;
}

const pageByParent = loader<string, Page<ProvisioningRunType>>(async ({ em }, keys) => {
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as AskedPage) }));
  const pages = new Map<string, Page<ProvisioningRunType>>();
  for (const group of groupBy(asked, ({ column, first, after }) => `${column} ${first} ${after}`).values()) {
    const { column, first, after } = group[0]!; // a group is never empty
    const rows = await em.execute<{ parent: string; run: unknown }[]>(
      `select asked.id as parent, row_to_json(newest) as run from json_array_elements_text(?::json) as asked (id)
       cross join lateral (
         select r.* from provisioning_run r
         where r.${column} = asked.id::uuid and (?::uuid is null or r.id < ?::uuid) order by r.id desc limit ?
       ) newest`,
      [JSON.stringify(group.map(({ id }) => id)), after, after, first + 1],
    );
    const byParent = groupBy(rows, ({ parent }) => parent);
    for (const { key, id } of group) {
      const runs = (byParent.get(id) ?? []).map(({ run }) => toRun(toRunViewWithoutTasks(run)));
      pages.set(
        key,
        pageOf(runs, first, ({ view }) => [view.id]),
      );
    }
  }
  return pages;
});

async function pageRows({ em }: Context, where: Condition, first: number): Promise<ProvisioningRunType[]> {
  const rows = await em.execute<{ run: unknown }[]>(
    `select row_to_json(r) as run from provisioning_run r where ${where.sql} order by r.id desc limit ${first + 1}`,
    [...where.params],
  );
  return rows.map(({ run }) => toRun(toRunViewWithoutTasks(run)));
}

async function countRuns({ em }: Context, where: Condition): Promise<TotalCountType> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from provisioning_run r where ${where.sql} limit ${countLimit}) counted`,
    [...where.params],
  );
  return toTotalCount(row?.count ?? 0);
}

/** The failures among them by cause, most frequent first. */
async function errorGroups({ em }: Context, where: Condition): Promise<RunErrorGroupType[]> {
  const groups = await em.execute<(Omit<RunErrorGroupType, "latestAt"> & { latestAt: string })[]>(
    `select r.error->>'code' as code, (array_agg(r.error->'message' order by r.finished_at desc, r.id desc))[1] as message,
            (array_agg(t.connector order by r.finished_at desc, r.id desc))[1] as connector, count(*)::int as count,
            max(r.finished_at) as "latestAt"
     from provisioning_run r left join provisioning_task t on t.run_id = r.id and t.key = r.error->>'taskKey'
     where ${where.sql} and r.state in ('FAILED', 'ROLL_BACK_FAILED') and r.error is not null
     group by 1 order by count(*) desc, 1 limit ${groupsMax}`,
    [...where.params],
  );
  return groups.map((group) => ({ ...group, latestAt: new Date(group.latestAt) })); // raw SQL answers text
}

function conditionsOf({ viewer }: Context, filter: RunFilter): Condition[] {
  const { state, kind, playbookKey, customerId, serviceId, errorCode, isMine, search } = filter;
  const failed = "r.state in ('FAILED', 'ROLL_BACK_FAILED')";
  return [
    state == null ? everything : state.length === 0 ? nothing : { sql: "r.state in (?)", params: [state] },
    kind == null ? everything : { sql: "r.kind = ?", params: [kind] },
    playbookKey == null ? everything : { sql: "r.playbook_key = ?", params: [playbookKey] },
    customerId == null ? everything : { sql: "r.customer_id = ?", params: [idToSearch("cus", customerId)] },
    serviceId == null ? everything : { sql: "r.service_id = ?", params: [idToSearch("svc", serviceId)] },
    errorCode == null ? everything : { sql: `${failed} and r.error->>'code' = ?`, params: [errorCode] },
    isMine === true ? { sql: "r.started_by_id = ?", params: [viewer.userId] } : everything,
    search == null ? everything : searchCondition(search),
  ];
}

/** A sentence is searched by what is put into it, which is the same in every language. */
const titleSql =
  "case jsonb_typeof(r.title) when 'string' then r.title #>> '{}' else jsonb_path_query_array(r.title, '$.values.*')::text end";

/** A number finds the run of that number; words are all parts of the title. */
function searchCondition(search: string): Condition {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const [number] = words.length === 1 ? (/^#?(\d{1,9})$/.exec(words[0] ?? "")?.slice(1) ?? []) : [];
  const title = all(words.map((word) => ({ sql: `position(? in lower(${titleSql})) > 0`, params: [word] })));
  if (number === undefined) return title;
  return { sql: `(r.number = ? or (${title.sql}))`, params: [Number(number), ...title.params] };
}

function afterOf(query: PageRequest): Condition {
  const after = decodeIdCursor(query);
  return after === null ? everything : { sql: "r.id < ?", params: [after] };
}

const everything: Condition = { sql: "true", params: [] };
const nothing: Condition = { sql: "false", params: [] };

function all(conditions: readonly Condition[]): Condition {
  const needed = conditions.filter((condition) => condition !== everything);
  if (needed.length === 0) return everything;
  return { sql: needed.map(({ sql }) => sql).join(" and "), params: needed.flatMap(({ params }) => params) };
}
