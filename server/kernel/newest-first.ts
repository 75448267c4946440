import type { EntityName, FilterQuery } from "@mikro-orm/core";
import type { Context } from "./context.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "./paging.ts";

interface Row {
  readonly id: string;
}

/** A page of what is visible and meets the condition, newest first: ids are given out in the order of time. */
export async function newestFirst<Entity extends Row, Node extends { readonly row: Row }>(
  { em }: Pick<Context, "em">,
  entity: EntityName<Entity>,
  where: FilterQuery<Entity>,
  request: PageRequest,
  toNode: (row: Entity) => Node,
): Promise<Page<Node>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  // Of an entity that is not known here the ORM's types cannot tell that it has an id.
  const condition = (after === null ? where : { ...(where as object), id: { $lt: after } }) as FilterQuery<Entity>;
  const options = { disableIdentityMap: true, orderBy: { id: "desc" } as never, limit: first + 1 };
  const rows = (await em.find(entity, condition, options)) as Entity[];
  return pageOf(rows.map(toNode), first, ({ row }) => [row.id]);
}
