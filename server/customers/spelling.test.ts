import { expect, test } from "vitest";
import { editDistance, slipsOf } from "./edit-distance.ts";
import { fold } from "./fold.ts";
import { nameWords, tokensOf } from "./tokens.ts";

test("O44: putting in, leaving out, replacing and swapping a letter count one each", () => {
  expect(editDistance("jonh", "john", 2)).toBe(1);
  expect(editDistance("jon", "john", 2)).toBe(1);
  expect(editDistance("johnn", "john", 2)).toBe(1);
  expect(editDistance("jahn", "john", 2)).toBe(1);
  expect(editDistance("john", "john", 2)).toBe(0);
  expect(editDistance("", "ab", 2)).toBe(2);
  expect(editDistance("smiht", "smith", 1)).toBe(1);
  expect(editDistance("john", "mary", 2)).toBe(3);
  expect(editDistance("john", "jonathan", 2)).toBe(3);
});

test("O44: short words may hold no slip, longer ones one or two", () => {
  expect(["jo", "jon", "smith", "johnso", "enterprises"].map(slipsOf)).toEqual([0, 1, 1, 2, 2]);
});

test("letters are folded as people type them", () => {
  expect(fold("Ćirić & Söhne Œuvre Straße ÅNGSTRÖM Łódź İstanbul")).toBe(
    "ciric & sohne oeuvre strasse angstrom lodz istanbul",
  );
  expect(fold("Ｆｕｌｌ ﬁne")).toBe("full fine");
});

test("O11: the words of a name are its parts, and what they make together", () => {
  expect(nameWords("Jean-Luc O'Brien")).toEqual(["jean", "luc", "jeanluc", "o", "brien", "obrien"]);
  expect(nameWords("株式会社 東京")).toEqual(["株式会社", "東京"]);
  expect(nameWords("!!! ???")).toEqual([]);
  expect(nameWords(Array.from({ length: 60 }, (_, index) => `w${index}`).join(" "))).toHaveLength(12);
  expect([...(nameWords("😀".repeat(3) + "x".repeat(100))[0] ?? "")]).toHaveLength(64);
});

test("O11: a phone has tokens from its beginning, with and without country code, and from its end", () => {
  const tokens = (phone: string) => tokensOf({ name: "", email: null, phone, homeCountry: "GB" });
  expect(tokens("07700 900123")).toEqual(["q:7700900123", "p:447700900123", "r:321009007744"]);
  expect(tokens("+1234567890")).toEqual(["q:234567890", "p:1234567890", "r:0987654321"]);
  expect(tokens("0")).toEqual([]);
});
