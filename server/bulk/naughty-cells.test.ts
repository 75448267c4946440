import { bulkColumns, bulkKinds } from "@tierline/shared/bulk.ts";
import { expect, test } from "vitest";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { openShop } from "../testkit/shop.ts";
import { problemsOf } from "./find-imports.ts";

const { world } = await openShop();
const { rehearsed, countsOf } = importsOf(world);

/** Customers may be called anything: those are done in bulk.api.test.ts. */
test.each(bulkKinds.filter((kind) => kind !== "CUSTOMERS"))(
  "R8: naughty strings in every column of %s are refused by a rule, row by row",
  async (kind) => {
    const columns = bulkColumns[kind].map(({ key }) => key);
    const texts = naughtyStrings.filter((text) => !text.includes("\0") && text.isWellFormed() && text.trim() !== "");
    const lines = texts.map((text) => columns.map(() => `"${text.replaceAll('"', '""')}"`).join(","));
    const id = await rehearsed(kind, [columns.join(","), ...lines].join("\n"));
    const { REFUSED = 0, ...others } = await countsOf(id);
    expect(others).toEqual({});
    expect(REFUSED).toBeGreaterThan(400);
    const codes = new Set((await problemsOf(world.system(), id)).map(({ code }) => code));
    for (const code of codes) {
      expect(["UNKNOWN_REFERENCE", "TEMPLATE_NOT_FOUND", "TAKEN", "INVALID", "TOO_LONG"]).toContain(code);
    }
  },
  60_000,
);
