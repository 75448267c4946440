import type { Moves } from "./moves.ts";

/** The published lists that parties are screened against. */
export const screeningLists = ["OFAC_SDN", "CSL", "DPL"] as const;
export type ScreeningList = (typeof screeningLists)[number];

/** What came of fetching a list. */
export const fetchOutcomes = ["NEW", "SAME", "FAILED"] as const;
export type FetchOutcome = (typeof fetchOutcomes)[number];

/** What made a check necessary. */
export const screeningTriggers = [
  "CUSTOMER_CREATED",
  "BILLING_ADDRESS_UPDATED",
  "NAME_UPDATED",
  "LIST_CHANGED",
] as const;
export type ScreeningTrigger = (typeof screeningTriggers)[number];

/** Where a customer stands; a check is NOT_RUN where no list had been imported. */
export const screeningStates = ["NOT_RUN", "RUNNING", "CLEAR", "POTENTIAL_MATCH", "APPROVED", "NON_COMPLIANT"] as const;
export type ScreeningState = (typeof screeningStates)[number];

/** Of one check: it never becomes NON_COMPLIANT by itself. */
export const checkStates = ["NOT_RUN", "RUNNING", "CLEAR", "POTENTIAL_MATCH", "APPROVED"] as const;
export type CheckState = (typeof checkStates)[number];

/** CONFIRMING waits for a second person; WITHDRAWN: what it was about stands on no list any more. */
export const screeningCaseStates = [
  "OPEN",
  "CONFIRMING",
  "NON_COMPLIANT",
  "DEACTIVATED",
  "APPROVED",
  "WITHDRAWN",
] as const;
export type ScreeningCaseState = (typeof screeningCaseStates)[number];

export const screeningCaseMoves: Moves<ScreeningCaseState> = {
  OPEN: ["CONFIRMING", "APPROVED", "DEACTIVATED", "WITHDRAWN"],
  CONFIRMING: ["OPEN", "NON_COMPLIANT", "APPROVED", "DEACTIVATED", "WITHDRAWN"],
  NON_COMPLIANT: ["OPEN", "APPROVED", "DEACTIVATED"],
  DEACTIVATED: ["APPROVED"],
  APPROVED: [],
  WITHDRAWN: [],
};

/** Of which a customer has one at most. */
export const liveCaseStates = ["OPEN", "CONFIRMING", "NON_COMPLIANT", "DEACTIVATED"] as const;

export function isLiveCase(state: ScreeningCaseState): boolean {
  return (liveCaseStates as readonly string[]).includes(state);
}

export const contactChannels = ["PHONE", "EMAIL", "LETTER", "OTHER"] as const;
export type ContactChannel = (typeof contactChannels)[number];
export const contactOutcomes = ["REACHED", "UNREACHABLE"] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Which of the two clocks deactivated a customer. */
export const deactivationCauses = ["TIME", "UNREACHABLE"] as const;
export type DeactivationCause = (typeof deactivationCauses)[number];

/** WEAK_ALIAS: one that the publisher itself takes for of little use, such as an abbreviation; found when it is written the same. */
export const listedNameKinds = ["NAME", "ALIAS", "WEAK_ALIAS"] as const;
export type ListedNameKind = (typeof listedNameKinds)[number];

export interface ListedAddress {
  readonly text: string;
  /** ISO 3166-1 alpha-2; null where none is known. */
  readonly country: string | null;
}

/** Two words taken for one another, and how alike they are in thousandths. */
export interface MatchedWord {
  readonly ours: string;
  readonly listed: string;
  readonly likeness: number;
}

/** What a reviewer is shown of one listed party: a copy, because lists change and lie with the operator. */
export interface FoundMatch {
  readonly list: ScreeningList;
  readonly listVersion: number;
  readonly reference: string;
  readonly contentHash: string;
  /** Thousandths, of the name that is most alike. */
  readonly score: number;
  readonly matchedName: string;
  readonly nameKind: ListedNameKind;
  readonly words: readonly MatchedWord[];
  /** Whether a country is the same; null where the list knows none. */
  readonly isSameCountry: boolean | null;
  readonly isSameCity: boolean;
  readonly kind: string;
  readonly source: string;
  readonly names: readonly { readonly name: string; readonly kind: ListedNameKind }[];
  readonly addresses: readonly ListedAddress[];
  readonly remarks: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** A case is reviewed in time up to and with its sixtieth minute (C19). */
export const reviewMs = 60 * minute;
/** From the first potential match on (A-C8), each day of 24 hours. */
export const complianceMs = 30 * day;
/** An attempt to reach somebody counts this long after the one that counted last. */
export const attemptSpacingMs = day;
export const unreachableMax = 3;
/** Days before a deactivation on which it is announced. */
export const noticeDays = [7, 3, 1] as const;
/** A deactivation is undone this long. */
export const reactivationMs = 30 * day;

export function isOverdue(state: ScreeningCaseState, openedAt: Date, now: Date): boolean {
  return (state === "OPEN" || state === "CONFIRMING") && now.getTime() - openedAt.getTime() > reviewMs;
}

/** The days of the announcement that is due, the nearest alone after an outage; null when none is or it was made. */
export function noticeDue(deactivateAt: Date, announced: number | null, now: Date): number | null {
  const due = noticeDays.filter((days) => now.getTime() >= deactivateAt.getTime() - days * day).at(-1) ?? null;
  return due === null || now >= deactivateAt || (announced !== null && announced <= due) ? null : due;
}

export interface CountedAttempts {
  readonly unreachable: number;
  /** Of the attempt that counted last. */
  readonly countedAt: Date | null;
}

/** What an attempt makes of those that count; whoever was reached is begun with anew (A-C8). */
export function countAttempt(
  before: CountedAttempts,
  outcome: ContactOutcome,
  now: Date,
): CountedAttempts & { readonly isCounted: boolean } {
  const { unreachable, countedAt } = before;
  if (outcome === "REACHED") return { unreachable: 0, countedAt, isCounted: false };
  const isCounted = countedAt === null || now.getTime() - countedAt.getTime() >= attemptSpacingMs;
  return isCounted
    ? { unreachable: unreachable + 1, countedAt: now, isCounted }
    : { unreachable, countedAt, isCounted };
}

/** C22: where the rules are published, until the operator says otherwise. */
export const usualPolicyLinks = [
  {
    title: "Denied Persons List (BIS)",
    url: "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl",
  },
  { title: "Consolidated Screening List (trade.gov)", url: "https://www.trade.gov/consolidated-screening-list" },
  { title: "Specially Designated Nationals (OFAC)", url: "https://sanctionslist.ofac.treas.gov/Home/SdnList" },
];
