import { tokensOf } from "../../server/customers/tokens.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";
import { withoutIndexes } from "./p4-picker.ts";

export interface Seller {
  readonly id: string;
  readonly path: string;
}

/** A customer that was planted, for making up what one types to find it. */
export interface Planted {
  readonly first: string;
  readonly last: string;
  readonly phone: string;
}

const syllables =
  "an be cor da el fi gra ha ir jo ka lu mo ne os pa qui ro sa ti ur ve wo xi ya zo smi th son ber".split(" ");
const sampleSize = 5_000;

/**
 * So many customers, set-wise: names of syllables and sellers early in the list more often; one phone in ten is French.
 * What the product would derive from them (tokens) is made in SQL too, and compared with the product's for a sample.
 */
export async function plantCustomers(
  ground: Ground,
  count: number,
  seed: number,
  sellers: readonly Seller[] = [resellersOfTests.acme],
): Promise<Planted[]> {
  await ground.rows(plantStatement, [
    count,
    seed,
    sellers.map(({ id }) => id),
    sellers.map(({ path }) => path),
    syllables,
  ]);
  await ground.rows(
    `insert into counter (path, kind, value) select r.path, 'customer', max(c.number)
     from customer c join reseller r on r.id = c.reseller_id group by r.path
     on conflict (path, kind) do update set value = excluded.value`,
  );
  await plantTokens(ground);
  return sampleOf(ground);
}

/** In the order of the key. */
async function plantTokens(ground: Ground): Promise<void> {
  await withoutIndexes(ground, "customer_token", () =>
    ground.rows(
      `insert into customer_token (path, token, number)
       select left(path, -length(number::text) - 2), token, number
       from customer cross join unnest(tokens) as token order by 1, 2 on conflict do nothing`,
    ),
  );
  await ground.rows("vacuum analyze customer");
  await ground.rows("vacuum analyze customer_token");
}

async function sampleOf(ground: Ground): Promise<Planted[]> {
  const rows = await ground.rows<{ name: string; email: string; phone: string; tokens: string[] }>(
    "select name, email, phone, tokens from customer order by id desc limit $1",
    [sampleSize],
  );
  for (const row of rows) {
    const expected = tokensOf({ ...row, homeCountry: "GB" });
    if (expected.toSorted().join() !== row.tokens.toSorted().join())
      throw new Error(`Not the tokens of ${row.name}: ${row.tokens.join()}, but ${expected.join()}.`);
  }
  return rows.map(({ name, phone }) => {
    const [first = "", last = ""] = name.split(" ");
    return { first, last, phone };
  });
}

// The fraction of a hash stands for a random number: the same for the same seed, in whatever order rows are made.
const plantStatement = `
  with row as (
    select n, array(select (hashint8extended(n, $2 * 100 + k) & 2147483647) / 2147483648.0::float8 from generate_series(0, 6) k) as x
    from generate_series(1, $1::bigint) n
  ), made as (
    select n, 1 + floor(cardinality($3::uuid[]) * x[1] ^ 3)::int as seller, x[7] < 0.1 as is_french,
      syllable(x[2]) || syllable(x[3]) as first, syllable(x[4]) || syllable(x[5]) || syllable(x[6]) as last
    from row
  ), numbered as (
    select *, ($3::uuid[])[seller] as reseller_id, ($4::text[])[seller] as reseller_path,
      row_number() over (partition by seller order by n)::int as number
    from made
  ), told as (
    select *, first || '.' || last || '.' || n || '@example.test' as email,
      case when is_french then '33' else '44' end as code,
      case when is_french then (600000000 + n) else (7100000000 + n) end::text as national
    from numbered
  )
  insert into customer (id, path, reseller_id, number, kind, name, sort_name, tokens, email, phone, state,
    suspension_reasons, home_country, language, tags, attributes, created_via, created_at, version)
  select uuidv7(), reseller_path || 'c' || number || '.', reseller_id, number, 'INDIVIDUAL', first || ' ' || last,
    first || ' ' || last,
    array['n:' || first, 'n:' || last, 'e:' || email, 'q:' || national, 'p:' || code || national, 'r:' || reverse(code || national)],
    email, '+' || code || national, 'ACTIVE', '{}', 'GB', 'en', '{}', '[]', 'API', now(), 1
  from told`.replaceAll(/syllable\((x\[\d\])\)/g, "($5::text[])[1 + floor(cardinality($5::text[]) * $1 ^ 2)::int]");
