import { expect, test } from "vitest";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { testWorld } from "../testkit/world.ts";
import { unnested } from "./unnested.ts";

const world = await testWorld();

test("PostgreSQL reads rows that are handed over by their columns as they are, whatever stands in them", async () => {
  const kept = naughtyStrings.filter((text) => !text.includes("\0") && text.isWellFormed());
  const texts = [...kept, "NULL", "null", " both ends ", "", "{}", '"', "\\", "'", "\\'", "?", "\n", ","];
  const rows = texts.map((text, place) => ({
    place,
    text,
    none: null,
    micros: 2n ** 63n - 1n - BigInt(place),
    at: new Date(place * 1_234_567),
    is_even: place % 2 === 0,
    said: { text },
  }));
  const types = { place: "int", text: "text", none: "uuid", micros: "bigint", at: "timestamptz", is_even: "boolean" };
  const { columns, source, params } = unnested({ ...types, said: "jsonb" }, rows);
  expect(columns).toBe("place, text, none, micros, at, is_even, said");
  const { em } = world.system();
  const read = await em.execute<object[]>(
    `select place, text, none, micros::text, (extract(epoch from at) * 1000)::bigint::text as ms, is_even, said from ${source} order by place`,
    [...params],
  );
  expect(read).toEqual(
    rows.map(({ micros, at, ...row }) => ({ ...row, micros: String(micros), ms: String(at.getTime()) })),
  );
});

test("no rows are none", async () => {
  const { source, params } = unnested({ id: "uuid", text: "text" }, []);
  expect(await world.system().em.execute(`select * from ${source}`, [...params])).toEqual([]);
});
