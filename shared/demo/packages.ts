import type { OfferingKind } from "../kinds.ts";
import type { PackageTerms } from "../package.ts";

/** What people work together with, as the public description of Webex Wholesale names it: data, of which an operator makes its own. */
export interface DemoPackage {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly kind: OfferingKind;
  readonly playbook: "package" | "package-addon";
  readonly facts: readonly string[];
  /** A month of it, in pounds: what customers pay, and what Acme pays. */
  readonly retail: string;
  readonly cost: string;
  readonly terms: PackageTerms;
}

type Has = readonly ("messaging" | "meetings" | "calling")[];
type Row = readonly [
  key: string,
  name: string,
  rank: number,
  has: Has,
  retail: string,
  cost: string,
  description: string,
  more?: Partial<PackageTerms> & { readonly isAddon?: boolean },
];

const calls: Has = ["calling"];
const all: Has = ["messaging", "meetings", "calling"];
const ofCustomer = { isForSubscribers: false } as const;
const addonOfCustomer = { isForSubscribers: false, isAddon: true } as const;

const rows: readonly Row[] = [
  ["cx_premium_agent", "CX Premium Agent", 80, all, "62.00", "45.00", "For contact centres on every channel."],
  ["cx_standard_agent", "CX Standard Agent", 70, all, "45.00", "32.00", "For contact centres on the phone."],
  ["cx_essentials", "CX Essentials", 60, all, "28.00", "19.00", "Queues and supervision for small teams."],
  ["webex_suite", "Webex Suite", 50, all, "22.00", "14.00", "Messages, meetings and calls in one."],
  [
    "webex_calling",
    "Webex Calling",
    30,
    ["messaging", "calling"],
    "12.00",
    "7.50",
    "Calls on desk and mobile, with messages.",
  ],
  [
    "webex_meetings",
    "Webex Meetings",
    25,
    ["messaging", "meetings"],
    "10.00",
    "6.00",
    "Meetings with messages, without calls.",
  ],
  ["webex_calling_standard", "Webex Calling Standard", 20, calls, "9.00", "5.50", "Calls at one desk."],
  ["webex_voice", "Webex Voice", 10, calls, "6.00", "3.50", "A phone and a number."],
  ["common_area_calling", "Common Area Calling", 5, calls, "4.00", "2.50", "A phone in a hall or kitchen.", ofCustomer],
  [
    "attendant_console",
    "Attendant Console",
    4,
    [],
    "15.00",
    "10.00",
    "For whoever puts calls through.",
    { isAddon: true, needsOneOf: ["webex_calling", "webex_suite", "cx_essentials"] },
  ],
  [
    "cisco_calling_plan",
    "Cisco Calling Plan",
    3,
    [],
    "5.00",
    "3.00",
    "Numbers and minutes of the public network.",
    {
      ...addonOfCustomer,
      needsOneOf: [
        "common_area_calling",
        "webex_calling",
        "webex_suite",
        "webex_voice",
        "cx_essentials",
        "webex_calling_standard",
      ],
    },
  ],
  ["cx_voice_ports", "CX Voice Ports", 2, [], "8.00", "5.00", "More lines into the contact centre.", addonOfCustomer],
  ["cx_ai_assistant", "CX AI Assistant", 1, [], "18.00", "12.00", "Summaries and hints for agents.", addonOfCustomer],
  [
    "webex_ai_agent",
    "Webex AI Agent",
    0,
    [],
    "30.00",
    "20.00",
    "Answers callers by itself.",
    { ...addonOfCustomer, isComingSoon: true },
  ],
];

const factOf = { messaging: "Messages", meetings: "Meetings", calling: "Calls" } as const;

export const demoPackages: readonly DemoPackage[] = rows.map(
  ([key, name, rank, has, retail, cost, description, { isAddon = false, ...more } = {}]) => ({
    slug: key.replaceAll("_", "-"),
    name,
    description,
    kind: isAddon ? "ADDON" : "PLAN",
    playbook: isAddon ? "package-addon" : "package",
    facts: [...has.map((each) => factOf[each]), "Billed by the day"],
    retail,
    cost,
    terms: {
      key,
      rank,
      messaging: has.includes("messaging"),
      meetings: has.includes("meetings"),
      calling: has.includes("calling"),
      needsOneOf: [],
      isForSubscribers: true,
      isComingSoon: false,
      ...more,
    },
  }),
);
