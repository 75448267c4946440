import { formatAddress } from "localized-address-format";

export const addressFields = ["line1", "line2", "city", "region", "postalCode"] as const;
export type AddressField = (typeof addressFields)[number];

export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly country: string;
}

/** With null for what it has not. */
export interface StoredAddress extends PostalAddress {
  readonly line2: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
}

interface CountryRule {
  /** Besides the first line and the city, which every address has. */
  readonly required?: readonly ("region" | "postalCode")[];
  /** In upper case; one without is not looked at. */
  readonly postalCode?: RegExp;
  /** A code of that form, for who typed another. */
  readonly example?: string;
  /** Forms there ask for the code first, since the rest follows from it. */
  readonly isCodeFirst?: boolean;
  /** What people there call the parts. */
  readonly labels?: Readonly<Partial<Record<AddressField, string>>>;
  /** The languages whose speakers know these labels, the country's own first. */
  readonly languages?: readonly string[];
}

const fiveDigits = /^\d{5}$/;
const fourDigits = /^\d{4}$/;
const sixDigits = /^\d{6}$/;
const code = ["postalCode"] as const;
const both = ["region", "postalCode"] as const;
const germanLabels = { city: "Ort", postalCode: "PLZ" };
const frenchLabels = { postalCode: "Code postal", city: "Ville" };

/** Countries without a rule here want a first line and a city, and take any postal code. */
const countryRules: Readonly<Record<string, CountryRule>> = {
  AT: { required: code, postalCode: fourDigits, example: "1010", labels: germanLabels, languages: ["de"] },
  AU: {
    required: both,
    postalCode: fourDigits,
    example: "2000",
    labels: { city: "Suburb", region: "State", postalCode: "Postcode" },
    languages: ["en"],
  },
  BE: { required: code, postalCode: fourDigits, example: "1000" },
  BR: {
    required: both,
    postalCode: /^\d{5}-?\d{3}$/,
    example: "01001-000",
    isCodeFirst: true,
    labels: { line1: "Endereço", line2: "Complemento", city: "Cidade", region: "Estado", postalCode: "CEP" },
    languages: ["pt"],
  },
  CA: {
    required: both,
    postalCode: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/,
    example: "K1A 0B1",
    labels: { region: "Province", postalCode: "Postal code" },
    languages: ["en", "fr"],
  },
  CH: { required: code, postalCode: fourDigits, example: "8001", labels: germanLabels, languages: ["de"] },
  CN: { required: code, postalCode: sixDigits, example: "100000" },
  CZ: { required: code, postalCode: /^\d{3} ?\d{2}$/, example: "110 00", labels: { postalCode: "PSČ" } },
  DE: { required: code, postalCode: fiveDigits, example: "10115", labels: germanLabels, languages: ["de"] },
  DK: { required: code, postalCode: fourDigits, example: "1050", labels: { postalCode: "Postnummer" } },
  ES: { required: code, postalCode: fiveDigits, example: "28013", labels: { region: "Provincia" } },
  FI: { required: code, postalCode: fiveDigits, example: "00100", labels: { postalCode: "Postinumero" } },
  FR: { required: code, postalCode: fiveDigits, example: "75001", labels: frenchLabels, languages: ["fr"] },
  GB: {
    required: code,
    postalCode: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/,
    example: "SW1A 1AA",
    labels: { city: "Town", region: "County", postalCode: "Postcode" },
    languages: ["en"],
  },
  HK: { labels: { city: "District", region: "Area" }, languages: ["en"] },
  IE: {
    postalCode: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/,
    example: "D02 X285",
    labels: { city: "Town", region: "County", postalCode: "Eircode" },
    languages: ["en"],
  },
  IN: {
    required: both,
    postalCode: /^[1-9]\d{2} ?\d{3}$/,
    example: "110001",
    labels: { region: "State", postalCode: "PIN code" },
    languages: ["en"],
  },
  IT: { required: code, postalCode: fiveDigits, example: "00118", labels: { region: "Provincia", postalCode: "CAP" } },
  JP: { required: both, postalCode: /^\d{3}-?\d{4}$/, example: "100-0001" },
  KR: { required: code, postalCode: fiveDigits, example: "03051" },
  LU: { required: code, postalCode: /^(L-)?\d{4}$/, example: "1111" },
  MX: { required: both, postalCode: fiveDigits, example: "06000", labels: { region: "Estado", postalCode: "C.P." } },
  NL: { required: code, postalCode: /^\d{4} ?[A-Z]{2}$/, example: "1012 JS", labels: { postalCode: "Postcode" } },
  NO: { required: code, postalCode: fourDigits, example: "0150", labels: { postalCode: "Postnummer" } },
  NZ: {
    required: code,
    postalCode: fourDigits,
    example: "6011",
    labels: { postalCode: "Postcode" },
    languages: ["en"],
  },
  PL: { required: code, postalCode: /^\d{2}-\d{3}$/, example: "00-001" },
  PT: { required: code, postalCode: /^\d{4}-\d{3}$/, example: "1100-148", languages: ["pt"] },
  SE: { required: code, postalCode: /^\d{3} ?\d{2}$/, example: "111 52", labels: { postalCode: "Postnummer" } },
  SG: { required: code, postalCode: sixDigits, example: "018956" },
  US: {
    required: both,
    postalCode: /^\d{5}(-\d{4})?$/,
    example: "10001",
    labels: { region: "State", postalCode: "ZIP code" },
    languages: ["en"],
  },
  ZA: { required: code, postalCode: fourDigits, example: "8001", languages: ["en"] },
};

