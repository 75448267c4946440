import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { InventoryTemplateEntity, type InventoryTemplateRow } from "./template.entity.ts";

/** What the viewer's tier and those below it keep and what it may use from above, by key. */
export async function listTemplates(
  { em }: Pick<Context, "em">,
  page: PageRequest,
): Promise<Page<InventoryTemplateRow>> {
  const first = checkedFirst(page);
  const after = decodeCursor(page, 2);
  const beyond = after === null ? "" : `where (key collate "C", id::text) > (?, ?)`;
  const rows = await em.execute<object[]>(
    `select * from inventory_template ${beyond} order by key collate "C", id::text limit ?`,
    [...(after ?? []).map(String), first + 1],
  );
  return pageOf(mapped(em, InventoryTemplateEntity, rows), first, ({ key, id }) => [key, id]);
}

export async function countTemplates({ em }: Pick<Context, "em">): Promise<TotalCountType> {
  const [row] = await em.execute<{ count: number }[]>(
    "select count(*)::int as count from (select 1 from inventory_template limit ?) counted",
    [countLimit],
  );
  return toTotalCount(row?.count ?? 0);
}
