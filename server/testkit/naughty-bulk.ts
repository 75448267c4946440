import { plantBulkImport } from "./bulk-of-tests.ts";
import { of, type Fixtures } from "./naughty-fixture.ts";
import type { Shop } from "./shop.ts";

/** What goes through of the verb about imports that has texts; it is done again and again to the same file. */
export async function bulkFixtures({ world }: Shop): Promise<Fixtures> {
  const { blk: id } = await plantBulkImport(world, "owner@acme.test", "Naughty");
  const mapping = [{ column: "name", header: 0 }];
  const defaults = [{ column: "home_country", value: "GB" }];
  const replacements = [{ column: "name", from: "Naught", to: "Nice" }];
  return {
    planBulk: of(async () => {
      await world.database.rows(
        "update bulk_import set state = 'REHEARSED', started_at = null where file_name = 'Naughty.csv'",
      );
      await world.database.rows("update bulk_row set state = 'READY' where path = 'r1.r2.r3.'");
      return { id, mapping, defaults, replacements };
    }, "bulkImport { columns { key default } replacements { column from to } }"),
  };
}
