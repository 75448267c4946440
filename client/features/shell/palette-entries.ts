import type { Permission } from "@tierline/shared/permission.ts";
import { isBelow, ownerNames, ownerText, shortened } from "../../navigation/owner-names.ts";
import { path } from "../../navigation/path.ts";
import { isKnownAs, type KnownAs } from "./known-as.ts";
import type { PaletteSearchQuery } from "./palette.generated.ts";

export type PaletteSection = "recent" | "customers" | "services" | "items" | "runs" | "offerings" | "actions" | "pages";

export interface PaletteEntry {
  readonly id: string;
  readonly section: PaletteSection;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

type Hit = PaletteSearchQuery["search"]["nodes"][number];

const places = {
  Customer: { section: "customers", href: (reseller: string, id: string) => path.customer(reseller, id) },
  Service: { section: "services", href: (reseller: string, id: string) => path.service(reseller, id) },
  InventoryItem: { section: "items", href: (reseller: string, id: string) => path.item(reseller, id) },
  ProvisioningRun: { section: "runs", href: (reseller: string, id: string) => path.run(reseller, id) },
  Offering: {
    section: "offerings",
    href: (reseller: string, _id: string, slug?: string) => path.offering(reseller, slug ?? ""),
  },
} as const;

/** What the server found, as places to go to: kinds together, the kind of the best hit first, each in the server's own order. */
export function entriesOf(hits: readonly Hit[], reseller: string): PaletteEntry[] {
  const bySection = Map.groupBy(
    hits.map((hit) => entryOf(hit, reseller)),
    ({ section }) => section,
  );
  return [...bySection.values()].flat();
}

function entryOf({ node, title, detail }: Hit, reseller: string): PaletteEntry {
  const { section, href } = places[node.__typename];
  return {
    id: node.id,
    section,
    title,
    detail: [ownerOf(node, reseller), detail].filter((part) => part !== "").join(" · "),
    href: href(reseller, node.id, "slug" in node ? node.slug : undefined),
  };
}

/** U23: whose it is, where that does not go without saying. */
function ownerOf(node: Hit["node"], reseller: string): string {
  if (!("tierPath" in node) || !isBelow(node.tierPath, reseller)) return "";
  return ownerText(shortened(ownerNames(node.tierPath, reseller)));
}

type ActionKey = "addService" | "newCustomer" | "newReseller";
type PageKey = Exclude<KnownAs, ActionKey>;

/** Pages and actions are matched here: they are few and known. */
export function localEntries(
  text: string,
  reseller: string,
  permissions: readonly string[],
  words: { page: (key: PageKey) => string; action: (key: ActionKey) => string },
): PaletteEntry[] {
  const pages: readonly [PageKey, Permission, string][] = [
    ["home", "home.view", path.home(reseller)],
    ["customers", "customer.view", path.customers(reseller)],
    ["services", "service.view", path.services(reseller)],
    ["catalog", "catalog.view", path.catalog(reseller)],
    ["calls", "call.view", path.calls(reseller)],
    ["rates", "rate.view", path.rates(reseller)],
    ["allowances", "finance.view", path.rates(reseller, { view: "allowances" })],
    ["payments", "payment.set_up", path.payments(reseller)],
    ["reports", "finance.view", path.reports(reseller)],
    ["inventory", "inventory.view", path.inventory(reseller)],
    ["numbers", "inventory.view", path.numbers(reseller)],
    ["runs", "run.view", path.runs(reseller)],
    ["problems", "problem.handle", path.problems(reseller)],
    ["liveCalls", "call.view", path.liveCalls(reseller)],
    ["resellers", "reseller.view", path.resellers(reseller)],
    ["brand", "brand.edit", path.brand(reseller)],
    ["playbooks", "playbook.view", path.playbooks(reseller)],
    ["connectors", "connector.view", path.connectors(reseller)],
    ["imports", "bulk.import", path.imports(reseller)],
    ["callIn", "call_in.edit", path.callIn(reseller)],
    ["people", "user.view", path.people(reseller)],
    ["roles", "user.view", path.roles(reseller)],
    ["presets", "customer.delegate", path.presets(reseller)],
    ["templates", "customer.create", path.customerTemplates(reseller)],
    ["onboarding", "customer.create", path.onboardings(reseller)],
    ["screening", "screening.view", path.screening(reseller)],
    ["audit", "audit.view", path.audit(reseller)],
    ["account", "profile.update", path.account(reseller)],
    ["developers", "api_key.view", path.developers(reseller)],
  ];
  const actions: readonly [ActionKey, Permission, string][] = [
    ["addService", "order.place", path.assign(reseller)],
    ["newCustomer", "customer.create", path.newCustomer(reseller)],
    ["newReseller", "reseller.create", path.newReseller(reseller)],
  ];
  const entry = (section: "actions" | "pages", key: KnownAs, permission: Permission, title: string, href: string) =>
    permissions.includes(permission) && isKnownAs(key, title, text)
      ? [{ id: href, section, title, detail: "", href }]
      : [];
  return [
    ...actions.flatMap(([key, permission, href]) => entry("actions", key, permission, words.action(key), href)),
    ...pages.flatMap(([key, permission, href]) => entry("pages", key, permission, words.page(key), href)),
  ];
}

const recentKey = "tierline:recent";
const recentMax = 6;

/** Where one went last through the palette, in this tier. */
export function recentEntries(reseller: string): PaletteEntry[] {
  try {
    const kept = JSON.parse(localStorage.getItem(`${recentKey}:${reseller}`) ?? "[]") as PaletteEntry[];
    return kept.map((entry) => ({ ...entry, section: "recent" as const }));
  } catch {
    return [];
  }
}

export function rememberEntry(reseller: string, entry: PaletteEntry): void {
  const others = recentEntries(reseller).filter(({ href }) => href !== entry.href);
  localStorage.setItem(`${recentKey}:${reseller}`, JSON.stringify([entry, ...others].slice(0, recentMax)));
}

/** A till is shared: whoever signs in next does not see whom the last one looked up. */
export function forgetEntries(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${recentKey}:`)) localStorage.removeItem(key);
}
