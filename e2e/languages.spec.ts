import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { playbookWords } from "@tierline/shared/demo/with-translations.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { languages, type Language } from "@tierline/shared/language.ts";
import { sentences } from "@tierline/shared/sentences/catalogue.ts";
import { onboardingPage, screeningCasePage, wholesalePage } from "./first-pages.ts";
import { ask, signInAs } from "./sign-in.ts";

// A page in another language shows no English: neither a message of ours in English nor an English sentence that comes from nowhere known.

type Messages = { readonly [key: string]: string | Messages };

function textsOf(messages: Messages): string[] {
  return Object.values(messages).flatMap((each) => (typeof each === "string" ? [each] : textsOf(each)));
}

function wordsOf(language: Language, file: string): Messages {
  const url = new URL(`../client/i18n/${language}/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Messages;
}

/** What the console says in a language, and what the server and the demo world's playbooks do. */
function saidIn(language: Language): string[] {
  const folder = fileURLToPath(new URL(`../client/i18n/${language}/`, import.meta.url));
  const files = readdirSync(folder).map((name) => wordsOf(language, name));
  const ofPlaybooks = language === "en" ? Object.keys(playbookWords.fr) : Object.values(playbookWords[language]);
  return [...files.flatMap(textsOf), ...Object.values(sentences[language]), ...ofPlaybooks];
}

/** What is put into a message, whatever its syntax, stands for any text; a message of nothing else would be any text. */
function patternOf(message: string): RegExp | null {
  let depth = 0;
  let words = "";
  let pattern = "";
  for (const char of message) {
    if (char === "{" && depth++ === 0) pattern += ".+";
    if (depth === 0) [words, pattern] = [words + char, pattern + char.replace(/[\\^$.*+?()[\]|/]/, "\\$&")];
    if (char === "}") depth -= 1;
  }
  return /\p{L}{2}/u.test(words) ? new RegExp(`^${pattern}$`, "u") : null;
}

const patternsOf = (language: Language) => saidIn(language).flatMap((message) => patternOf(message) ?? []);
const english = patternsOf("en");

/** Words that the other language does not have. */
const englishWords =
  "the and of for with not is are was this that it to by from which who has have will be no yes".split(" ");
const ownToo: Readonly<Partial<Record<Language, readonly string[]>>> = { de: ["was", "will"], pt: ["no", "is"] };

function englishWordBeside(language: Language): RegExp {
  const words = englishWords.filter((word) => ownToo[language]?.includes(word) !== true);
  return new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "iu");
}

const { offerings, templates, customers, users, resellers } = demoWorld(new Date());
const data = new Set(
  JSON.stringify({ offerings, templates, customers, users, resellers }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  )
    .match(/"(?:[^"\\]|\\.)*"/g)
    ?.map((text) => JSON.parse(text) as string),
);

function englishAmong(texts: readonly string[], language: Language, own: readonly RegExp[]): string[] {
  const englishWord = englishWordBeside(language);
  return texts.filter((text) => {
    if (text.split(" · ").every((part) => data.has(part))) return false; // facts stand beside each other
    if (own.some((pattern) => pattern.test(text))) return false;
    return englishWord.test(text) || english.some((pattern) => pattern.test(text));
  });
}

/** What stands there as it was written: documents, the log of the engine and that of the network. */
function evidenceIn(language: Language): string {
  const said = (file: string, ...keys: string[]) =>
    keys.reduce<string | Messages>((words, key) => (words as Messages)[key] ?? "", wordsOf(language, file)) as string;
  const log = `[role="region"][aria-label^="${said("runs.json", "log", "title")}"]`;
  const calls = `[aria-label="${said("connectors.json", "call", "title")}"] td`;
  return `script, style, pre, code, textarea, blockquote, .cm-editor, [lang="en"], ${log}, ${calls}`;
}

async function visibleTexts(page: Page, evidence: string): Promise<string[]> {
  return page.evaluate((asWritten) => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const found = new Set<string>();
    const isShown = (element: Element | null): boolean =>
      element !== null && element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest(asWritten) === null && isShown(parent)) found.add(node.textContent?.trim() ?? "");
    }
    for (const element of document.body.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
      if (!isShown(element)) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt"])
        found.add(element.getAttribute(name)?.trim() ?? "");
    }
    return [...found];
  }, evidence);
}

const first = async (page: Page, query: string, folder: string): Promise<string> => {
  const data = await ask<Record<string, { nodes: { id: string }[] }>>(page, query);
  return `/r/acme/${folder}/${Object.values(data)[0]?.nodes[0]?.id}`;
};
const run = (state: string) => (page: Page) =>
  first(page, `{ provisioningRuns(filter: { state: [${state}] }, first: 1) { nodes { id } } }`, "runs");
const customer = (tab: string) => async (page: Page) =>
  `${await first(page, '{ customers(search: "123", first: 1) { nodes { id } } }', "customers")}?tab=${tab}`;

interface Place {
  readonly name: string;
  readonly path: (page: Page) => Promise<string> | string;
  readonly user?: string;
  /** Looked at in each language for what axe finds, and for what stands beside a phone. */
  readonly isLooked?: true;
}

const at = (path: string) => () => path;
const operator = "ops@tierline.test";
const places: readonly Place[] = [
  { name: "home", path: at("/r/acme") },
  { name: "customers", path: at("/r/acme/customers") },
  ...["overview", "services", "contacts", "inventory", "runs", "orders", "activity"].map((tab) => ({
    name: `customer's ${tab}`,
    path: customer(tab),
  })),
  { name: "new customer", path: at("/r/acme/customers/new") },
  { name: "catalog", path: at("/r/acme/catalog") },
  { name: "offering", path: at("/r/acme/catalog/mobile-20gb") },
  { name: "assign", path: at("/r/acme/assign?product=mobile-20gb&customer=123") },
  { name: "services", path: at("/r/acme/services") },
  {
    name: "service",
    path: (page) => first(page, "{ services(filter: { tab: ACTIVE }, first: 1) { nodes { id } } }", "services"),
  },
  { name: "inventory", path: at("/r/acme/inventory?template=sim-card") },
  {
    name: "item",
    path: (page) =>
      first(page, "{ inventoryItems(filter: { state: [ASSIGNED] }, first: 1) { nodes { id } } }", "inventory/items"),
  },
  { name: "templates", path: at("/r/acme/inventory/templates") },
  { name: "add items", path: at("/r/acme/inventory/add?template=sim-card") },
  { name: "runs", path: at("/r/acme/runs") },
  ...["SUCCEEDED", "FAILED", "WAITING"].map((state) => ({ name: `run that is ${state}`, path: run(state) })),
  { name: "connectors", path: at("/r/acme/connectors") },
  { name: "developers", path: at("/r/acme/developers") },
  { name: "limits of the API", path: at("/r/acme/developers/limits") },
  { name: "changes of the API", path: at("/r/acme/developers/changes") },
  { name: "lab", path: at("/r/acme/lab") },
  ...(
    [
      ["onboardings", at("/r/acme/onboarding?state=ALL")],
      ["onboarding", at("/r/acme/onboarding/new/customer")],
      ["trunk", (page) => onboardingPage(page, "MX_ONE", "PBX")],
      ["connection", (page) => onboardingPage(page, "MX_ONE", "CONNECT")],
      ["users", (page) => onboardingPage(page, "SMBC", "SYNC")],
      ["customer's subscribers", customer("subscribers")],
      ["people with packages", wholesalePage],
      ["onboarding templates", at("/r/acme/customers/templates")],
      ["screening", at("/r/acme/screening")],
      ["screening case", screeningCasePage],
      ["imports", at("/r/acme/imports")],
      ["new import", at("/r/acme/imports/new")],
      ["brand", at("/r/acme/brand")],
      ["customers counted", at("/r/acme/reports?view=customers")],
    ] satisfies [string, Place["path"]][]
  ).map(([name, path]): Place => ({ name, path, isLooked: true })),
  { name: "screening lists", path: at("/r/tierline/screening/lists"), user: operator, isLooked: true },
  { name: "call-in regions", path: at("/r/tierline/call-in"), user: operator, isLooked: true },
  { name: "playbooks", path: at("/r/tierline/playbooks"), user: operator },
  { name: "playbook", path: at("/r/tierline/playbooks/fiber"), user: operator },
];

