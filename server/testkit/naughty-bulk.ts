import { plantBulkImport } from "./bulk-of-tests.ts";
import { of, type Fixtures } from "./naughty-fixture.ts";
import type { Shop } from "./shop.ts";

/** What goes through of the verbs about imports; each is done again and again to the same file. */
export async function bulkFixtures({ world }: Shop): Promise<Fixtures> {
  const { blk: id } = await plantBulkImport(world, "owner@acme.test", "Naughty");
  const mapping = [{ column: "name", header: 0 }];
  const defaults = [{ column: "home_country", value: "GB" }];
  const replacements = [{ column: "name", from: "Naught", to: "Nice" }];
  const again = (state: string) => async () => {
    await world.database.rows("update bulk_import set state = $1, started_at = null where file_name = 'Naughty.csv'", [
      state,
    ]);
    await world.database.rows("update bulk_row set state = 'READY' where path = 'r1.r2.r3.'");
    return { id };
  };
  return {
    planBulk: of(
      async () => ({ ...(await again("REHEARSED")()), mapping, defaults, replacements }),
      "bulkImport { columns { key default } replacements { column from to } }",
    ),
    startBulk: of(again("REHEARSED")),
    pauseBulk: of(again("RUNNING")),
    resumeBulk: of(again("PAUSED")),
    cancelBulk: of(again("REHEARSED")),
  };
}
