import { inventoryItemStates } from "@tierline/shared/inventory-item-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type CursorKey, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { prepared } from "../kernel/tier-connection.ts";
import { inOrder, stockCountMax, type StateCount } from "./availability.ts";
import type { ItemQuery, Stage } from "./item-query.ts";
import { itemColumns, toItem, type Item, type RawItem } from "./item.ts";
import { and, either, part, type Part } from "./sql-part.ts";

type Found = RawItem & { readonly stage: number; readonly sort0: string; readonly sort1: string };

/** A page over the stages one after the other, each from an index: the last page costs what the first does. */
export async function listItems({ em }: Pick<Context, "em">, query: ItemQuery, page: PageRequest): Promise<Page<Item>> {
  const first = checkedFirst(page);
  const after = placeOf(page, query);
  const parts = query.stages.flatMap((stage, index) =>
    index < (after?.stage ?? 0)
      ? []
      : [{ index, ...rowsOfStage(stage, query.scopes, { index, after, limit: first + 1 }) }],
  );
  const text = pageOverStages(parts, first + 1);
  const params = parts.flatMap((each) => each.params);
  const rows = query.isPicker ? await prepared<Found>(em, text, params) : await em.execute<Found[]>(text, params);
  const found = pageOf(rows, first, (row): CursorKey => [row.stage, row.sort0, row.sort1, row.id]);
  const items = new Map(rows.map(({ stage: _stage, sort0: _sort0, sort1: _sort1, ...row }) => [row.id, toItem(row)]));
  const itemOf = (row: Found) => items.get(row.id) as Item; // made from these very rows
  return {
    edges: found.edges.map(({ cursor, node }) => ({ cursor, node: itemOf(node) })),
    nodes: found.nodes.map(itemOf),
    pageInfo: found.pageInfo,
  };
}

/** A stage is read only where those before it leave room: what nobody will see is not looked for. */
function pageOverStages(stages: readonly (Part & { readonly index: number })[], limit: number): string {
  const names = stages.map(({ index }) => `stage${index}`);
  const roomAfter = (before: readonly string[]) =>
    before.length === 0 ? "true" : `${before.map((name) => `(select count(*) from ${name})`).join(" + ")} < ${limit}`;
  const parts = stages.map(
    ({ text }, at) => `${names[at]} as (select * from (${text}) read where ${roomAfter(names.slice(0, at))})`,
  );
  return `with ${parts.join(", ")}
    select * from (${names.map((name) => `select * from ${name}`).join(" union all ")}) found
    order by stage, sort0 collate "C", sort1 collate "C", id limit ${limit}`;
}

interface Place {
  readonly stage: number;
  readonly sorts: readonly string[];
  readonly id: string;
}

interface Slice {
  readonly index: number;
  readonly after: Place | null;
  readonly limit: number;
}

function rowsOfStage({ columns, condition }: Stage, scopes: readonly Part[], { index, after, limit }: Slice): Part {
  const names = columns.map((column) => `i.${column}`);
  const beyond =
    after?.stage === index
      ? part(
          `(${[...names, "i.id"].join(", ")}) > (${names.map(() => "?").join(", ")}, ?::uuid)`,
          ...after.sorts.slice(0, names.length),
          after.id,
        )
      : null;
  const wheres = scopes.map((scope) => and(scope, condition, beyond));
  const select = `select ${itemColumns}, ${index} as stage, ${names[0]} as sort0, ${names[1] ?? "''"} as sort1 from inventory_item i`;
  const order = `order by ${names.join(", ")}, i.id limit ${limit}`;
  return {
    text: wheres.map(({ text }) => `(${select} where ${text} ${order})`).join(" union all "),
    params: wheres.flatMap(({ params }) => params),
  };
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(page: PageRequest, { stages }: ItemQuery): Place | null {
  const key = decodeCursor(page, 4);
  if (key === null) return null;
  const [stage, sort0, sort1, id] = key;
  const isStage = typeof stage === "number" && Number.isInteger(stage) && stage >= 0 && stage < stages.length;
  if (
    isStage &&
    typeof sort0 === "string" &&
    typeof sort1 === "string" &&
    typeof id === "string" &&
    uuidPattern.test(id)
  ) {
    return { stage, sorts: [sort0, sort1], id };
  }
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

export async function countItems({ em }: Pick<Context, "em">, { scopes, stages }: ItemQuery): Promise<TotalCountType> {
  const matches = either(...stages.map((stage) => stage.condition));
  const selects = scopes.map((scope) => and(scope, matches));
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (
       ${selects.map(({ text }) => `select 1 from inventory_item i where ${text}`).join(" union all ")} limit ?) counted`,
    [...selects.flatMap(({ params }) => params), countLimit],
  );
  return toTotalCount(row?.count ?? 0);
}

/** How many there are in each state, whether or not they can be picked: what an empty picker shows (O43). */
export async function countItemsByState({ em }: Pick<Context, "em">, { countScope }: ItemQuery): Promise<StateCount[]> {
  const states = inventoryItemStates.map((state) => `('${state}')`).join(", ");
  const rows = await em.execute<StateCount[]>(
    `select s.state, (select count(*)::int from (select 1 from inventory_item i
       where ${countScope.text} and i.state = s.state limit ?) counted) as count
     from (values ${states}) s(state)`,
    [...countScope.params, stockCountMax],
  );
  return inOrder(rows);
}
