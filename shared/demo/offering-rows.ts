import type { SuspensionPolicy } from "../charge.ts";
import type { CustomerKind, ServiceType } from "../kinds.ts";
import type { PackageTerms } from "../package.ts";
import type { DemoCustomField } from "./model.ts";

export type Owner = "acme" | "beta";
export type Slot = "sim" | "number" | "modem" | "box";

/** Decimals in the owner's currency. */
export interface PriceRow {
  readonly setup?: string;
  readonly recurring?: string;
  readonly oneOff?: string;
}

export interface OfferingRow {
  /** Acme, unless it says so. */
  readonly owner?: Owner;
  readonly slug: string;
  readonly name: string;
  readonly type: ServiceType;
  /** Individuals, unless it says so. */
  readonly segments?: readonly CustomerKind[];
  readonly price: PriceRow;
  readonly cost: PriceRow;
  readonly description: string;
  readonly facts: readonly string[];
  readonly slots?: readonly Slot[];
  readonly playbook: string;
  readonly fields?: readonly DemoCustomField[];
  readonly isEnabled?: boolean;
  readonly needsSite?: boolean;
  readonly needsInstallation?: boolean;
  readonly whileSuspended?: SuspensionPolicy;
  readonly countries?: readonly string[];
  readonly packageTerms?: PackageTerms;
  /** Calls at a time of one line. */
  readonly simultaneousCalls?: number;
}

const business = ["BUSINESS"] as const;
const both = ["INDIVIDUAL", "BUSINESS"] as const;
const simAndNumber = ["sim", "number"] as const;
const fibreOnSite = {
  type: "INTERNET",
  segments: both,
  slots: ["modem"],
  needsSite: true,
  needsInstallation: true,
} as const;

const field = (key: string, label: string, more: Partial<DemoCustomField> = {}): DemoCustomField => ({
  key,
  label,
  kind: "TEXT",
  isRequired: false,
  choices: [],
  maxLength: 40,
  ...more,
});
const accountFields = [field("account-number", "Account number"), field("cost-centre", "Cost centre")];
const voipFields = [
  ...accountFields,
  field("support-hours", "Support hours", {
    kind: "CHOICE",
    choices: ["Office hours", "Around the clock"],
    maxLength: null,
  }),
];

