import pg from "pg";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { listItems } from "../../server/inventory/list-items.ts";
import { readItemQuestion } from "../../server/inventory/item-question.ts";
import { InventoryTemplateEntity } from "../../server/inventory/template.entity.ts";
import type { Context } from "../../server/kernel/context.ts";
import { rootPath, tierVariables } from "../../server/kernel/viewer.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";

const { acme } = resellersOfTests;
const pageSize = 50;
const deepPage = 2_000;
const callsPerRound = 60;

/** P4: the picker over many numbers, three of ten free: the first page, page 2,000, and what begins or ends with digits. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const items = size ?? 30_000;
  const depth = Math.min(deepPage, Math.floor((items * 0.3) / pageSize) - 1);
  console.log(`P4 picker: ${items} items, 30 % free; pages of ${pageSize}; the deep page is number ${depth}`);
  const ground = await openGround();
  const templateId = await plantStock(ground, items, seed);
  const context = ground.at(acme.path);
  const best = await bestSql(ground, templateId);
  const shallow = await page(context, templateId, null);
  if (JSON.stringify(shallow.nodes.map(({ id }) => id)) !== JSON.stringify(await best.first())) {
    throw new Error("The picker and the best SQL do not show the same page.");
  }
  for (const search of ["+4477000", "12"]) {
    if ((await page(context, templateId, null, search)).nodes.length === 0)
      throw new Error(`Nothing found by ${search}.`);
  }
  let after = shallow.pageInfo.endCursor ?? null;
  for (let at = 2; at < depth; at += 1) after = (await page(context, templateId, after)).pageInfo.endCursor ?? null;
  const deep = () => page(context, templateId, after);
  const contestants: Contestant[] = [
    { name: "Tierline, first page", round: () => repeat(() => page(context, templateId, null)) },
    { name: "best SQL, first page", round: () => repeat(best.first) },
    { name: `Tierline, page ${depth}`, round: () => repeat(deep) },
    {
      name: "Tierline, begins with +4477000",
      round: () => repeat(() => page(context, templateId, null, "+4477000")),
    },
    { name: "Tierline, ends with 12", round: () => repeat(() => page(context, templateId, null, "12")) },
  ];
  const names = contestants.map(({ name }) => name) as [string, string, string, string, string];
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, contestants, rounds);
    tell(samples, "page");
    tellRatio(samples, "first page: best SQL = 1, ours (target at most 2)", [names[1], names[0]]);
    tellRatio(samples, `page ${depth} / page 1 (target at most 1.2)`, [names[0], names[2]]);
    tellRatio(samples, "ends with / begins with (target 1)", [names[3], names[4]]);
  });
  await best.close();
  await ground.close();
}

async function repeat(call: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < callsPerRound; count += 1) await call();
  return callsPerRound;
}

/** Everything that the API does for it below GraphQL: the template, what I have set aside, the page. */
export async function page(context: Context, templateId: string, after: string | null, search: string | null = null) {
  const question = { templateId: encodeId("tpl", templateId), isAvailable: true };
  return listItems(context, await readItemQuestion(context, question, search), { first: pageSize, after });
}

/** Numbers of one template, three of ten free; the fraction of a hash decides, the same for the same seed. */
export async function plantStock(ground: Ground, count: number, seed: number): Promise<string> {
  const { em } = ground.at(rootPath);
  const [id, createdAt] = [newId(), new Date()];
  await em.insert(InventoryTemplateEntity, {
    id,
    path: acme.path,
    key: `bench-${id}`,
    label: "Number",
    identifierKind: "PHONE_NUMBER",
    releasePolicy: "QUARANTINE",
    quarantineDays: 30,
    checksLuhn: false,
    lowStockThreshold: 2,
    createdAt,
    version: 1,
  });
  await withoutIndexes(ground, "inventory_item", () =>
    ground.rows(
      `with item as (
         select '+4477' || lpad(n::text, 8, '0') as identifier,
           (hashint8extended(n, $2) & 2147483647) / 2147483648.0::float8 < 0.3 as is_free from generate_series(0, $1::int - 1) n)
       insert into inventory_item (id, path, template_id, label, identifier_kind, identifier, identifier_reversed, label_key,
         label_reversed, state, created_at, version)
       select uuidv7(), $3, $4, identifier, 'PHONE_NUMBER', identifier, reverse(identifier), identifier, reverse(identifier),
         case when is_free then 'IN_STOCK' else 'ASSIGNED' end, $5, 1 from item`,
      [count, seed, acme.path, id, createdAt],
    ),
  );
  await ground.rows("vacuum analyze inventory_item");
  return id;
}

/** Many rows come in sooner when the indexes that guard nothing are made after them. */
export async function withoutIndexes(ground: Ground, table: string, work: () => Promise<unknown>): Promise<void> {
  const indexes = await ground.rows<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid = $1::regclass and not indisunique`,
    [table],
  );
  for (const { name } of indexes) await ground.rows(`drop index ${name}`);
  await work();
  for (const { made } of indexes) await ground.rows(made);
}

/** One prepared statement on a session that already is in its tier. */
async function bestSql(ground: Ground, templateId: string) {
  const client = new pg.Client({ connectionString: ground.url });
  await client.connect();
  for (const [name, value] of Object.entries(tierVariables(acme.path))) {
    await client.query("select set_config($1, $2, false)", [name, value]);
  }
  const { rows } = await client.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where indexname = 'inventory_item_free'",
  );
  const condition = rows[0]?.indexdef.split(" WHERE ")[1] ?? "true"; // the partial index of what is free
  const text = `select * from inventory_item where template_id = $1 and path = $2 and ${condition}
    order by identifier, id limit ${pageSize + 1}`;
  return {
    async first(): Promise<string[]> {
      const found = await client.query<{ id: string }>({ name: "best", text, values: [templateId, acme.path] });
      return found.rows.slice(0, pageSize).map(({ id }) => id);
    },
    close: () => client.end(),
  };
}
