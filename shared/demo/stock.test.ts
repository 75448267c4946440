import { expect, test } from "vitest";
import { normalizeIdentifier } from "../identifier.ts";
import { maskIccid } from "../iccid.ts";
import { demoStock } from "./stock.ts";
import { demoTemplates } from "./templates.ts";

const now = new Date("2026-11-21T12:00:00Z");
const stock = demoStock(now);
const keyOf = new Map(demoTemplates(now).map(({ id, path, key }) => [id, `${path} ${key}`]));
const labelled = (label: string) => stock.find((item) => item.label === label);

test("Acme has 300 SIMs, 200 numbers, 40 modems and some more", () => {
  const counts = Map.groupBy(stock, ({ templateId }) => keyOf.get(templateId));
  expect([...counts].map(([key, items]) => `${key}: ${items.length}`)).toEqual([
    "r1.r2.r3. sim-card: 300",
    "r1.r2.r3. mobile-number: 200",
    "r1.r2.r3. modem-cpe: 40",
    "r1.r2.r3. iptv-box: 12",
    "r1.r2.r3. sip-number: 20",
    "r1.r2.r4. sim-card: 8",
    "r1.r2.r4. mobile-number: 8",
  ]);
});

test("fixture F: three new SIMs, three numbers and a modem in stock", () => {
  const fixtureSims = ["SIM-00123", "SIM-00124", "SIM-00125"].map(labelled);
  expect(fixtureSims.map((item) => [item?.state, maskIccid(item?.identifier ?? "")])).toEqual([
    ["NEW", "8944…0001"],
    ["NEW", "8944…0002"],
    ["NEW", "8944…0003"],
  ]);
  for (const label of ["+44 7700 900123", "+44 7700 900124", "+44 7700 900125", "CPE-1"]) {
    expect([label, labelled(label)?.state]).toEqual([label, "IN_STOCK"]);
  }
});

test("every identifier is in its normal form, and there is only one of it", () => {
  for (const { identifierKind, identifier } of stock) {
    expect(normalizeIdentifier(identifierKind, identifier)).toMatchObject({ ok: true, value: identifier });
  }
  expect(new Set(stock.map(({ identifier }) => identifier)).size).toBe(stock.length);
  expect(new Set(stock.map(({ id }) => id)).size).toBe(stock.length);
});

test("the sentinels are in stock and say what they do", () => {
  const endings = ["0666", "0667", "0668", "0669"];
  const sentinels = endings.map((ending) =>
    stock.filter(({ identifier }) => identifier.startsWith("8944") && identifier.endsWith(ending)),
  );
  expect(sentinels.map((items) => items.map(({ state, note }) => [state, note?.startsWith("Sentinel: ")]))).toEqual(
    endings.map(() => [["IN_STOCK", true]]),
  );
});

test("O21: the history of every item begins with its coming in", () => {
  expect(
    stock.every(({ state, custody }) => custody.length === 1 && custody[0]?.from === null && custody[0].to === state),
  ).toBe(true);
});
