import { expect, test } from "vitest";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { testWorld } from "../testkit/world.ts";
import { textArray } from "./text-array.ts";

const world = await testWorld();

test("PostgreSQL reads an array of texts as they are, whatever stands in them", async () => {
  const kept = naughtyStrings.filter((text) => !text.includes("\0") && text.isWellFormed());
  const texts = [...kept, "NULL", "null", " both ends ", "", "{}", '"', "\\", "\n", ","];
  const [row] = await world.database.rows<{ texts: string[] }>("select $1::text[] as texts", [textArray(texts)]);
  expect(row?.texts).toEqual(texts);
  expect(textArray([])).toBe("{}");
});

test("the product writes them so", async () => {
  const { em } = world.system();
  const marshall = em.getPlatform().marshallArray(["NULL", " a "]);
  expect(marshall).toBe('{"NULL"," a "}');
});