/** All of them in French; the words of the other two are kept by the same tests, so that every other page is enough for each. */
function placesIn(language: Language): readonly Place[] {
  if (language === "fr") return places;
  return places.filter(
    ({ user, isLooked }, index) => isLooked || user !== undefined || index % 2 === (language === "de" ? 0 : 1),
  );
}

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

async function isWell(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join()}`);
  expect.soft(found, name).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beside, `${name}: pixels beside a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

for (const language of languages.filter((each) => each !== "en")) {
  test(`pages in ${language} show no English`, async ({ page }) => {
    test.setTimeout(240_000);
    const own = patternsOf(language);
    const evidence = evidenceIn(language);
    await page.addInitScript((chosen) => localStorage.setItem("tierline:language", chosen), language);
    for (const [user, pages] of Map.groupBy(placesIn(language), ({ user = "owner@acme.test" }) => user)) {
      await signInAs(page, user);
      for (const { name, path, isLooked } of pages) {
        await page.goto(await path(page));
        await expect(page.getByRole("heading", { level: 1 }), name).toBeVisible();
        await page.waitForLoadState("networkidle");
        const texts = await visibleTexts(page, evidence);
        expect(texts.length, name).toBeGreaterThan(20);
        expect.soft(englishAmong(texts, language, own), name).toEqual([]);
        if (isLooked) await isWell(page, name);
      }
    }
  });
}
