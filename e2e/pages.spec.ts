import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import {
  customerPage,
  firstOf,
  itemPage,
  onboardingPage,
  problemPage,
  resellerPage,
  runPage,
  screeningCasePage,
  wholesalePage,
} from "./first-pages.ts";
import { cutOffWhenLong } from "./long-words.ts";
import { signInAs } from "./sign-in.ts";

/** Where the README's pictures lie; they are made anew when PICTURES is set. */
const pictures = fileURLToPath(new URL("./pictures/", import.meta.url));

interface Place {
  readonly name: string;
  readonly path: (page: Page) => Promise<string> | string;
  /** Null for nobody. */
  readonly user?: string | null;
  readonly language?: "fr" | "de" | "pt";
  /** A part or a state of a page that is looked at as a whole besides is looked at in one scheme. */
  readonly only?: "light" | "dark";
  /** What is opened on the page before it is looked at. */
  readonly open?: (page: Page) => Promise<void>;
}

type Desks = (user: string | null, language: string) => Promise<BrowserContext>;

/** One desk for each person and language: who looks at page after page neither signs in nor fetches the console each time. */
const test = base.extend<object, { readonly desks: Desks }>({
  desks: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, locale, timezoneId } = project.use;
      const options = { baseURL, viewport, locale, timezoneId } as BrowserContextOptions;
      const kept = new Map<string, BrowserContext>();
      await use(async (user, language) => {
        const key = `${user} ${language}`;
        const known = kept.get(key);
        if (known !== undefined) return known;
        const desk = await browser.newContext(options);
        kept.set(key, desk);
        if (language !== "")
          await desk.addInitScript((tag) => localStorage.setItem("tierline:language", tag), language);
        const door = await desk.newPage();
        if (user !== null) await signInAs(door, user);
        await door.close();
        return desk;
      });
      for (const desk of kept.values()) await desk.close();
    },
    { scope: "worker" },
  ],
});

const open = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const dialog = (page: Page) => expect(page.getByRole("dialog")).toBeVisible();

