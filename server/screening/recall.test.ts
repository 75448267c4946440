import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { importFiles } from "../testkit/screening-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findMatches } from "./find-matches.ts";
import { readCsl } from "./read-csl.ts";
import { readSdn } from "./read-sdn.ts";
import { searchNow } from "./run-screenings.ts";

// Real lists lie beside the checkout, or wherever TIERLINE_TEST_DATA says.
const dataFolder = process.env["TIERLINE_TEST_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const lists = `${dataFolder}/screening-small`;
const text = (name: string): string => readFileSync(`${lists}/${name}`, "utf8");
const filesOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text(name)]));

/** The same name as other people write it. */
const manners: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.replaceAll(/[aeioun]/gi, (letter) => `${letter}\u0301`),
  (name) => name.split(" ").toReversed().join(" "),
  (name) => `  ${name.replaceAll(",", " ,")}. `,
  (name) => `${name} GmbH`,
];

test.skipIf(!existsSync(lists))(
  existsSync(lists)
    ? "of the small lists every row is read, and every name and alias is found, also in other accents, capitals and order"
    : `every name of real lists is found: ${lists} is not here, see TIERLINE_TEST_DATA`,
  async () => {
    const world = await testWorld();
    const sdnFiles = ["sdn.csv", "alt.csv", "add.csv"];
    const sdn = await readSdn(sdnFiles.map((name) => ({ name, text: text(name) })));
    const csl = await readCsl([{ name: "csl.csv", text: text("csl.csv") }]);
    expect([...sdn.problems, ...csl.problems]).toEqual([]);
    expect(sdn.entries.filter(({ names }) => names.some(({ kind }) => kind === "NAME"))).toHaveLength(17);
    expect(csl.entries).toHaveLength(13);
    expect((await importFiles(world, "OFAC_SDN", filesOf(...sdnFiles))).problems).toEqual([]);
    expect((await importFiles(world, "CSL", filesOf("csl.csv"))).problems).toEqual([]);
    const search = (await searchNow(world.system()))!;
    const missed: string[] = [];
    for (const [list, entries] of [
      ["OFAC_SDN", sdn.entries],
      ["CSL", csl.entries],
    ] as const) {
      for (const { reference, names } of entries) {
        const parties = names.flatMap(({ name }) =>
          manners.map((write) => ({ name: write(name), countries: ["GB"], city: null })),
        );
        const found = await findMatches(world.system(), parties, search);
        for (const [index, matches] of found.entries()) {
          const own = matches.find((match) => match.list === list && match.reference === reference);
          if (own?.score !== 1_000) missed.push(`${reference}: ${parties[index]?.name} (${own?.score})`);
        }
      }
    }
    expect(missed).toEqual([]);
  },
);