export const planRows: readonly OfferingRow[] = [
  {
    slug: "mobile-20gb",
    name: "Mobile - 20 GB",
    type: "MOBILE",
    price: { setup: "0.00", recurring: "15.00" },
    cost: { setup: "1.00", recurring: "5.00" },
    description: "For most people: data for maps, music and messages all month.",
    facts: ["20 GB data", "Unlimited UK calls", "EU roaming 5 GB"],
    slots: simAndNumber,
    playbook: "mobile-20gb",
  },
  {
    slug: "fiber-100",
    name: "Fibre 100",
    ...fibreOnSite,
    price: { setup: "25.00", recurring: "40.00" },
    cost: { setup: "20.00", recurring: "28.00" },
    description: "Internet access with a modem, installed on site.",
    facts: ["100 Mbit/s down, 20 up", "Modem included", "Installed on site"],
    playbook: "fiber",
  },
  {
    slug: "mobile-5gb",
    name: "Mobile - 5 GB",
    type: "MOBILE",
    price: { setup: "0.00", recurring: "8.00" },
    cost: { setup: "1.00", recurring: "3.00" },
    description: "For calls and messages, with a little data.",
    facts: ["5 GB data", "Unlimited UK calls", "EU roaming 2 GB"],
    slots: simAndNumber,
    playbook: "mobile-5gb",
  },
  {
    slug: "mobile-100gb",
    name: "Mobile - 100 GB",
    type: "MOBILE",
    price: { setup: "0.00", recurring: "24.00" },
    cost: { setup: "1.00", recurring: "11.00" },
    description: "For those who watch and work on the way.",
    facts: ["100 GB data", "Unlimited UK calls", "EU roaming 20 GB"],
    slots: simAndNumber,
    playbook: "mobile-register",
  },
  {
    slug: "fiber-500",
    name: "Fibre 500",
    ...fibreOnSite,
    price: { setup: "25.00", recurring: "55.00" },
    cost: { setup: "20.00", recurring: "38.00" },
    description: "For households where everyone streams at once.",
    facts: ["500 Mbit/s down, 100 up", "Modem included", "Installed on site"],
    playbook: "fiber-500",
  },
  {
    slug: "fiber-1000",
    name: "Fibre 1000",
    ...fibreOnSite,
    price: { setup: "25.00", recurring: "70.00" },
    cost: { setup: "20.00", recurring: "50.00" },
    description: "The fastest access, where it has been built.",
    facts: ["1 Gbit/s down, 500 up", "Modem included", "France and Germany only"],
    playbook: "fiber-1000",
    countries: ["FR", "DE"],
  },
  {
    slug: "tv-basic",
    name: "TV Basic",
    type: "IPTV",
    price: { setup: "0.00", recurring: "9.00" },
    cost: { recurring: "4.00" },
    description: "Television over any internet access.",
    facts: ["64 channels", "1 screen", "7 days of replay"],
    slots: ["box"],
    playbook: "iptv",
    needsSite: true,
  },
  {
    slug: "tv-family",
    name: "TV Family",
    type: "IPTV",
    price: { setup: "0.00", recurring: "16.00" },
    cost: { recurring: "8.50" },
    description: "More channels, and three screens at once.",
    facts: ["112 channels", "3 screens", "30 days of replay"],
    slots: ["box"],
    playbook: "iptv",
    needsSite: true,
  },
  {
    slug: "home-phone",
    name: "Home phone",
    type: "VOIP",
    price: { setup: "5.00", recurring: "6.00" },
    cost: { setup: "2.00", recurring: "2.50" },
    description: "A number at home, over the internet.",
    facts: ["1 line, own number", "300 UK minutes", "Caller display"],
    slots: ["number"],
    playbook: "home-phone",
    simultaneousCalls: 2,
  },
  {
    slug: "biz-mobile-40gb",
    name: "Business mobile - 40 GB",
    type: "MOBILE",
    segments: business,
    price: { setup: "0.00", recurring: "18.00" },
    cost: { setup: "1.00", recurring: "8.00" },
    description: "For staff on the road, on one bill with a cost centre.",
    facts: ["40 GB data", "Unlimited UK and EU calls", "Cost centre on the bill"],
    slots: simAndNumber,
    playbook: "mobile-40gb",
    fields: accountFields,
  },
  {
    slug: "biz-voip",
    name: "Business VoIP",
    type: "VOIP",
    segments: business,
    price: { setup: "0.00", recurring: "30.00" },
    cost: { recurring: "17.00" },
    description: "A SIP account for the telephone system of a site.",
    facts: ["10 calls at once", "Own numbers can be brought along", "Per site"],
    whileSuspended: "BILL_WHILE_SUSPENDED",
    playbook: "voip",
    fields: voipFields,
    needsSite: true,
    simultaneousCalls: 10,
  },
  {
    slug: "old-plan",
    name: "Old plan",
    type: "MOBILE",
    segments: both,
    price: { setup: "0.00", recurring: "6.00" },
    cost: { recurring: "3.50" },
    description: "Not sold any more.",
    facts: ["1 GB data", "100 UK minutes"],
    slots: simAndNumber,
    playbook: "mobile-5gb",
    isEnabled: false,
  },
  {
    owner: "beta",
    slug: "mobile-10gb",
    name: "Mobil - 10 GB",
    type: "MOBILE",
    segments: both,
    price: { setup: "0.00", recurring: "12.00" },
    cost: { setup: "1.00", recurring: "5.50" },
    description: "Datenvolumen für jeden Tag.",
    facts: ["10 GB Daten", "Flatrate in alle Netze", "EU-Roaming"],
    slots: simAndNumber,
    playbook: "mobile-10gb",
  },
];

export const addonRows: readonly OfferingRow[] = [
  {
    slug: "data-boost-5gb",
    name: "Data boost 5 GB",
    type: "MOBILE",
    segments: both,
    price: { oneOff: "5.00" },
    cost: { oneOff: "2.00" },
    description: "More data at once, until the end of the month.",
    facts: ["5 GB data", "At once"],
    playbook: "data-boost",
  },
  {
    slug: "data-boost-20gb",
    name: "Data boost 20 GB",
    type: "MOBILE",
    segments: both,
    price: { oneOff: "12.00" },
    cost: { oneOff: "5.50" },
    description: "Much more data at once, until the end of the month.",
    facts: ["20 GB data", "At once"],
    playbook: "data-boost-20gb",
  },
  {
    slug: "eu-roaming-week",
    name: "EU roaming week",
    type: "MOBILE",
    price: { oneOff: "9.00" },
    cost: { oneOff: "4.00" },
    description: "Data for a holiday in the EU.",
    facts: ["10 GB in the EU", "7 days"],
    playbook: "roaming-week",
  },
  {
    slug: "static-ip",
    name: "Static IP address",
    type: "INTERNET",
    segments: both,
    price: { recurring: "5.00" },
    cost: { recurring: "1.50" },
    description: "An address that stays, for servers and cameras at home.",
    facts: ["1 IPv4 address", "Stays with the service"],
    playbook: "feature",
  },
  {
    slug: "tv-sports",
    name: "TV sports pack",
    type: "IPTV",
    price: { recurring: "8.00" },
    cost: { recurring: "5.00" },
    description: "Every match, live and later.",
    facts: ["14 channels", "Replay"],
    playbook: "feature",
  },
  {
    slug: "voip-recording",
    name: "Call recording",
    type: "VOIP",
    segments: business,
    price: { recurring: "4.00" },
    cost: { recurring: "1.20" },
    description: "Calls are recorded and kept for 30 days.",
    facts: ["Per line", "Kept 30 days"],
    playbook: "feature",
  },
];