const places: readonly Place[] = [
  { name: "home", path: () => "/r/acme" },
  { name: "customers", path: () => "/r/acme/customers" },
  { name: "brand", path: () => "/r/acme/brand", user: "owner@acme.test" },
  { name: "customer", path: customerPage },
  ...["services", "subscribers", "contacts", "inventory", "runs", "orders", "problems", "activity"].map(
    (tab, index) => ({
      name: `customer-${tab}`,
      only: index % 2 === 0 ? ("light" as const) : ("dark" as const),
      path: async (page: Page) => `${await customerPage(page)}?tab=${tab}`,
    }),
  ),
  { name: "subscribers-with-people", only: "dark", path: wholesalePage },
  { name: "add-several", user: "owner@acme.test", only: "light", path: wholesalePage, open: open("Add several") },
  {
    name: "customer-payment",
    user: "owner@acme.test",
    path: async (page: Page) => `${await customerPage(page)}?tab=billing`,
    async open(page) {
      await open("Record payment")(page);
      await page.getByLabel("Amount in GBP").fill("10.50");
      await expect(page.getByRole("region", { name: "What becomes of the balance" })).toContainText("Afterwards");
    },
  },
  {
    name: "customer-edited",
    path: customerPage,
    async open(page) {
      await open("Edit")(page);
      await dialog(page);
    },
  },
  { name: "new-customer", path: () => "/r/acme/customers/new" },
  { name: "catalog", path: () => "/r/acme/catalog" },
  { name: "carousel", path: () => "/r/acme/catalog?view=carousel" },
  { name: "offering", path: () => "/r/acme/catalog/mobile-20gb", user: "owner@acme.test" },
  { name: "assign", path: () => "/r/acme/assign?product=mobile-20gb&customer=123" },
  {
    name: "assign-in-french",
    only: "dark",
    path: () => "/r/acme/assign?product=mobile-20gb&customer=123",
    language: "fr",
  },
  { name: "assign-from-a-customer", only: "dark", path: () => "/r/acme/assign?customer=789" },
  { name: "services", path: () => "/r/acme/services" },
  {
    name: "service",
    path: (page) =>
      firstOf(
        page,
        "{ services(filter: { tab: ACTIVE }, first: 1) { nodes { id } } }",
        ({ services }) => `/r/acme/services/${services?.nodes[0]?.id}`,
      ),
  },
  {
    name: "line-set",
    only: "dark",
    path: (page) =>
      firstOf(
        page,
        "{ services(filter: { tab: ACTIVE, serviceType: VOIP }, first: 1) { nodes { id } } }",
        ({ services }) => `/r/acme/services/${services?.nodes[0]?.id}`,
      ),
    async open(page) {
      await open("Change")(page);
      await dialog(page);
    },
  },
  { name: "inventory", path: () => "/r/acme/inventory?template=sim-card" },
  { name: "item", path: itemPage, user: "owner@acme.test" },
  {
    name: "item-sold",
    path: itemPage,
    user: "owner@acme.test",
    async open(page) {
      await open(/^Sell/)(page);
      await dialog(page);
    },
  },
  { name: "inventory-in-french", only: "light", path: () => "/r/acme/inventory?template=sim-card", language: "fr" },
  { name: "audit", path: () => "/r/acme/audit", user: "owner@acme.test" },
  {
    name: "audit-entry",
    only: "dark",
    path: () => "/r/acme/audit",
    user: "owner@acme.test",
    async open(page) {
      await open(/^Order placed/)(page);
      await dialog(page);
    },
  },
  { name: "templates", path: () => "/r/acme/inventory/templates", user: "owner@acme.test" },
  { name: "add-items", path: () => "/r/acme/inventory/add?template=sim-card", user: "owner@acme.test" },
  { name: "runs", path: () => "/r/acme/runs" },
  { name: "run", path: (page) => runPage(page, "SUCCEEDED") },
  { name: "run-failed", path: (page) => runPage(page, "FAILED") },
  { name: "problems", path: () => "/r/acme/problems" },
  { name: "screening", path: () => "/r/acme/screening", user: "owner@acme.test" },
  { name: "onboardings", path: () => "/r/acme/onboarding", user: "owner@acme.test" },
  { name: "onboarding", path: () => "/r/acme/onboarding/new/customer", user: "owner@acme.test" },
  {
    name: "onboarding-pbx",
    path: (page) => onboardingPage(page, "MX_ONE", "PBX"),
    user: "owner@acme.test",
    language: "de",
  },
  {
    name: "onboarding-connect",
    path: (page) => onboardingPage(page, "MX_ONE", "CONNECT"),
    user: "owner@acme.test",
    language: "pt",
    async open(page) {
      await open("Consultar o PABX")(page);
      await expect(page.getByText("O PABX responde", { exact: true })).toBeVisible();
    },
  },
  {
    name: "onboarding-sync",
    path: (page) => onboardingPage(page, "SMBC", "SYNC"),
    user: "owner@acme.test",
    language: "fr",
    async open(page) {
      await page.getByRole("textbox", { name: "Ou coller des lignes" }).fill("email,name\nnobody,No Mail");
      await open("Répéter")(page);
      await expect(page.getByRole("region", { name: "Utilisateurs échoués" })).toBeVisible();
    },
  },
  { name: "customer-templates", path: () => "/r/acme/customers/templates", user: "owner@acme.test" },
  { name: "call-in", path: () => "/r/tierline/call-in", user: "ops@tierline.test" },
  {
    name: "screening-case",
    path: screeningCasePage,
    user: "owner@acme.test",
  },
  { name: "screening-lists", path: () => "/r/tierline/screening/lists", user: "ops@tierline.test" },
  {
    name: "screening-settings",
    only: "dark",
    path: () => "/r/tierline/screening/lists",
    user: "ops@tierline.test",
    open: open("Settings"),
  },
  { name: "imports", path: () => "/r/acme/imports", user: "owner@acme.test" },
  { name: "live-calls", path: () => "/r/acme/live-calls", user: "owner@acme.test" },
  { name: "calls", path: () => "/r/acme/calls" },
  { name: "rates", path: () => "/r/acme/rates" },
  { name: "numbers", path: () => "/r/acme/numbers" },
  { name: "payments", path: () => "/r/acme/payments", user: "owner@acme.test" },
  { name: "rate-plans", path: () => "/r/acme/rates?view=plans", user: "owner@acme.test" },
  { name: "price-lists", path: () => "/r/acme/rates?view=lists", user: "owner@acme.test" },
  { name: "allowances", only: "dark", path: () => "/r/acme/rates?view=allowances", user: "owner@acme.test" },
  { name: "rate-decks", path: () => "/r/tierline/rates?view=decks", user: "ops@tierline.test" },
  { name: "reports", path: () => "/r/acme/reports", user: "owner@acme.test" },
  { name: "problem", path: problemPage },
  { name: "resellers", path: () => "/r/tierline/resellers", user: "ops@tierline.test" },
  { name: "resellers-in-french", only: "dark", path: () => "/r/acme/resellers", language: "fr" },
  { name: "developers", path: () => "/r/acme/developers", user: "owner@acme.test" },
  { name: "new-program", path: () => "/r/acme/developers?dialog=new", user: "owner@acme.test" },
  { name: "webhooks", path: () => "/r/acme/developers/webhooks?dialog=new", user: "owner@acme.test" },
  { name: "api-limits", path: () => "/r/acme/developers/limits", user: "owner@acme.test" },
  { name: "api-changes", path: () => "/r/acme/developers/changes", user: "owner@acme.test" },
  { name: "new-reseller", path: () => "/r/acme/resellers/new", user: "owner@acme.test" },
  { name: "reseller", path: resellerPage, user: "owner@acme.test" },
  {
    name: "reseller-sell",
    user: "owner@acme.test",
    path: async (page) => `${await resellerPage(page)}?tab=sells&do=sell`,
    open: dialog,
  },
  ...["resellers", "activity"].map((tab, index) => ({
    name: `reseller-${tab}`,
    only: index % 2 === 0 ? ("light" as const) : ("dark" as const),
    user: "owner@acme.test",
    path: async (page: Page) => `${await resellerPage(page)}?tab=${tab}`,
  })),
  ...["edit", "limit", "suspend", "close"].map((dialogOf, index) => ({
    name: `reseller-${dialogOf}`,
    only: index % 2 === 0 ? ("dark" as const) : ("light" as const),
    user: "owner@acme.test",
    path: async (page: Page) => `${await resellerPage(page)}?do=${dialogOf}`,
    open: dialog,
  })),
  { name: "playbooks", path: () => "/r/tierline/playbooks", user: "ops@tierline.test" },
  { name: "playbook", path: () => "/r/tierline/playbooks/mobile-20gb", user: "ops@tierline.test" },
  { name: "connectors", path: () => "/r/acme/connectors" },
  { name: "lab", path: () => "/r/acme/lab" },
  { name: "home-in-french", only: "dark", path: () => "/r/acme", language: "fr" },
  {
    name: "palette",
    path: () => "/r/acme",
    async open(page) {
      await open("Search")(page);
      await page.getByRole("combobox", { name: "Search" }).fill("smith");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
  },
  { name: "notifications", path: () => "/r/acme", open: open(/^Notifications/) },
  {
    name: "shortcuts",
    only: "dark",
    path: () => "/r/acme",
    async open(page) {
      await page.keyboard.press("?");
      await dialog(page);
    },
  },
  { name: "not-found", only: "light", path: () => "/r/acme/customers/cus_01KDVDNA3VEHWS3FK3ZYDCXY00" },
  { name: "no-such-address", only: "dark", path: () => "/r/acme/nowhere" },
  { name: "not-permitted", only: "light", path: () => "/r/acme/playbooks" },
  { name: "people", path: () => "/r/acme/people", user: "owner@acme.test" },
  {
    name: "person",
    path: (page) =>
      firstOf(
        page,
        '{ users(filter: { search: "agent" }, first: 1) { nodes { id } } }',
        ({ users }) => `/r/acme/people/${users?.nodes[0]?.id}`,
      ),
    user: "owner@acme.test",
  },
  {
    name: "person-invited",
    path: () => "/r/acme/people",
    user: "owner@acme.test",
    async open(page) {
      await open("Invite")(page);
      await dialog(page);
    },
  },
  {
    name: "role-edited",
    path: () => "/r/acme/roles",
    user: "owner@acme.test",
    async open(page) {
      await open("New role")(page);
      await dialog(page);
    },
  },
  {
    name: "preset-edited",
    path: () => "/r/acme/presets",
    user: "owner@acme.test",
    async open(page) {
      await open("New preset")(page);
      await dialog(page);
    },
  },
  { name: "account", path: () => "/r/acme/account" },
  { name: "account-in-french", only: "dark", path: () => "/r/acme/account", language: "fr" },
  { name: "portal", path: () => "/portal", user: "john@smith.test" },
  { name: "portal-lines", only: "dark", path: () => "/portal/lines", user: "john@smith.test" },
  { name: "portal-billing", path: () => "/portal/billing", user: "john@smith.test" },
  { name: "portal-calls", only: "dark", path: () => "/portal/calls", user: "john@smith.test" },
  { name: "portal-problems", only: "light", path: () => "/portal/problems", user: "john@smith.test" },
  { name: "portal-subscribers", only: "dark", path: () => "/portal/subscribers", user: "john@smith.test" },
  { name: "portal-contacts", only: "light", path: () => "/portal/contacts", user: "john@smith.test" },
  {
    name: "portal-service",
    path: (page) =>
      firstOf(
        page,
        "{ services(filter: { tab: ACTIVE, serviceType: MOBILE }, first: 1) { nodes { id } } }",
        ({ services }) => `/portal/services/${services?.nodes[0]?.id}`,
      ),
    user: "john@smith.test",
  },
  {
    name: "portal-account-in-french",
    only: "dark",
    path: () => "/portal/account",
    user: "jane@johnson.test",
    language: "fr",
  },
  { name: "forgotten-password", path: () => "/forgotten-password", user: null },
  { name: "sign-up", only: "dark", path: () => "/sign-up", user: null },
  { name: "reset-password", only: "dark", path: () => "/reset-password", user: null },
  { name: "accept-invitation", only: "light", path: () => "/accept-invitation", user: null },
  { name: "confirm-email", only: "dark", path: () => "/confirm-email", user: null },
  { name: "sign-in", path: () => "/sign-in", user: null },
];

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

for (const { name, path, user = "agent@acme.test", language, only, open: opening } of places) {
  const schemes = only === undefined ? (["light", "dark"] as const) : [only];
  test(`${name} in ${schemes.join(" and ")}: no finding of axe, nothing in the browser's console, no sideways scrolling`, async ({
    desks,
  }) => {
    const page = await (await desks(user, language ?? "")).newPage();
    const noise: string[] = [];
    page.on("console", (message) => message.type() === "error" && noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(String(error)));
    await page.emulateMedia({ colorScheme: schemes[0], reducedMotion: "reduce" });
    await page.goto(await path(page));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(
      page.getByText(/This could not be loaded|This page broke|Le chargement a échoué|Cette page s’est arrêtée/),
    ).toHaveCount(0);
    await opening?.(page);
    for (const [index, scheme] of schemes.entries()) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
      // The other scheme has other colours and nothing else.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const looked = index === 0 ? axe.withTags(tags) : axe.withRules(["color-contrast", "link-in-text-block"]);
      const { violations } = await looked.analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
        scheme,
      ).toEqual([]);
      if (process.env["PICTURES"] !== undefined) await takePictures(page, name, scheme);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, "pixels of sideways scrolling at 390").toBeLessThanOrEqual(0);
    expect.soft(await cutOffWhenLong(page), "cut off in a language with longer words").toEqual([]);
    expect(noise).toEqual([]);
    await page.close();
  });
}

async function takePictures(page: Page, name: string, scheme: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const suffix = scheme === "light" ? "" : "-dark";
  await page.screenshot({ path: `${pictures}${name}${suffix}.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${pictures}${name}${suffix}-phone.png` });
  await page.setViewportSize({ width: 1440, height: 900 });
}
