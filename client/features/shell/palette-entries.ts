import type { Permission } from "@tierline/shared/permission.ts";
import { isBelow, ownerNames, ownerText, shortened } from "../../navigation/owner-names.ts";
import { path } from "../../navigation/path.ts";
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

type PageKey =
  | "home"
  | "customers"
  | "services"
  | "catalog"
  | "rates"
  | "inventory"
  | "runs"
  | "resellers"
  | "people"
  | "roles"
  | "audit"
  | "account"
  | "playbooks"
  | "connectors"
  | "developers";

/** Pages and actions are matched here: they are few and known. */
export function localEntries(
  text: string,
  reseller: string,
  permissions: readonly string[],
  words: { page: (key: PageKey) => string; addService: string; newCustomer: string; newReseller: string },
): PaletteEntry[] {
  const pages: readonly [PageKey, Permission, string][] = [
    ["home", "home.view", path.home(reseller)],
    ["customers", "customer.view", path.customers(reseller)],
    ["services", "service.view", path.services(reseller)],
    ["catalog", "catalog.view", path.catalog(reseller)],
    ["rates", "rate.view", path.rates(reseller)],
    ["inventory", "inventory.view", path.inventory(reseller)],
    ["runs", "run.view", path.runs(reseller)],
    ["resellers", "reseller.view", path.resellers(reseller)],
    ["playbooks", "playbook.view", path.playbooks(reseller)],
    ["connectors", "connector.view", path.connectors(reseller)],
    ["people", "user.view", path.people(reseller)],
    ["roles", "user.view", path.roles(reseller)],
    ["audit", "audit.view", path.audit(reseller)],
    ["account", "profile.update", path.account(reseller)],
    ["developers", "api_key.view", path.developers(reseller)],
  ];
  const actions: readonly [string, Permission, string][] = [
    [words.addService, "order.place", path.assign(reseller)],
    [words.newCustomer, "customer.create", path.newCustomer(reseller)],
    [words.newReseller, "reseller.create", path.newReseller(reseller)],
  ];
  const entries: (PaletteEntry & { permission: Permission })[] = [
    ...actions.map(([title, permission, href]) => ({
      id: href,
      section: "actions" as const,
      title,
      detail: "",
      href,
      permission,
    })),
    ...pages.map(([key, permission, href]) => ({
      id: href,
      section: "pages" as const,
      title: words.page(key),
      detail: "",
      href,
      permission,
    })),
  ];
  const wanted = text.trim().toLocaleLowerCase();
  return entries.filter(
    ({ title, permission }) => permissions.includes(permission) && title.toLocaleLowerCase().includes(wanted),
  );
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
