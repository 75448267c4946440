/**
 * What an offering is to people who work together: a package, of which each subscriber has one, or an add-on beside it (C8, C9). Data of
 * the offering, so that the list grows without a new version of this program (CX1).
 */
export interface PackageTerms {
  /** By which customers, subscribers and outside systems name it, e.g. `webex_suite`. */
  readonly key: string;
  /** Of packages: who is to have the highest gets the one with the highest rank (C5). */
  readonly rank: number;
  readonly messaging: boolean;
  readonly meetings: boolean;
  readonly calling: boolean;
  /** Keys of packages, of which one has to be there too; empty: it stands by itself (CX2). */
  readonly needsOneOf: readonly string[];
  /** A person can hold it; otherwise it is the customer's as a whole. */
  readonly isForSubscribers: boolean;
  /** Shown, and not sold yet (C12). */
  readonly isComingSoon: boolean;
}

export const packageKeyPattern = /^[a-z][a-z0-9_]{0,62}$/;
export const packageRankMax = 1_000;
export const packageNeedsMax = 20;

/** Where a customer's package stands in the outside world. */
export const packageStates = ["PROVISIONING", "PROVISIONED", "ERROR", "DELETING"] as const;
export type PackageState = (typeof packageStates)[number];

export const subscriberStates = ["PROVISIONING", "PROVISIONED", "UPDATING", "ERROR", "DELETING"] as const;
export type SubscriberState = (typeof subscriberStates)[number];

/** Who administers the customer's organisation, and everybody else. */
export const subscriberRoles = ["FULL_ADMIN", "USER"] as const;
export type SubscriberRole = (typeof subscriberRoles)[number];

/** Of all that a customer has from outside, in one word (CX5). */
export const customerProvisioningStates = [
  "PROVISIONED",
  "PROVISIONED_WITH_ERRORS",
  "PROVISIONING",
  "UPDATING",
  "DELETING",
  "ERROR",
] as const;
export type CustomerProvisioning = (typeof customerProvisioningStates)[number];

/** Null where it has no packages at all. */
export function provisioningOfPackages(states: readonly PackageState[]): CustomerProvisioning | null {
  if (states.length === 0) return null;
  const is = (state: PackageState) => (each: PackageState) => each === state;
  if (states.every(is("DELETING"))) return "DELETING";
  if (states.some(is("PROVISIONING"))) return states.some(is("PROVISIONED")) ? "UPDATING" : "PROVISIONING";
  if (states.every(is("ERROR"))) return "ERROR";
  if (states.some(is("ERROR"))) return "PROVISIONED_WITH_ERRORS";
  return states.some(is("DELETING")) ? "UPDATING" : "PROVISIONED";
}

/** What the administrator who comes with a customer is given (C5); null where none of these is for people. */
export function highestPackage<T extends { readonly terms: PackageTerms }>(packages: readonly T[]): T | null {
  const forPeople = packages.filter(({ terms }) => terms.isForSubscribers && !terms.isComingSoon);
  return forPeople.reduce<T | null>(
    (highest, each) => (highest === null || each.terms.rank > highest.terms.rank ? each : highest),
    null,
  );
}

/** The packages of which one is missing beside it; null where nothing is. */
export function missingNeeds(
  { needsOneOf }: Pick<PackageTerms, "needsOneOf">,
  keys: ReadonlySet<string>,
): readonly string[] | null {
  if (needsOneOf.length === 0 || needsOneOf.some((key) => keys.has(key))) return null;
  return needsOneOf;
}
