import { formatPhoneNumber } from "../phone-number.ts";
import type { CustomerKind } from "../kinds.ts";
import type { DemoCountry } from "./customer-rows.ts";
import type { DemoAddress } from "./model.ts";

interface Place {
  readonly line1: (house: number) => string;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
}

const places: Record<DemoCountry, readonly Place[]> = {
  GB: [
    { line1: (house) => `${house} Elm Road`, city: "London", region: null, postalCode: "NW1 6XE" },
    { line1: (house) => `${house} Harbour Street`, city: "Bristol", region: null, postalCode: "BS1 4TR" },
    { line1: (house) => `${house} Kirkgate`, city: "Leeds", region: null, postalCode: "LS2 7DJ" },
    { line1: (house) => `${house} Castle Terrace`, city: "Cardiff", region: null, postalCode: "CF10 1BH" },
    { line1: (house) => `${house} Rose Lane`, city: "Norwich", region: null, postalCode: "NR1 1PN" },
  ],
  FR: [
    { line1: (house) => `${house} rue des Lilas`, city: "Lyon", region: null, postalCode: "69003" },
    { line1: (house) => `${house} avenue de la Gare`, city: "Nîmes", region: null, postalCode: "30000" },
    { line1: (house) => `${house} quai Saint-Vincent`, city: "Rennes", region: null, postalCode: "35000" },
  ],
  DE: [
    { line1: (house) => `Lindenstraße ${house}`, city: "Köln", region: null, postalCode: "50674" },
    { line1: (house) => `Am Mühlbach ${house}`, city: "München", region: null, postalCode: "81543" },
    { line1: (house) => `Hafenweg ${house}`, city: "Münster", region: null, postalCode: "48155" },
  ],
  BR: [
    { line1: (house) => `Rua das Acácias, ${house}`, city: "São Paulo", region: "SP", postalCode: "01310-100" },
    { line1: (house) => `Avenida Beira-Mar, ${house}`, city: "Florianópolis", region: "SC", postalCode: "88015-200" },
    { line1: (house) => `Travessa do Comércio, ${house}`, city: "Belém", region: "PA", postalCode: "66010-000" },
  ],
};

/** The `index`-th address of a country; the first of Britain is 12 Elm Road. */
export function demoAddress(country: DemoCountry, index: number): DemoAddress {
  const ofCountry = places[country];
  const place = ofCountry[index % ofCountry.length] ?? places.GB[0];
  if (place === undefined) throw new RangeError(`The demo world has no place in ${country}.`);
  const { line1, ...rest } = place;
  return { line1: line1(12 + 3 * index), line2: null, ...rest, country };
}

/** The `index`-th phone of a country, in ranges that regulators set aside for fiction where there are some. */
export function demoPhone(country: DemoCountry, kind: CustomerKind, index: number): string {
  return formatPhoneNumber(e164Of(country, kind, index));
}

function e164Of(country: DemoCountry, kind: CustomerKind, index: number): string {
  switch (country) {
    case "GB":
      return kind === "BUSINESS" ? `+4420794607${String(index).padStart(2, "0")}` : `+447700900${600 + 3 * index}`;
    case "FR":
      return `+3363998${1_010 + 3 * index}`;
    case "DE":
      return `+4917139200${10 + index}`;
    case "BR":
      return `+55115550${7_010 + 3 * index}`;
  }
}
