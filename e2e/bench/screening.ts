import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../../server/customers/insert-customers.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { findMatches } from "../../server/screening/find-matches.ts";
import { followLists } from "../../server/screening/follow-lists.ts";
import { importList } from "../../server/screening/import-list.ts";
import { keepScreeningFile } from "../../server/screening/keep-file.ts";
import { runScreenings, searchNow } from "../../server/screening/run-screenings.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { randomOf } from "./measure.ts";

const listedNames = 18_000;
const syllables =
  "an be cor da el fi gra ha ir jo ka lu mo ne os pa qui ro sa ti ur ve wo xi ya zo smi th son ber kha mir ov sky".split(
    " ",
  );
const trades = "Trading Shipping Industries Petroleum Steel Technology Aviation Foundation Logistics Import".split(" ");
const forms = ["LLC", "Ltd.", "GmbH", "S.A.", "OJSC"];
/** Of a newer version: so many of its names are other ones. */
const renewedNames = 180;
const countries = ["Iran", "Russia", "Syria", "China", "United Arab Emirates", "Turkey", "Cyprus", "United Kingdom"];
const thresholds = [800, 820, 840, 860, 880, 900, 920, 940, 960];

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const word = (random: Random): string => {
  const text = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join("");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const person = (random: Random): string => `${word(random)}, ${word(random)} ${word(random)}`;
const company = (random: Random): string =>
  `${word(random)} ${word(random)} ${pick(random, trades)} ${pick(random, forms)}`;
const nameOf = (random: Random): string => (random() < 0.6 ? person(random) : company(random));

/** The same name as somebody else writes it, which has to be found. */
const rewrite = (random: Random, name: string): string => {
  const words = name.replace(",", "").split(" ");
  const turned = words.length > 3 ? [...words.slice(0, -1).toReversed(), words.at(-1)!] : words.toReversed();
  const written = turned.join(" ");
  return random() < 0.5 ? written.toLowerCase() : written.replace(/[aeiou]/, (letter) => `${letter}\u0301`);
};

/** One slip, or two: a letter left out, doubled, replaced, or swapped with the next. */
const misspell = (random: Random, name: string, slips: number): string => {
  let letters = [...name];
  for (let slip = 0; slip < slips; slip += 1) {
    const at = 1 + Math.floor(random() * (letters.length - 2));
    const [here, next] = [letters[at]!, letters[at + 1]!];
    const way = Math.floor(random() * 4);
    const put = [[next], [here, here, next], ["e", next], [next, here]][way]!;
    letters = [...letters.slice(0, at), ...put, ...letters.slice(at + 2)];
  }
  return letters.join("");
};

/** 5,000 customers against 18,000 listed names, and what a threshold costs in either direction. */
export async function bench({ size, seed }: BenchOptions): Promise<void> {
  const customers = size ?? 5_000;
  const random = randomOf(seed);
  const ground = await openGround();
  const names = Array.from({ length: listedNames }, () => nameOf(random));
  console.log(
    `Screening: ${customers} customers against ${listedNames} listed names (target: under 60 s, all exact ones found)`,
  );
  await tellSeconds("importing the lists", () => plantLists(ground, names));
  const exact = Math.min(500, Math.floor(customers / 10));
  await plantCustomers(ground, random, names, customers, exact);
  const system = ground.at(rootPath, resellersOfTests.tierline.id);
  const seconds = await tellSeconds("screening all of them", async () => {
    await followLists(system);
    while ((await runScreenings(system)) > 0);
  });
  const [counted] = await ground.rows<{ done: number; found: number; cases: number }>(
    `select count(*)::int as done, count(*) filter (where s.state = 'POTENTIAL_MATCH' and c.number <= $1)::int as found,
       (select count(*)::int from screening_case) as cases
     from screening s join customer c on c.id = s.customer_id where s.finished_at is not null`,
    [exact],
  );
  console.log(
    `  ${counted?.done} checks, ${((seconds * 1_000) / customers).toFixed(2)} ms each; ${counted?.cases} cases`,
  );
  console.log(`  names written otherwise that were found: ${counted?.found} of ${exact}`);
  await tellCurve(ground, random, names);
  await tellRenewed(ground, random, names);
  await ground.close();
}

async function tellSeconds(what: string, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  console.log(`  ${what}: ${seconds.toFixed(1)} s`);
  return seconds;
}

/** In the layouts of OFAC: two thirds are parties, the rest other names of these. */
async function plantLists(ground: Ground, names: readonly string[]): Promise<void> {
  const operator = ground.at(rootPath, resellersOfTests.tierline.id);
  const parties = Math.floor((names.length * 2) / 3);
  const nothing = Array.from({ length: 7 }, () => "-0- ").join(",");
  const sdn = names.slice(0, parties).map((name, at) => `${at + 1},"${name}",-0- ,"SDGT",${nothing},"DOB 1970."`);
  const alt = names.slice(parties).map((name, at) => `${(at % parties) + 1},${at + 1},"aka","${name}",-0- `);
  const add = names
    .slice(0, parties)
    .map((_, at) => `${at + 1},${at + 1},"${at % 90} Main St","Town ${at % 700}","${countries[at % 8]}",-0- `);
  const fileIds: string[] = [];
  for (const [name, rows] of [
    ["sdn.csv", sdn],
    ["alt.csv", alt],
    ["add.csv", add],
  ] as const) {
    fileIds.push(encodeId("sfl", await keepScreeningFile(operator, name, Buffer.from(`${rows.join("\r\n")}\r\n`))));
  }
  const { problems } = await importList(operator, { list: "OFAC_SDN", fileIds });
  if (problems.length > 0) throw new Error(`The lists were refused: ${JSON.stringify(problems.slice(0, 3))}`);
}

/** The first ones bear listed names as somebody else writes them. */
async function plantCustomers(
  ground: Ground,
  random: Random,
  names: readonly string[],
  count: number,
  exact: number,
): Promise<void> {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acme;
  const base = {
    kind: "BUSINESS",
    email: null,
    phone: null,
    homeCountry: "GB",
    language: "en",
    createdVia: "API",
  } as const;
  const rows = Array.from({ length: count }, (_, at) => ({
    ...base,
    id: newId(),
    resellerId,
    resellerPath,
    number: at + 1,
    name: at < exact ? rewrite(random, pick(random, names)) : nameOf(random),
    createdAt: new Date(),
  }));
  await insertCustomers(ground.at(rootPath, resellersOfTests.tierline.id).em, rows);
}

/** A newer version of the list: only those are looked at again whom what it says otherwise can touch. */
async function tellRenewed(ground: Ground, random: Random, names: readonly string[]): Promise<void> {
  const every = Math.floor(names.length / renewedNames);
  await tellSeconds(`importing a version with ${renewedNames} other names`, () =>
    plantLists(
      ground,
      names.map((name, at) => (at % every === 0 ? nameOf(random) : name)),
    ),
  );
  const system = ground.at(rootPath, resellersOfTests.tierline.id);
  await tellSeconds("looking at whom it can touch", async () => {
    while ((await followLists(system)) > 0);
    while ((await runScreenings(system)) > 0);
  });
  const [version] = await ground.rows<{ touched: number }>("select touched from list_version where is_current");
  console.log(`  customers looked at again: ${version?.touched}`);
}

/** By threshold: of names with one and with two slips how many are found, and how many names of nobody are. */
async function tellCurve(ground: Ground, random: Random, names: readonly string[]): Promise<void> {
  const system = ground.at(rootPath, resellersOfTests.tierline.id);
  const search = await searchNow(system);
  if (search === null) throw new Error("No list is in force.");
  const low = { threshold: thresholds[0]!, thresholdWithCountry: thresholds[0]! };
  const best = async (texts: readonly string[]): Promise<number[]> => {
    const parties = texts.map((name) => ({ name, countries: ["GB"], city: null }));
    const found = await findMatches(system, parties, { ...search, thresholds: low });
    return found.map(([match]) => match?.score ?? 0);
  };
  const many = <T>(make: () => T): T[] => Array.from({ length: 500 }, make);
  const one = await best(many(() => misspell(random, pick(random, names), 1)));
  const two = await best(many(() => misspell(random, pick(random, names), 2)));
  const nobody = await best(many(() => nameOf(random)));
  const share = (scores: readonly number[], from: number): string =>
    `${((scores.filter((score) => score >= from).length / scores.length) * 100).toFixed(1)} %`;
  console.log("  threshold   found with one slip   with two   names of nobody that are found");
  for (const from of thresholds) {
    console.log(
      `  ${from}         ${share(one, from).padStart(7)}              ${share(two, from).padStart(7)}    ${share(nobody, from)}`,
    );
  }
}
