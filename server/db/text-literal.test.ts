import fc from "fast-check";
import { expect, test } from "vitest";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { testWorld } from "../testkit/world.ts";
import { textLiteral } from "./text-literal.ts";

const world = await testWorld();

/** What PostgreSQL reads, in one answer. */
async function readBack(texts: readonly string[]): Promise<readonly string[]> {
  const [row] = await world.database.rows<{ texts: string[] }>(
    `select array[${texts.map(textLiteral).join(", ")}] as texts`,
  );
  return row?.texts ?? [];
}

test("PostgreSQL reads a text in a statement as it is, whatever stands in it", async () => {
  const kept = naughtyStrings.filter((text) => !text.includes("\0") && text.isWellFormed());
  const texts = [...kept, "", "'", "''", "\\", "\\'", "'\\", "E'", "\n", "$1", "?", "--", "/*", "\\x41", "\u2019"];
  expect(await readBack(texts)).toEqual(texts);
});

test("any text of what a literal is made of comes back, from one that ends in a backslash to one that closes it", async () => {
  const texts = fc.sample(fc.string({ unit: fc.constantFrom("'", "\\", "a", "E", "n", " ", "\n", "é", "😀") }), 2_000);
  expect(await readBack(texts)).toEqual(texts);
});

test("the product writes them so", async () => {
  expect(world.system().em.getPlatform().escape("it's a \\")).toBe(textLiteral("it's a \\"));
  expect(textLiteral("it's")).toBe("'it''s'");
  expect(textLiteral("a\\")).toBe(" E'a\\\\'");
});
