import type { ScreeningList } from "../screening.ts";

export interface DemoListVersion {
  readonly list: ScreeningList;
  /** By name, in the layouts in which such lists are published. */
  readonly files: Readonly<Record<string, string>>;
}

interface Party {
  readonly name: string;
  readonly kind?: "individual" | "vessel";
  readonly programme: string;
  readonly aliases?: readonly string[];
  /** Street, town and country as a list writes them. */
  readonly address?: readonly [string, string, string];
  readonly remarks?: string;
}

const made = "Fictitious party of the demo world.";

/** Nobody of these is anywhere: the names are made up, and stand on no list. */
const parties: readonly Party[] = [
  { name: "ZORVANE MARITIME HOLDINGS", programme: "DEMO-SHIP", address: ["12 Kadrith Quay", "Port Selmar", "Malta"] },
  { name: "KADRITHOV, Olen Vasur", kind: "individual", programme: "DEMO", aliases: ["KADRITHOFF, Olen"] },
  { name: "TESSERAK ALLOYS TRADING FZE", programme: "DEMO", aliases: ["TESSERAC ALLOYS"] },
  {
    name: "BOEHMER, Guenther Alois",
    kind: "individual",
    programme: "DEMO",
    aliases: ["BOHM, Gunther"],
    address: ["Lindengasse 4", "Graz", "Austria"],
    remarks: "DOB 02 Mar 1951; POB Graz, Austria.",
  },
  { name: "OSMUND & VEYL LOGISTICS GROUP", programme: "DEMO-SHIP" },
  { name: "QUARRENTA PETROCHEM INDUSTRIES", programme: "DEMO", aliases: ["QPI", "QUARENTA PETROCHEMICAL"] },
  { name: "MIRZALIEV-THORNE, Sabet", kind: "individual", programme: "DEMO" },
  { name: "PELAGIC STAR VII", kind: "vessel", programme: "DEMO-SHIP", remarks: "Vessel Type Crude Oil Tanker." },
  { name: "HALVORSKA AVIATION COMPONENTS", programme: "DEMO", address: ["Hangar 3", "Drevnik", "Serbia"] },
  { name: "DELMACROIX, Ruvane", kind: "individual", programme: "DEMO", aliases: ["DELMACROY, Ruvan"] },
  { name: "NORTHERN VESPER FOUNDATION", programme: "DEMO" },
  { name: "UKRALDI BEARINGS PLANT", programme: "DEMO", aliases: ["UKRALDI PODSHIPNIK"] },
  { name: "SANTARENZO, Iolav Quim", kind: "individual", programme: "DEMO" },
  { name: "GREYHARROW DEFENCE SUPPLIES", programme: "DEMO" },
];

/** Came with the newer version of the list. */
const added: readonly Party[] = [
  {
    name: "WOJCIKOWSKI, Tomasz Bogumil",
    kind: "individual",
    programme: "DEMO-SHIP",
    aliases: ["WOJCIK, Tomasz", "WOICZYK, Tomas"],
    address: ["77 Tannery Lane", "London", "United Kingdom"],
    remarks: "DOB 1969; nationality Poland.",
  },
  { name: "SELMAR BUNKERING SERVICES", programme: "DEMO-SHIP", address: ["Pier 9", "Port Selmar", "Malta"] },
];

const firstNumber = 90_001;
const nothing = "-0- ";
const quoted = (text: string): string => `"${text}"`;
const fileOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(",")}\r\n`).join("");

/** The three files of OFAC's list. */
function sdnFiles(listed: readonly Party[]): Readonly<Record<string, string>> {
  const numbered = listed.map((party, index) => ({ ...party, number: String(firstNumber + index) }));
  const sdn = numbered.map(({ number, name, kind, programme, remarks }) => [
    number,
    quoted(name),
    kind === undefined ? nothing : quoted(kind),
    quoted(programme),
    ...Array.from({ length: 7 }, () => nothing),
    quoted(remarks === undefined ? made : `${remarks} ${made}`),
  ]);
  const alt = numbered.flatMap(({ number, aliases = [] }) =>
    aliases.map((alias, index) => [number, `${number}${index + 1}`, quoted("aka"), quoted(alias), nothing]),
  );
  const add = numbered.flatMap(({ number, address }) =>
    address === undefined ? [] : [[number, `${number}0`, ...address.map(quoted), nothing]],
  );
  return { "sdn.csv": fileOf(sdn), "alt.csv": fileOf(alt), "add.csv": fileOf(add) };
}

const deniedPersons = [
  "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order",
  "VORRINGTON MICRODEVICES\t18 Ashlar Road\tNew Selby\tNV\tUS\t89000\t04/02/2024\t04/02/2034\tY",
  "Ellsworth Kaldane\t6 Pinewater Court\tMaple Reach\tOH\tUS\t44000\t11/19/2023\t11/19/2033\tY",
  "TORVALD & RINCE OPTICS\tUnit 5, Harbour Mill\tKesterby\t\tGB\t\t06/30/2025\t06/30/2035\tY",
  "",
].join("\n");

/** What the operator has imported, one time after the other. */
export const demoLists: readonly [readonly DemoListVersion[], ...(readonly DemoListVersion[])[]] = [
  [
    { list: "OFAC_SDN", files: sdnFiles(parties) },
    { list: "DPL", files: { "dpl.txt": deniedPersons } },
  ],
  [{ list: "OFAC_SDN", files: sdnFiles([...parties, ...added]) }],
];

export const decisionOf = {
  approved: "Born in 1988, as the passport says that he showed; the listed party is of 1951 and from Graz.",
  attempt: "Rang at noon; nobody answered. To be asked for a document with the date of birth.",
} as const;
