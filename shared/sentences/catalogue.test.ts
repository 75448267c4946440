import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { languages, localeOf, type Language } from "../language.ts";
import { permissionKeys, permissions } from "../permission.ts";
import { sentences, type SentenceKey } from "./catalogue.ts";

const keys = Object.keys(sentences.en) as SentenceKey[]; // Object.keys forgets the literal keys

const translations = languages.filter((each) => each !== "en");

type Node = ReturnType<IntlMessageFormat["getAst"]>[number];
const ast = (language: Language, key: SentenceKey): Node[] =>
  new IntlMessageFormat(sentences[language][key], localeOf[language], undefined, { ignoreTag: true }).getAst();

/** Every argument with how it is used, and every plural with its forms. */
function partsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!("options" in node)) return "value" in node && node.type !== 0 ? [`${node.value} ${node.type}`] : [];
    const inner = Object.values(node.options).flatMap((option) => partsOf(option.value));
    return [`${node.value} ${node.type}`, ...inner];
  });
}

function pluralsOf(nodes: readonly Node[]): string[][] {
  return nodes.flatMap((node) => {
    if (!("options" in node)) return [];
    const inner = Object.values(node.options).flatMap((option) => pluralsOf(option.value));
    const forms = Object.keys(node.options).filter((form) => !form.startsWith("="));
    return "pluralType" in node ? [forms.toSorted(), ...inner] : inner;
  });
}

test.each(languages)("%s says everything that English says, and nothing else", (language) => {
  expect(Object.keys(sentences[language]).toSorted()).toEqual(keys.toSorted());
  expect(keys.filter((key) => sentences[language][key].trim() === "")).toEqual([]);
});

test.each(languages)("%s: every plural has the forms of its language, every choice an other", (language) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  for (const key of keys) {
    for (const forms of pluralsOf(ast(language, key))) expect([key, ...forms]).toEqual([key, ...wanted]);
  }
});

test.each(translations)("the same things are put into %s as into English", (language) => {
  const used = (inLanguage: Language, key: SentenceKey) => [
    ...new Set(partsOf(ast(inLanguage, key)).map((part) => part.split(" ")[0])),
  ];
  for (const key of keys)
    expect([key, ...used(language, key).toSorted()]).toEqual([key, ...used("en", key).toSorted()]);
});

test("French is set as French is: its own apostrophe, and a space that does not break before double signs", () => {
  const wrong = keys.filter((key) => / [:;!?»]|« |[a-zà-ÿ]'|\.\.\./iu.test(sentences.fr[key]));
  expect(wrong.map((key) => sentences.fr[key])).toEqual([]);
});

/** An apostrophe before a brace would quote it (ICU): the argument would stand there as its name. */
test("no apostrophe swallows an argument", () => {
  for (const language of languages) expect(keys.filter((key) => /'[{}]/.test(sentences[language][key]))).toEqual([]);
});

test("a permission is called the same wherever it is named", () => {
  for (const key of permissionKeys) expect(sentences.en[`permission.${key}`]).toBe(permissions[key].title);
});

const sources = ["server", "shared", "client/mocks"]
  .flatMap((folder) => filesBelow(join(import.meta.dirname, "../..", folder)))
  .filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith(".test.ts") && !name.includes("/sentences/"))
  .map((name) => readFileSync(name, "utf8"))
  .join("\n");

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

// A key that is not there is a type error where it is used; one that nobody uses is found here.
test("every sentence is said somewhere", () => {
  const isSaid = (key: string): boolean => {
    const parts = key.split(".");
    const beginnings = parts.slice(0, -1).map((_, index) => `\`${parts.slice(0, index + 1).join(".")}.\${`);
    return [`"${key}"`, `'${key}'`, ...beginnings].some((each) => sources.includes(each));
  };
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});
