/**
 * How a reseller's portal, mails and invoices look. Colours are `#rrggbb` in small letters; the database keeps to the same pattern, so
 * that none can carry a style sheet's words.
 */
export const brandColorPattern = /^#[0-9a-f]{6}$/;

export const brandColorFields = ["accent", "titleBackground", "titleText", "contentBackground", "contentText"] as const;
export type BrandColorField = (typeof brandColorFields)[number];
export type BrandColors = Readonly<Record<BrandColorField, string>>;

/** What a page under a reseller's host name shows before anybody has signed in; it says nothing that the page itself would not. */
export interface ShownBrand {
  readonly name: string;
  readonly header: string;
  /** Ten shades, light to dark. */
  readonly accent: readonly string[];
  readonly colors: BrandColors;
  /** Addresses on the same host. */
  readonly logoLight: string | null;
  readonly logoDark: string | null;
  /** `portal:menu.services` → what the reseller says instead, by language. */
  readonly words: { readonly [language: string]: Readonly<Record<string, string>> | undefined };
}

/** Where the page has it. */
export const brandElementId = "tierline-brand";

/** What there is before a reseller has chosen. */
export const defaultBrandColors: BrandColors = {
  accent: "#007e89",
  titleBackground: "#f1f4f6",
  titleText: "#192227",
  contentBackground: "#ffffff",
  contentText: "#192227",
};

export const brandHeaderLengthMax = 60;
export const brandWordsMax = 100;
export const brandWordLengthMax = 200;
/** Of a logo, a PNG. */
export const logoBytesMax = 200_000;
export const logoSideMax = 2_000;
export const brandNoteLengthMax = 200;
/** Published versions that can be gone back to. */
export const brandVersionsShown = 50;

/** WCAG 2.2, 1.4.3. */
export const textContrastMin = 4.5;

/** `interface.mydomain.com`: at most 253 letters in all. */
export const hostnameLengthMax = 253;
export const hostnamesMax = 10;
/** What stands before a host name where its proof is looked for. */
export const proofLabel = "_tierline";

export const hostnameStates = ["WAITING", "SERVING", "LOST"] as const;
export type HostnameState = (typeof hostnameStates)[number];
/** A proved name is looked at again so often; one whose proof is gone for so many looks serves no more. */
export const proofDays = 30;
