/** Where in the world somebody dials in to a meeting, in the order in which they are listed (C28). */
export const callInRegionKeys = ["AMER", "APAC", "ANZ", "EMEA", "EURO"] as const;
export type CallInRegionKey = (typeof callInRegionKeys)[number];

export interface CallInNumber {
  /** ISO 3166-1 alpha-2: whose number it is. The code does not tell: +1 is that of many countries. */
  readonly country: string;
  /** E.164. */
  readonly phone: string;
  readonly isAvailable: boolean;
}

interface CallInDefault {
  /** The calling code by which a region answers for countries without a number of their own. */
  readonly code: string;
  /** Whose code it is; never read off a name in some language, which may be an abbreviation of another country's code (A-C1). */
  readonly countries: readonly string[];
}

export const callInDefaults: Readonly<Record<CallInRegionKey, CallInDefault>> = {
  AMER: { code: "+1", countries: ["US", "CA"] },
  APAC: { code: "+65", countries: ["SG"] },
  ANZ: { code: "+61", countries: ["AU"] },
  EMEA: { code: "+44", countries: ["GB"] },
  EURO: { code: "+49", countries: ["DE"] },
};

export const callInBases = ["COUNTRY", "REGION", "CODE"] as const;
/** By what a call-in number was chosen: it is of the country, of the region's default code, or there is none and that code is all. */
export type CallInBasis = (typeof callInBases)[number];

export interface CallIn {
  /** E.164, or the code alone. */
  readonly phone: string;
  readonly basis: CallInBasis;
}

/** The first available number of the country; else the first of the region's default code; else that code (C26, C27). */
export function defaultCallIn(region: CallInRegionKey, country: string, numbers: readonly CallInNumber[]): CallIn {
  const { code } = callInDefaults[region];
  const available = numbers.filter(({ isAvailable }) => isAvailable);
  const own = available.find((each) => each.country === country);
  if (own !== undefined) return { phone: own.phone, basis: "COUNTRY" };
  const ofCode = available.find(({ phone }) => phone.startsWith(code));
  return ofCode === undefined ? { phone: code, basis: "CODE" } : { phone: ofCode.phone, basis: "REGION" };
}

/**
 * Which countries dial in where, until the operator says otherwise: EURO is the EU, the EEA and Switzerland; ANZ Australia, New Zealand
 * and the Pacific; AMER the Americas; APAC the rest of Asia with Russia, of which nobody shall dial +44 (A-C1); EMEA all others.
 */
export const callInCountries: Readonly<Record<CallInRegionKey, string>> = {
  AMER: "AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI",
  APAC: "AF BD BN BT CN HK ID IN IO JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK RU SG TH TJ TL TM TW UZ VN",
  ANZ: "AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
  EMEA: "AD AE AL AM AO AZ BA BF BH BI BJ BV BW BY CD CF CG CI CM CV DJ DZ EG EH ER ET FO GA GB GE GG GH GI GM GN GQ GW IL IM IQ IR JE JO KE KM KW LB LR LS LY MA MC MD ME MG MK ML MR MU MW MZ NA NE NG OM PS QA RE RS RW SA SC SD SH SJ SL SM SN SO SS ST SY SZ TD TF TG TN TR TZ UA UG VA YE YT ZA ZM ZW",
  EURO: "AT AX BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
};
