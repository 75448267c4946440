import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { numberPlanSql } from "./number-plan.ts";

test("the database has the lists of countries and destinations that the rest goes by", async () => {
  const file = await readFile(new URL("./number-plan.sql", import.meta.url), "utf8");
  expect(file === numberPlanSql(), "write number-plan.sql anew").toBe(true);
});