export interface AddressForm {
  /** The fields that an address there has, in the order in which it is written there. */
  readonly fields: readonly AddressField[];
  readonly required: readonly AddressField[];
  /** A postal code as one looks there; null where any goes. */
  readonly example: string | null;
  isPostalCode(text: string): boolean;
  /** What people there call a part; `isKnown` says whether readers of the language know it so, too. */
  label(field: AddressField, language: string): { readonly local: string | null; readonly isKnown: boolean };
}

/** How an address of the country is asked for; a country that nobody knows is asked for everything. */
export function addressForm(country: string): AddressForm {
  const rule = Object.hasOwn(countryRules, country) ? countryRules[country]! : {};
  return {
    fields: rule.isCodeFirst === true ? codeFirst(fieldsOf(country)) : fieldsOf(country),
    required: ["line1", "city", ...(rule.required ?? [])],
    example: rule.example ?? null,
    isPostalCode: (text) => rule.postalCode?.test(text.trim().toUpperCase()) ?? true,
    label: (field, language) => ({
      local: rule.labels?.[field] ?? null,
      isKnown: rule.languages?.includes(language.slice(0, 2)) ?? false,
    }),
  };
}

/** By the rules of today: one that was stored before them may lack what they ask for. */
export function isWholeAddress(address: PostalAddress): boolean {
  const form = addressForm(address.country);
  const { postalCode } = address;
  const isCode = postalCode == null || postalCode === "" || form.isPostalCode(postalCode);
  return isCode && form.required.every((field) => (address[field] ?? "").trim() !== "");
}

// The order is read off an envelope on which each part bears its own name; the city is asked for everywhere.
function fieldsOf(country: string): readonly AddressField[] {
  const envelope = formatAddress({
    postalCountry: country,
    administrativeArea: "<region>",
    locality: "<city>",
    postalCode: "<postalCode>",
    addressLines: ["<line1>", "<line2>"],
  }).join("\n");
  const at = (field: AddressField): number => envelope.indexOf(`<${field}>`);
  const isListed = Object.hasOwn(countryRules, country) || envelope.includes("<postalCode>");
  if (!isListed) return addressFields;
  const found = addressFields.filter((field) => at(field) >= 0).toSorted((one, other) => at(one) - at(other));
  return found.includes("city") ? found : [...found, "city"];
}

function codeFirst(fields: readonly AddressField[]): readonly AddressField[] {
  return ["postalCode", ...fields.filter((field) => field !== "postalCode")];
}

/** The address as it stands on an envelope there, without the country. Nothing that was typed is left out. */
export function addressLines({ line1, line2, city, region, postalCode, country }: PostalAddress): string[] {
  const lines = formatAddress({
    postalCountry: country,
    addressLines: [line1, line2 ?? ""].filter((line) => line !== ""),
    locality: city,
    administrativeArea: region ?? "",
    postalCode: postalCode ?? "",
  }).filter((line) => line.trim() !== "");
  const written = (part: string): boolean => lines.join("\n").toLowerCase().includes(part.toLowerCase());
  const left = [city, region ?? "", postalCode ?? ""].filter((part) => part !== "" && !written(part));
  return [...lines, ...left];
}
