import { expect, test } from "vitest";
import type { HeldPackage } from "./held-package.ts";
import { emptyRow, fileOf, rowsOfPaste, shortOf } from "./people-rows.ts";

const seat = (key: string, name: string, used: number, limit: number | null) =>
  ({ used, limit, state: "PROVISIONED", offering: { name, kind: "PLAN", package: { key } } }) as unknown as HeldPackage;
const seats = [seat("webex_suite", "Webex Suite", 3, 5), seat("webex_calling", "Webex Calling", 0, null)];

test("rows out of a spreadsheet are understood by what their cells are; a line of columns is nobody", () => {
  const text =
    "Name\tMail\tPack\tPhone\nAnn\tann@je.test\tWebex Calling\t+44 20 7946 0018\nBo van Dyk;bo@je.test;405\n";
  expect(rowsOfPaste(text, "webex_suite", seats)).toMatchObject([
    { email: "ann@je.test", firstName: "Ann", package: "webex_calling", phone: "+44 20 7946 0018", extension: "" },
    { email: "bo@je.test", firstName: "Bo van Dyk", package: "webex_suite", extension: "405" },
  ]);
  expect(rowsOfPaste("ann@je.test", "webex_suite", seats)).toBeNull();
  expect(rowsOfPaste("a@je.test\nb@je.test\n", "webex_suite", seats)).toHaveLength(2);
});

test("what is typed arrives as it is: marks of a file within a name part nothing", () => {
  const row = { ...emptyRow("webex_suite"), email: " jo@je.test ", firstName: 'Jo "J", the 2nd', phone: "+4420" };
  expect(fileOf([row])).toBe(
    '"email","package","first_name","last_name","phone","extension"\n"jo@je.test","webex_suite","Jo ""J"", the 2nd","","+4420",""',
  );
});

test("C10: more than is free is told before anybody is added; without a limit nothing is short", () => {
  const rows = (key: string, count: number) => Array.from({ length: count }, () => emptyRow(key));
  expect(shortOf(rows("webex_suite", 2), seats)).toBeNull();
  expect(shortOf(rows("webex_suite", 3), seats)).toEqual({ package: "Webex Suite", wanted: 3, free: 2 });
  expect(shortOf(rows("webex_calling", 100), seats)).toBeNull();
});
