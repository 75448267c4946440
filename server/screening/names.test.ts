import { expect, test } from "vitest";
import { jaroWinkler, nameScore } from "./name-score.ts";
import { normalised } from "./normalised-name.ts";
import { readCsl } from "./read-csl.ts";
import { readDpl } from "./read-dpl.ts";
import { readSdn } from "./read-sdn.ts";

const score = (ours: string, listed: string) => nameScore(normalised(ours), normalised(listed)).score;

test("names are the same whatever the accents, capitals, punctuation, order of words, script and form of company", () => {
  const alike: [string, string][] = [
    ["Denied Trading LLC", "DENIED TRADING, Ltd."],
    ["Élvis Ángus Logan-Morey", "LOGAN MOREY, Elvis Angus"],
    ["Suex OTC", "SUEX OTC, S.R.O."],
    ["Aircraft, Avionics, Parts & Support", "AIRCRAFT AVIONICS PARTS AND SUPPORT LTD."],
    ["Дмитрий Хорошев", "Dmitrii Khoroshev"],
    ["Straße AG", "Strasse"],
    ["Fathi Qarawi", "Fathi QAR'AWI"],
    ["Open Joint Stock Company Byelorussian Steel Works", "BYELORUSSIAN STEEL WORKS, OJSC"],
  ];
  for (const [ours, listed] of alike) expect(normalised(ours).key, ours).toBe(normalised(listed).key);
  expect(normalised("LTD").words).toEqual(["ltd"]);
  expect(normalised("!?").words).toEqual([]);
});

test("slips and missing words cost a little, another name a lot", () => {
  expect(score("Denied Trading", "Denied Trading LLC")).toBe(1_000);
  expect(score("Deneid Trading", "Denied Trading LLC")).toBeGreaterThan(900);
  expect(score("DeniedTrading", "Denied Trading LLC")).toBeGreaterThan(990);
  expect(score("Artem Lifshits", "LIFSHITS, Artem Mikhaylovich")).toBeGreaterThanOrEqual(800);
  expect(score("John Smith", "MORENO, Daniel")).toBeLessThan(500);
  expect(score("Harbour Trading", "Denied Trading LLC")).toBeLessThan(800);
});

test("two words are as alike as Winkler says", () => {
  expect(jaroWinkler("martha", "marhta")).toBeCloseTo(0.961, 3);
  expect(jaroWinkler("dwayne", "duane")).toBeCloseTo(0.84, 2);
  expect(jaroWinkler("abc", "xyz")).toBe(0);
});

const sdnRow = (id: number, name: string, remarks = "-0- ") =>
  `${id},"${name}",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"`;

test("the files of OFAC are read without a header, with the names in their remarks, and where they are wrong it is said", async () => {
  const { entries, problems } = await readSdn([
    { name: "sdn.csv", text: `${sdnRow(7, "ACME, Ltd.", "a.k.a. 'ACE'; Linked To: NOBODY.")}\r\n` },
    { name: "alt.csv", text: '7,1,"aka","ACMEE",-0- \r\n9,2,"aka","LOST PARTY",-0- \r\n' },
    { name: "add.csv", text: '7,1,"1 Main St","Tehran","Iran",-0- \r\n' },
  ]);
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([
    {
      reference: "7",
      kind: "",
      source: "SDGT",
      names: [
        { name: "ACME, Ltd.", kind: "NAME" },
        { name: "ACE", kind: "WEAK_ALIAS" },
        { name: "ACMEE", kind: "ALIAS" },
      ],
      addresses: [{ text: "1 Main St, Tehran, Iran", country: "IR" }],
    },
    { reference: "9", names: [{ name: "LOST PARTY", kind: "ALIAS" }] },
  ]);
  const wrong = async (text: string, name = "sdn.csv") =>
    (await readSdn([{ name, text }])).problems.map(({ line, message }) => `${line} ${message.key}`);
  expect(await wrong("")).toEqual(["null screening.file.empty"]);
  expect(await wrong(`${sdnRow(7, "A")}\n${sdnRow(7, "B")}\n1,2\n`)).toEqual([
    "2 screening.file.numberTwice",
    "3 screening.file.notSdn",
  ]);
  expect(await wrong('7,1,"aka","ACMEE",-0- \n', "alt.csv")).toEqual(["null screening.file.sdnMissing"]);
  expect(await wrong('7,"open')).toEqual(["1 screening.file.broken"]);
  expect(await wrong("7,\0")).toEqual(["null screening.file.notText"]);
});

test("the Denied Persons List is read by its header, whatever parts its columns; a person may have several addresses", async () => {
  const header =
    "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order";
  const text = `${header}\n"DOE, JOHN"\t1 Elm St\tMiami\tFL\tUS\t33101\t01/02/2020\t01/02/2030\tY\n"DOE, JOHN"\t2 Oak St\tLima\t\tPE\t\t01/02/2020\t01/02/2030\tY\n`;
  const tabs = await readDpl([{ name: "dpl.txt", text }]);
  expect(tabs).toMatchObject({
    problems: [],
    entries: [{ reference: "doe john 01/02/2020", addresses: [{ country: "US" }, { country: "PE" }] }],
  });
  const commas = await readDpl([{ name: "dpl.csv", text: text.replaceAll("\t", ",") }]);
  expect(commas).toEqual(tabs);
  expect((await readDpl([{ name: "x", text: "Name,City\nA,B\n" }])).problems).toMatchObject([
    { line: 1, message: { key: "screening.file.columns" } },
  ]);
});

test("the consolidated list is read by its header, and a line that is cut off is told", async () => {
  const header = "_id,source,type,name,addresses,alt_names,remarks";
  const row =
    '"a1","Entity List (EL) - BIS","","Institute of Flight (IOF); and any successor","1 Way, Xian, CN; Lima, PE","IF; and Flight Lab",""';
  const { entries, problems } = await readCsl([{ name: "csl.csv", text: `${header}\n${row}\n"a2","x"\n` }]);
  expect(problems).toMatchObject([{ line: 3, message: { key: "screening.file.row" } }]);
  expect(entries[0]?.names.map(({ name }) => name)).toEqual([
    "Institute of Flight (IOF)",
    "Institute of Flight (IOF); and any successor",
    "Institute of Flight",
    "IOF",
    "IF",
    "Flight Lab",
  ]);
  expect(entries[0]?.addresses.map(({ country }) => country)).toEqual(["CN", "PE"]);
});
