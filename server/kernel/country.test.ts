import { expect, test } from "vitest";
import { countryOf, languageOf } from "./country.ts";

test("countries are those of ISO 3166-1, in any case, and nothing else", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryOf(code) !== null);
  expect(codes).toHaveLength(249);
  expect(["gb", "Fr", "DE", "br", "us"].map(countryOf)).toEqual(["GB", "FR", "DE", "BR", "US"]);
  expect(["USA", "UK", "EU", "XX", "ZZ", "DD", "SU", "XK", "", "G", "1A", "é", "ＧＢ"].map(countryOf)).toEqual(
    Array.from({ length: 13 }, () => null),
  );
});

test("a language has two or three letters, with or without its region", () => {
  expect(["en", "PT-br", "fr_CA", "de", "fil"].map(languageOf)).toEqual(["en", "pt-BR", "fr-CA", "de", "fil"]);
  expect(["english", "xx", "en-USA", "en-XX", "", "e", "en-"].map(languageOf)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});
