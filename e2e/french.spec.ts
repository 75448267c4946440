import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, type Page } from "@playwright/test";
import { playbookWords } from "@tierline/shared/demo/with-translations.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { sentences } from "@tierline/shared/sentences/catalogue.ts";
import { ask, signInAs } from "./sign-in.ts";

// A page in French shows no English: neither a message of ours in English nor an English sentence that comes from nowhere known.

type Messages = { readonly [key: string]: string | Messages };

function textsOf(messages: Messages): string[] {
  return Object.values(messages).flatMap((each) => (typeof each === "string" ? [each] : textsOf(each)));
}

/** What the console says in a language, and what the server and the demo world's playbooks do. */
function saidIn(language: "en" | "fr"): string[] {
  const folder = fileURLToPath(new URL(`../client/i18n/${language}/`, import.meta.url));
  const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Messages);
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

const patternsOf = (language: "en" | "fr") => saidIn(language).flatMap((message) => patternOf(message) ?? []);
const english = patternsOf("en");
const french = patternsOf("fr");

/** Words that no French sentence has. */
const englishWord =
  /(?<!\p{L})(?:the|and|of|for|with|not|is|are|was|this|that|it|to|by|from|which|who|has|have|will|be|no|yes)(?!\p{L})/iu;

const { offerings, templates, customers, users, resellers } = demoWorld(new Date());
const data = new Set(
  JSON.stringify({ offerings, templates, customers, users, resellers }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  )
    .match(/"(?:[^"\\]|\\.)*"/g)
    ?.map((text) => JSON.parse(text) as string),
);

function englishAmong(texts: readonly string[]): string[] {
  return texts.filter((text) => {
    if (text.split(" · ").every((part) => data.has(part))) return false; // facts stand beside each other
    const isOurs = english.some((pattern) => pattern.test(text)) && !french.some((pattern) => pattern.test(text));
    return isOurs || (englishWord.test(text) && !french.some((pattern) => pattern.test(text)));
  });
}

/** What stands there as it was written: documents, the log of the engine and that of the network. */
const evidence =
  'script, style, pre, code, textarea, .cm-editor, [lang="en"], [role="region"][aria-label^="Journal"], [aria-label="Appels reçus"] td';

async function visibleTexts(page: Page): Promise<string[]> {
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
  { name: "playbooks", path: at("/r/tierline/playbooks"), user: operator },
  { name: "playbook", path: at("/r/tierline/playbooks/fiber"), user: operator },
];

test("pages in French show no English", async ({ page }) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => localStorage.setItem("tierline:language", "fr"));
  for (const [user, pages] of Map.groupBy(places, ({ user = "owner@acme.test" }) => user)) {
    await signInAs(page, user);
    for (const { name, path } of pages) {
      await page.goto(await path(page));
      await expect(page.getByRole("heading", { level: 1 }), name).toBeVisible();
      await page.waitForLoadState("networkidle");
      const texts = await visibleTexts(page);
      expect(texts.length, name).toBeGreaterThan(20);
      expect.soft(englishAmong(texts), name).toEqual([]);
    }
  }
});
