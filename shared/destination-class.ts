import { countryOfDigits } from "./call-country.ts";
import { prefixesOf } from "./prefix-table.ts";

/** Where a call goes, as far as fraud is concerned. The last three are closed until they are opened. */
export const destinationClasses = ["DOMESTIC", "EU", "WORLD", "PREMIUM", "SATELLITE", "HIGH_RISK"] as const;
export type DestinationClass = (typeof destinationClasses)[number];

/** What may be called where nothing was decided. */
export const openClasses: readonly DestinationClass[] = ["DOMESTIC", "EU", "WORLD"];

/** Numbers that cost whoever calls and pay whoever is called, by their beginnings. */
const premium =
  "979 1900 1976 31900 31906 31909 3290 3389 34803 34806 34807 34905 34907 3516 3906 39199 39892 39895 39899 " +
  "41900 41901 41906 43900 43901 43930 43931 43939 4487 449 4590 46900 46939 46944 47820 47829 48703 48704 48708 " +
  "4913 49190 49900 5255900 54609 55303 55900 5790 61190 64900 6590 35315 9090 90900 972190 4219 420900 420906 420909";

/** Satellites. */
const satellites = "870 8810 8811 8812 8813 8814 8815 8816 8817 8818 8819";

/**
 * Where nobody lives whom most callers know, and a minute is dear: networks without a country, and the islands and countries whose
 * ranges are rented out for calls that nobody wants.
 */
const highRisk =
  "878 882 883 888 " +
  "220 224 232 235 239 240 245 246 247 252 253 263 269 290 291 500 501 509 53 592 597 599 670 672 674 675 676 677 678 679 680 681 682 " +
  "683 685 686 687 688 689 690 691 692 850 960 992 " +
  "1242 1246 1264 1268 1284 1345 1441 1473 1649 1658 1664 1721 1758 1767 1784 1809 1829 1849 1868 1869 1876";

/** Of the numbering plans, not of the map: whoever calls within the Union pays no more than its rules let a minute cost. */
const union = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AX GP GF MQ RE YT".split(" "),
);

const special = new Map<string, DestinationClass>([
  ...named(premium, "PREMIUM"),
  ...named(satellites, "SATELLITE"),
  ...named(highRisk, "HIGH_RISK"),
]);
const longest = Math.max(...Array.from(special.keys(), ({ length }) => length));

function named(prefixes: string, kind: DestinationClass): (readonly [string, DestinationClass])[] {
  return prefixes.split(" ").map((prefix) => [prefix, kind] as const);
}

/** `home`: the country (ISO 3166) of the reseller whose customer calls, within which nothing is risky but what is dear by its kind. */
export function destinationClassOf(digits: string, home: string): DestinationClass {
  const kind = prefixesOf(digits, longest)
    .map((prefix) => special.get(prefix))
    .find((each) => each !== undefined);
  if (kind === "PREMIUM" || kind === "SATELLITE") return kind;
  const country = countryOfDigits(digits);
  if (country === home) return "DOMESTIC";
  if (kind !== undefined) return kind;
  return country !== null && union.has(country) ? "EU" : "WORLD";
}

/** As the database is given them. */
export function specialPrefixes(): readonly (readonly [prefix: string, kind: DestinationClass])[] {
  return [...special];
}

/** Their countries, as the database is given them. */
export const unionCountries: readonly string[] = [...union];
