import { formatCadence } from "@tierline/shared/cadence.ts";
import { deckColumnsMax, deckProblemsMax, deckRowsMax } from "@tierline/shared/limits.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { expect, test } from "vitest";
import { readDeck, type DeckForm } from "./read-deck.ts";

const plain: DeckForm = { separator: null, decimalMark: ".", callingCode: "" };
const comma: DeckForm = { ...plain, decimalMark: "," };
const read = (text: string | Buffer, form: DeckForm = plain) =>
  readDeck(typeof text === "string" ? Buffer.from(text) : text, form);
async function told(text: string, form: DeckForm = plain) {
  const { problems } = await read(text, form);
  return problems.map(({ line, column, message }) => `${line} ${column}: ${rendered(message, "en")}`);
}
const saoPaulo = "11;São Paulo;F;0,10;30;6;3;1";

test("BX2: a list with ; and decimal commas is read, and by decimal points its line is told", async () => {
  const { rows, problems } = await read(saoPaulo, { ...comma, callingCode: "55" });
  expect(problems).toEqual([]);
  expect(rows.map((row) => [row.prefix, row.destination, row.lineType, formatRate(row.ratePerMinute)])).toEqual([
    ["5511", "São Paulo", "FIXED", "0.1"],
  ]);
  expect(formatCadence(rows[0]!.cadence)).toBe("30/6/3");
  expect(await told(saoPaulo)).toEqual([
    "1 rate_per_minute: 0,10 is not a number, written with . and 12 places at most.",
  ]);
  const quoted = await read('11,"São Paulo, SP",F,"0,10",30,6,3,1', { ...comma, separator: "," });
  expect(quoted.rows).toMatchObject([{ destination: "São Paulo, SP", ratePerMinute: 100_000_000_000n }]);
});

test("BX3: a wrong letter, a wrong number and a prefix that is there already are told by line and column", async () => {
  const file = [
    "11;A;X;0.1;30;6;3;1",
    "12;B;C;0.1;30;6;3;2",
    "13;C;C;abc;30;6;3;0",
    "13;D;C;0.2;30;6;3;1",
    "13;E;C;0.3;1;6;3;1",
    "x;F;F;;0;6;3;1",
  ];
  const { rows, wrongLines } = await read(file.join("\n"));
  expect(rows.map(({ destination, isBlocked }) => [destination, isBlocked])).toEqual([["D", false]]);
  expect(wrongLines).toBe(5);
  expect(await told(file.join("\n"))).toEqual([
    "1 type: X is neither F (fixed) nor C (mobile).",
    "2 active: 2 is neither 1 (active) nor 0 (blocked).",
    "3 rate_per_minute: abc is not a number, written with . and 12 places at most.",
    "5 prefix: The prefix 13 stands in line 4 already.",
    "6 increment_seconds: The first part and the steps are 1 to 3600 seconds, the grace 0 to 3600.",
    "6 prefix: x is not a prefix: 1 to 15 digits.",
    "6 rate_per_minute: A rate is missing.",
  ]);
});

test("columns are found by the names of the first line, in any order and with others between them", async () => {
  const file =
    "\uFEFFDestination,Note,Rate,Prefix,increment_seconds\r\nUK Mobile,x,0.035,+447,6\r\n\r\nUK,y,0.012,44,6\r\n";
  const { rows, problems } = await read(file);
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    { prefix: "447", lineType: "MOBILE", cadence: { first: 6, step: 6, grace: 0 } },
    { prefix: "44", lineType: null, connectFee: 0n, includedSeconds: 0, isBlocked: false },
  ]);
});

test("what spreadsheets write in the West is read as it was meant", async () => {
  const { rows } = await read(Buffer.from("351,Evora \xE9,F,0.01", "latin1"));
  expect(rows).toMatchObject([{ destination: "Evora é" }]);
});

test("a file that is none, or too much, is refused with the reason", async () => {
  expect(await told("")).toEqual(["null null: The file has no rates."]);
  expect((await told("name,price\na,1"))[0]).toMatch(/^1 null: The first line names neither/);
  expect((await told('44,"UK,F,0.1\n45,x,F,0.1'))[0]).toContain("is no CSV");
  expect((await told(`44${",x".repeat(deckColumnsMax)}`))[0]).toBe("1 null: More than 64 columns.");
  expect((await told(`prefix,rate,destination\n44,0.1,${"x".repeat(70_000)}`))[0]).toContain(
    "a line of it is too long",
  );
  const many = Array.from({ length: deckProblemsMax + 50 }, () => "44,UK,F,no");
  const { problems, wrongLines } = await read(many.join("\n"));
  expect([problems.length, wrongLines]).toEqual([deckProblemsMax, deckProblemsMax + 50]);
});

test("no more lines are read than a deck may have", async () => {
  const lines = Array.from({ length: deckRowsMax + 10 }, (_, index) => `${1_000_000 + index},,,1`);
  const { rows, problems } = await read(`prefix,destination,type,rate\n${lines.join("\n")}`);
  expect(rows).toHaveLength(deckRowsMax);
  expect(problems).toMatchObject([{ line: deckRowsMax + 2 }]);
});
