import { expect, test } from "vitest";
import { rendered } from "./render-sentence.ts";
import { say, type Words } from "./sentence.ts";

const inBoth = (words: Words) => [rendered(words, "en"), rendered(words, "fr")];

test("a sentence is said in the language of whoever reads it", () => {
  expect(inBoth(say("item.taken", { item: "SIM 8944…0001" }))).toEqual([
    "SIM 8944…0001 is not available any more. Pick another one.",
    "SIM 8944…0001 n’est plus disponible. Choisissez-en un autre.",
  ]);
});

test("what is counted takes its plural, what is not counted stays as it is", () => {
  const one = say("reservation.limit", { used: 1 });
  const many = say("reservation.limit", { used: 1_000_000 });
  expect(inBoth(one)).toEqual([
    "You have 1 item reserved; release some first.",
    "Vous avez réservé 1 article\u202f; libérez-en d’abord.",
  ]);
  expect(rendered(many, "fr")).toContain("1\u202f000\u202f000 d’articles");
  expect(rendered(say("service.busy", { number: 12_345 }), "fr")).toContain("L’exécution 12345 travaille");
});

test("money, days, lists and sentences within are written as the language writes them", () => {
  const amount = { amount: "1234.50", currency: "GBP" };
  expect(inBoth(say("check.dueToday", { amount }))).toEqual([
    "£1,234.50 due today",
    "1\u202f234,50\u00a0£GB à payer aujourd’hui",
  ]);
  expect(inBoth(say("check.installation", { day: { day: "2026-12-21" } }))).toEqual([
    "Installation on 21 December 2026; the service is active once it is done",
    "Installation le 21 décembre 2026\u202f; le service est actif dès qu’elle est faite",
  ]);
  const targets = { anyOf: [say("itemState.IN_STOCK"), say("itemState.RETIRED")] };
  const moved = say("item.moveOnly", { from: say("itemState.DAMAGED"), to: say("itemState.RESERVED"), targets });
  expect(inBoth(moved)).toEqual([
    "An item cannot be moved by hand from damaged to reserved, only to in stock or retired.",
    "Un article «\u00a0endommagé\u00a0» ne passe pas à la main à «\u00a0réservé\u00a0», seulement à\u00a0: en stock ou retiré.",
  ]);
});

test("what people and outside systems wrote is left as it is, braces and all", () => {
  const hostile = "{item} <b>'{'</b> # {n, plural, other {x}}";
  expect(inBoth(hostile)).toEqual([hostile, hostile]);
  expect(rendered(say("check.site", { site: hostile }), "fr")).toBe(hostile);
});

test("a key of a newer version shows itself rather than nothing", () => {
  expect(rendered({ key: "constructor" as never, values: { a: "b" } }, "fr")).toBe("constructor");
});

test("words that came with translations are read in the reader's language where there is one, else as they stand", () => {
  const title = { own: "Assign SIM", translations: { fr: "Attribuer la carte SIM" } };
  expect(inBoth(title)).toEqual(["Assign SIM", "Attribuer la carte SIM"]);
  expect(inBoth({ own: "Postfach", translations: { en: "Mailbox" } })).toEqual(["Mailbox", "Postfach"]);
  expect(inBoth(say("failureMail.task", { task: title }))).toEqual([
    "Task: Assign SIM.",
    "Tâche\u00a0: Attribuer la carte SIM.",
  ]);
});
