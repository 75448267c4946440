import { languages } from "@tierline/shared/language.ts";
import { buildSchema, isEnumType } from "graphql";
import { expect, test } from "vitest";
import sdl from "../../schema/schema.graphql?raw";

type Words = { readonly [key: string]: string | Words };

const files = import.meta.glob<Words>("./*/*.json", { eager: true, import: "default" });
const sources = Object.entries(
  import.meta.glob<string>(["../{api,features,mocks,navigation,ui}/**/*.{ts,tsx}", "../*.{ts,tsx}"], {
    eager: true,
    query: "?raw",
    import: "default",
  }),
)
  .filter(([name]) => !/\.(test|generated)\.tsx?$/.test(name))
  .map(([, text]) => text)
  .join("\n");

const namespaces = Object.keys(files).flatMap((name) => /^\.\/en\/(.+)\.json$/.exec(name)?.[1] ?? []);
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function textsOf(language: string, namespace: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (words: Words, prefix: string): void => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === "string") texts.set(`${prefix}${key}`, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk(files[`./${language}/${namespace}.json`] ?? {}, "");
  return texts;
}

function keysOf(language: string, namespace: string): string[] {
  return [...new Set([...textsOf(language, namespace).keys()].map((key) => key.replace(pluralSuffix, "")))].sort();
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((each) => each[1] ?? "").sort();

const translations = languages.filter((each) => each !== "en");
const translated = translations.flatMap((language) => namespaces.map((namespace) => [language, namespace] as const));

test("there are words of the languages that we speak, and of no others", () => {
  const found = new Set(Object.keys(files).map((name) => name.split("/")[1]));
  expect([...found].toSorted()).toEqual([...languages].toSorted());
});

test.each(translated)("%s, %s: everything is said that English says", (language, namespace) => {
  expect(keysOf(language, namespace)).toEqual(keysOf("en", namespace));
});

test.each(namespaces)("%s: every plural has the forms of its language", (namespace) => {
  for (const language of languages) {
    const forms = new Map<string, string[]>();
    for (const key of textsOf(language, namespace).keys()) {
      const form = pluralSuffix.exec(key)?.[1];
      if (form !== undefined)
        forms.set(key.replace(pluralSuffix, ""), [...(forms.get(key.replace(pluralSuffix, "")) ?? []), form]);
    }
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [key, found] of forms) expect([language, key, ...found.toSorted()]).toEqual([language, key, ...wanted]);
  }
});

test.each(translated)("%s, %s: what is put into a text is the same as in English", (language, namespace) => {
  const texts = textsOf(language, namespace);
  for (const [key, text] of textsOf("en", namespace)) {
    expect([key, ...placeholders(texts.get(key) ?? "")]).toEqual([key, ...placeholders(text)]);
  }
});

// A missing text is a type error where it is used (resources.d.ts); one that nobody uses is found here.
test.each(namespaces.filter((each) => each !== "words"))("%s: every text is used", (namespace) => {
  const unused = keysOf("en", namespace).filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});

/** By its whole name, or by the beginning of one that is put together: t(`nav.${key}`). */
function isUsed(key: string): boolean {
  const parts = key.split(".");
  const beginnings = parts.slice(0, -1).map((_, index) => `${parts.slice(0, index + 1).join(".")}.\${`);
  const names = [`"${key}"`, `:${key}"`, ...beginnings.flatMap((each) => [`\`${each}`, `:${each}`])];
  return names.some((each) => sources.includes(each));
}

test("every value of the contract that is shown as a word has one", () => {
  const shown = {
    run: "ProvisioningRunState",
    task: "ProvisioningTaskState",
    service: "ServiceState",
    order: "OrderState",
    item: "InventoryItemState",
    customer: "CustomerState",
    suspension: "SuspensionReason",
    health: "HealthState",
    customerKind: "CustomerKind",
    contactRole: "ContactRole",
    offeringKind: "OfferingKind",
    serviceType: "ServiceType",
    role: "Role",
    channel: "Channel",
    runKind: "ProvisioningRunKind",
  };
  const schema = buildSchema(sdl);
  const words = files["./en/words.json"] ?? {};
  for (const [section, name] of Object.entries(shown)) {
    const type = schema.getType(name);
    const values = isEnumType(type) ? type.getValues().map((each) => each.name) : [];
    expect({ section, values: Object.keys(words[section] ?? {}).toSorted() }).toEqual({
      section,
      values: values.toSorted(),
    });
  }
});

test("French is set as French is: its own apostrophe, and a space that does not break before double signs", () => {
  const texts = namespaces.flatMap((namespace) => [...textsOf("fr", namespace).values()]);
  expect(texts.filter((text) => / [:;!?»]|« |[a-zà-ÿ]'|\.\.\./iu.test(text))).toEqual([]);
});
