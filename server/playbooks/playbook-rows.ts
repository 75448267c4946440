import { countLimit } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import {
  PlaybookEntity,
  PlaybookVersionEntity,
  type PlaybookRow,
  type PlaybookVersionRow,
} from "../provisioning/playbook.entity.ts";
import { toPlaybook, type PlaybookType } from "./playbook.type.ts";

/** Versions shown of one playbook, newest first. */
const versionsMax = 100;

/** The playbook of that key which a run in the viewer's tier would take: of the nearest tier that has one. */
export async function findPlaybook(
  { em, viewer }: Pick<Context, "em" | "viewer">,
  key: string,
): Promise<PlaybookRow | null> {
  const rows = await em.execute<object[]>(
    "select * from playbook where key = ? and starts_with(?, path) order by length(path) desc limit 1",
    [key, viewer.path],
  );
  return mapped(em, PlaybookEntity, rows)[0] ?? null;
}

export async function findPlaybooks({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<PlaybookRow[]> {
  if (ids.length === 0) return [];
  return mapped(em, PlaybookEntity, await em.execute<object[]>("select * from playbook where id in (?)", [ids]));
}

export async function findVersions({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<PlaybookVersionRow[]> {
  if (ids.length === 0) return [];
  return mapped(
    em,
    PlaybookVersionEntity,
    await em.execute<object[]>("select * from playbook_version where id in (?)", [ids]),
  );
}

/** By key. */
export async function listPlaybooks({ em }: Pick<Context, "em">, query: PageRequest): Promise<Page<PlaybookType>> {
  const first = checkedFirst(query);
  const [key = null, id = null] = decodeCursor(query, 2) ?? [];
  const rows = await em.execute<object[]>(
    `select * from playbook where ?::text is null or (key, id::text) > (?::text, ?::text) order by key, id::text limit ${first + 1}`,
    [key, key, id],
  );
  return pageOf(mapped(em, PlaybookEntity, rows).map(toPlaybook), first, ({ row }) => [row.key, row.id]);
}

export async function countPlaybooks({ em }: Pick<Context, "em">): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from playbook limit ${countLimit}) counted`,
  );
  return row?.count ?? 0;
}

export const playbookById = loader<string, PlaybookType>(
  async (context, ids) => new Map((await findPlaybooks(context, ids)).map((row) => [row.id, toPlaybook(row)])),
);

export const versionsOf = listLoader<string, PlaybookVersionRow>(async ({ em }, playbookIds) => {
  const rows = await em.execute<object[]>(
    `select newest.* from json_array_elements_text(?::json) as asked (id) cross join lateral (
       select * from playbook_version v where v.playbook_id = asked.id::uuid order by v.number desc limit ${versionsMax}
     ) newest`,
    [JSON.stringify(playbookIds)],
  );
  return groupBy(mapped(em, PlaybookVersionEntity, rows), (row) => row.playbook);
});

/** How many offerings of the viewer's tiers are provisioned by it. */
export const offeringCountOf = loader<string, number>(async ({ em }, playbookIds) => {
  const rows = await em.execute<{ playbook_id: string; count: number }[]>(
    "select playbook_id, count(*)::int as count from offering where playbook_id in (?) group by 1",
    [playbookIds],
  );
  return new Map(rows.map((row) => [row.playbook_id, row.count]));
});

/** Of runs, by the version they are pinned to. */
export const playbookOfVersion = loader<string, PlaybookType>(async ({ em }, versionIds) => {
  const rows = await em.execute<{ version_id: string }[]>(
    "select v.id as version_id, p.* from playbook_version v join playbook p on p.id = v.playbook_id where v.id in (?)",
    [versionIds],
  );
  const playbooks = mapped(em, PlaybookEntity, rows);
  return new Map(rows.map((row, index) => [row.version_id, toPlaybook(playbooks[index]!)])); // one for each row
});
