import { expect, test } from "vitest";
import { acceptedLanguage, languageOf } from "./language.ts";

test("a language is known with any region, in any spelling", () => {
  expect(["fr", "fr-CA", "FR_ca", "en-GB", " fr "].map(languageOf)).toEqual(["fr", "fr", "fr", "en", "fr"]);
  expect(["", "frr", "nl", "es-AR", null, undefined].map(languageOf)).toEqual([null, null, null, null, null, null]);
});

test("of the accepted languages the one that is wanted most and that we speak", () => {
  expect(acceptedLanguage("fr")).toBe("fr");
  expect(acceptedLanguage("en;q=0.5, fr-CH;q=0.9, nl")).toBe("fr");
  expect(acceptedLanguage("nl, *;q=0.1")).toBe("en");
  expect(acceptedLanguage("fr;q=0, nl")).toBeNull();
  expect(acceptedLanguage("fr;q=nonsense, en;q=0.2")).toBe("en");
  expect(acceptedLanguage(undefined)).toBeNull();
  expect(acceptedLanguage(`${"x,".repeat(10_000)}fr`)).toBeNull();
});
