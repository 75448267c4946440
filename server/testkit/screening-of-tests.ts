import { encodeId, newId } from "@tierline/shared/id.ts";
import type { ScreeningList } from "@tierline/shared/screening.ts";
import { followCases } from "../screening/follow-cases.ts";
import { followLists } from "../screening/follow-lists.ts";
import { importList, type ImportedList } from "../screening/import-list.ts";
import { keepScreeningFile } from "../screening/keep-file.ts";
import { runScreenings } from "../screening/run-screenings.ts";
import { pathOf, type customersOfTests } from "./customers-of-tests.ts";
import { t0, type World } from "./world.ts";

/** The operator hands in files and imports them. */
export async function importFiles(
  world: Pick<World, "as">,
  list: ScreeningList,
  files: Readonly<Record<string, string>>,
  more: { readonly isShrinkMeant?: boolean } = {},
): Promise<ImportedList> {
  const operator = world.as("ops@tierline.test");
  const fileIds: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    fileIds.push(encodeId("sfl", await keepScreeningFile(operator, name, Buffer.from(text))));
  }
  return importList(operator, { list, fileIds, ...more });
}

/** A list in the layout of the Denied Persons List, with a row for each name and, after a bar, its country. */
export function deniedPersons(...names: readonly string[]): Record<string, string> {
  const header = "Name,Street_Address,City,State,Country,Postal_Code,Effective_Date,Expiration_Date,Standard_Order";
  const rows = names.map((each) => {
    const [name = "", country = ""] = each.split("|");
    return `"${name}","1 Elm St","Springfield","","${country}","","01/02/2020","01/02/2030","Y"`;
  });
  return { "dpl.csv": [header, ...rows, ""].join("\n") };
}

/** What workers do by themselves every few seconds: lists, checks, clocks. */
export async function screen(world: Pick<World, "system">): Promise<void> {
  await followLists(world.system());
  await runScreenings(world.system());
  await followCases(world.system());
}

type Customer = (typeof customersOfTests)[keyof typeof customersOfTests];

/** An open case of a customer with somebody of this name on a list, by the API's id. */
export async function plantCase(
  where: Pick<World, "database">,
  customer: Customer,
  listed: string,
): Promise<{ readonly scc: string }> {
  const [scc] = await plantCases(where, [customer], listed);
  return { scc: scc! }; // one for each customer
}

/** As `plantCase`, of customers who have none. */
export async function plantCases(
  { database: { rows } }: Pick<World, "database">,
  customers: readonly Pick<Customer, "id" | "resellerId" | "resellerPath" | "number">[],
  listed: string,
): Promise<string[]> {
  const match = {
    list: "DPL",
    listVersion: 1,
    reference: listed,
    contentHash: "x",
    score: 900,
    matchedName: listed,
    nameKind: "NAME",
    words: [],
    isSameCountry: null,
    isSameCity: false,
    kind: "",
    source: "",
    names: [{ name: listed, kind: "NAME" }],
    addresses: [],
    remarks: "",
  };
  const planted = customers.map((customer) => ({
    id: newId(),
    path: pathOf(customer as Customer),
    reseller: customer.resellerId,
    customer: customer.id,
  }));
  await rows(
    `insert into screening_case (id, path, reseller_id, customer_id, state, opened_at, deactivate_at, party_hash, matches, score,
       list_versions, algorithm_version, unreachable, told_at)
     select id, path, reseller, customer, 'OPEN', $2::timestamptz, $2::timestamptz + interval '720 hours', 'x', $3, 900, '{"DPL": 1}', 1, 0, $2
     from jsonb_to_recordset($1) as row (id uuid, path text, reseller uuid, customer uuid)`,
    [JSON.stringify(planted), t0, JSON.stringify([match])],
  );
  return planted.map(({ id }) => encodeId("scc", id));
}

const version = `insert into list_version (id, path, list, number, digest, files, is_current, entries, names, added, changed, gone, imported_at, imported_by, touched)
  select gen_random_uuid(), 'r1.', 'DPL', 1, 'x', '[]', true, 1, 1, 1, 0, 0, now(), 'x', 0`;
const caseOf = (
  state: string,
): string => `insert into screening_case (id, path, reseller_id, customer_id, state, opened_at, deactivate_at,
    party_hash, matches, score, list_versions, algorithm_version, unreachable)
  select gen_random_uuid(), path, reseller_id, id, '${state}', now(), now(), 'x', '[]', 900, '{}', 1, 0 from customer order by number limit 1`;

/** What somebody might do behind the verbs' backs, by the finding of the doctor that it must lead to. */
export const breachesOfScreening: Readonly<Record<string, string>> = {
  "every customer was screened or waits for it": "delete from screening",
  "a check that has ended says when, and one under way does not":
    "update screening set state = 'CLEAR', finished_at = null",
  "the names that are searched are those of the parties on the lists":
    "insert into list_name (entry_id, place, since_id, name, kind, plain, key) select gen_random_uuid(), 1, gen_random_uuid(), 'x', 'NAME', 'x', 'x'",
  "a version that counts parties has them": version,
  "a case that was decided says when and why, and one that has deactivated its customer says by which clock":
    caseOf("APPROVED"),
  "whoever was found in the last check and not approved has a case that people decide":
    "update screening set state = 'POTENTIAL_MATCH', finished_at = now()",
};
