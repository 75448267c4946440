import fc from "fast-check";
import { newId } from "@tierline/shared/id.ts";
import { ancestorsOf, isWithin } from "@tierline/shared/tier-path.ts";
import { expect, test } from "vitest";
import { inTier } from "../kernel/context.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { letTo, soldAt } from "./sellable-offerings.ts";

const world = await testWorld();
await plantCatalogOfTests(world);
const { rows } = world.database;

interface Reseller {
  readonly path: string;
  readonly id: string;
  readonly parent: string | null;
  /** Numbers of offerings; null sells all. */
  readonly let: readonly number[] | null;
}

/** Each below one that came before it, from the root on. */
const tree = fc
  .array(fc.record({ above: fc.nat(), let: fc.option(fc.array(fc.nat(7), { maxLength: 6 })) }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((drawn) =>
    drawn.reduce<Reseller[]>((all, { above, let: names }, index) => {
      const parent = all[above % Math.max(1, all.length)];
      const path = parent === undefined ? "r1." : `${parent.path}r${100 + index}.`;
      const id = parent === undefined ? resellersOfTests.tierline.id : newId();
      return [...all, { path, id, parent: parent?.id ?? null, let: parent === undefined ? null : names }];
    }, []),
  );
const owners = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });

/** By the rule's own words. */
function isSold(resellers: readonly Reseller[], owner: string, offering: number, seller: string): boolean {
  const onTheWay = resellers.filter(({ path }) => isWithin(seller, path) && path.length > owner.length);
  return isWithin(seller, owner) && onTheWay.every(({ let: names }) => names === null || names.includes(offering));
}

async function plant(
  resellers: readonly Reseller[],
  offerings: readonly { id: string; path: string; reseller: string }[],
) {
  await rows(
    "set local session_replication_role = replica; delete from sellable_offering; delete from offering; delete from reseller where number > 99",
  );
  await rows(
    `insert into reseller (id, parent_id, path, number, key, name, state, country, currency, time_zone, locale, failure_emails, created_at, sells_all)
     select (r ->> 'id')::uuid, (r ->> 'parent')::uuid, r ->> 'path', (regexp_match(r ->> 'path', '(\\d+)[.]$'))[1]::int, r ->> 'id', 'Drawn', 'ACTIVE', 'GB', 'GBP', 'UTC', 'en', '{}', now(), r ->> 'let' is null
     from json_array_elements($1::json) r`,
    [JSON.stringify(resellers.slice(1))], // the root is there
  );
  await rows(
    `insert into offering select (jsonb_populate_record(null::offering, $1::jsonb || o)).* from jsonb_array_elements($2::jsonb) o`,
    [
      JSON.stringify(template),
      JSON.stringify(offerings.map(({ reseller, ...row }) => ({ ...row, slug: row.id, reseller_id: reseller }))),
    ],
  );
  const lets = resellers.flatMap(({ path, id, let: names }) =>
    [...new Set(names)]
      .filter((number) => isWithin(path, offerings[number]!.path) && path !== offerings[number]!.path)
      .map((number) => ({ id: newId(), path, reseller_id: id, offering_id: offerings[number]!.id })),
  );
  await rows(
    "insert into sellable_offering select (jsonb_populate_record(null::sellable_offering, l)).* from jsonb_array_elements($1::jsonb) l",
    [JSON.stringify(lets)],
  );
}

const [template] = await rows<Record<string, unknown>>("select to_jsonb(o) as row from offering o limit 1").then(
  (found) => found.map((each) => each["row"] as Record<string, unknown>),
);

test("U24: whatever the tree and the lists, each sees what its own tier made and what all on the way let through", async () => {
  await fc.assert(
    fc.asyncProperty(tree, owners, async (resellers, drawn) => {
      const offerings = drawn.map((number) => {
        const owner = resellers[number % resellers.length]!;
        return { id: newId(), path: owner.path, reseller: owner.id };
      });
      await plant(resellers, offerings);
      for (const { path: tier } of resellers) {
        const place = inTier(world.system(), tier);
        const seen = await place.em.execute<{ id: string }[]>("select id from offering");
        const expected = offerings
          .filter(({ path }, index) => isWithin(path, tier) || isSold(resellers, path, index, tier))
          .map(({ id }) => id);
        expect(seen.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
        // A customer of theirs sees what they sell.
        const below = await inTier(world.system(), `${tier}c7.`).em.execute<{ id: string }[]>(
          "select id from offering",
        );
        const sold = offerings.filter(({ path }, index) => isSold(resellers, path, index, tier)).map(({ id }) => id);
        expect(below.map(({ id }) => id).toSorted()).toEqual(sold.toSorted());
        // And from any place above it is told the same of theirs, as far as that place sees it.
        for (const from of ancestorsOf(tier)) {
          const told = [...(await soldAt(inTier(world.system(), from), tier)).keys()];
          expect(told.toSorted()).toEqual(sold.toSorted());
        }
      }
    }),
    { numRuns: 15 },
  );
});

test("U24: the walls around what was let: from beside nothing is seen, and nobody writes what is not below them", async () => {
  const { acme, nord } = resellersOfTests;
  const offering = newId();
  await plant([], []);
  await rows("insert into offering select (jsonb_populate_record(null::offering, $1::jsonb)).*", [
    JSON.stringify({ ...template, id: offering, path: nord.path, reseller_id: nord.id, slug: "walled" }),
  ]);
  await rows("update reseller set sells_all = false where key = 'acme'");
  const insert = (id: string, path: string, reseller: string) =>
    `insert into sellable_offering (id, path, reseller_id, offering_id) values ('${id}', '${path}', '${reseller}', '${offering}')`;
  await expect(world.as("owner@beta.test").em.execute(insert(newId(), acme.path, acme.id))).rejects.toThrow(
    /row-level security/,
  );
  await world.as("owner@nord.test").em.execute(insert(newId(), acme.path, acme.id));
  await expect(world.as("owner@nord.test").em.execute(insert(newId(), acme.path, acme.id))).rejects.toThrow(
    "sellable_offering_once",
  );
  const seen = async (user: string) =>
    (await world.as(user).em.execute<unknown[]>("select 1 from sellable_offering")).length;
  expect([await seen("owner@nord.test"), await seen("agent@acme.test"), await seen("owner@acme-north.test")]).toEqual([
    1, 1, 1,
  ]);
  expect(await seen("owner@beta.test")).toBe(0);
  expect([...(await letTo(world.as("owner@nord.test"), acme.id))]).toEqual([offering]);
});
