import { createHash } from "node:crypto";
import type { CheckState, ScreeningState, FoundMatch } from "@tierline/shared/screening.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { findMatches, type MatchSearch, type Party } from "./find-matches.ts";
import { ListVersionEntity } from "./list.entity.ts";
import { algorithmVersion } from "./normalised-name.ts";
import { judgeCase } from "./judge-case.ts";
import { screeningTopic } from "./screening-topic.ts";
import type { ListVersions } from "./screening.entity.ts";
import { screeningSettings } from "./settings.ts";

const customersPerBatch = 40;
export const listLock = 7_401_389;
/** So that one sweep ends, however many have come in. */
const batchesPerSweep = 50;

/**
 * Looks at every customer who came in or changed, a batch in a transaction: whoever dies over it leaves it to another, and each check is
 * answered once. Nobody who creates or orders waits for it (C16). Answers how many checks were made.
 */
export async function runScreenings(context: Context): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < batchesPerSweep; batch += 1) {
    const made = await transaction(context, checkBatch);
    done += made;
    if (made < customersPerBatch) break;
  }
  return done;
}

async function checkBatch(tx: Transaction): Promise<number> {
  const due = await tx.em.execute<{ id: string; customer_id: string }[]>(
    `select id, customer_id from screening where state = 'RUNNING' order by id limit ${customersPerBatch} for update skip locked`,
  );
  if (due.length === 0) return 0;
  // Whoever asks whom a new list touches waits for those who still look at the old one (follow-lists.ts).
  await tx.em.execute("select pg_advisory_xact_lock_shared(?)", [listLock]);
  const search = await searchNow(tx);
  const ids = [...new Set(due.map(({ customer_id: id }) => id))];
  // Each customer in one pair of hands, in one order: another batch may have a later check of the same. Their rows stay free for others.
  await tx.em.execute(
    "select pg_advisory_xact_lock(7401390, hashtext(id)) from (select id from unnest(?::text[]) id order by id) each",
    [arrayText(ids)],
  );
  const customers = await tx.em.find(CustomerEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  const found = search === null ? [] : await findMatches(tx, customers.map(partyOf), search);
  const before = await statesBefore(tx, ids);
  for (const [index, customer] of customers.entries()) {
    const checks = due.filter((check) => check.customer_id === customer.id).map(({ id }) => id);
    const matches = found[index] ?? [];
    const state =
      search === null
        ? ("NOT_RUN" as const)
        : await judgeCase(tx, customer, { matches, partyHash: partyHash(customer), versions: search.versions });
    await finish(tx, customer, checks, { state, before: before.get(customer.id) ?? null, matches, search });
  }
  return due.length;
}

/** What the lists and thresholds are now; null where no list was imported, against which nobody can be screened. */
export async function searchNow(tx: Pick<Context, "em">): Promise<MatchSearch | null> {
  const rows = await tx.em.find(ListVersionEntity, { isCurrent: true }, { disableIdentityMap: true });
  if (rows.length === 0) return null;
  const versions = Object.fromEntries(rows.map(({ list, number }) => [list, number]));
  return { thresholds: await screeningSettings(tx), versions };
}

export function partyOf({ name, homeCountry, billingAddress }: CustomerRow): Party {
  const countries = [...new Set([billingAddress?.country ?? homeCountry, homeCountry])];
  return { name, countries, city: billingAddress?.city ?? null };
}

/** Decisions about a customer stick until this changes. */
export function partyHash({ name, homeCountry, billingAddress }: CustomerRow): string {
  const { line1, line2, city, region, postalCode, country } = billingAddress ?? {};
  const said = JSON.stringify([name, homeCountry, line1, line2, city, region, postalCode, country]);
  return createHash("sha256").update(said).digest("base64url");
}

/** What the last check that came to an end said of each. */
async function statesBefore({ em }: Transaction, ids: readonly string[]): Promise<Map<string, CheckState>> {
  const rows = await em.execute<{ customer_id: string; state: CheckState }[]>(
    `select distinct on (customer_id) customer_id, state from screening
     where customer_id = any(?::uuid[]) and finished_at is not null order by customer_id, finished_at desc, id desc`,
    [arrayText(ids)],
  );
  return new Map(rows.map((row) => [row.customer_id, row.state]));
}

interface Outcome {
  readonly state: CheckState;
  readonly before: CheckState | null;
  readonly matches: readonly FoundMatch[];
  readonly search: MatchSearch | null;
}

async function finish(
  tx: Transaction,
  customer: CustomerRow,
  checks: readonly string[],
  { state, before, matches, search }: Outcome,
): Promise<void> {
  const at = tx.clock.now();
  const versions: ListVersions = search?.versions ?? {};
  await tx.em.execute(
    `update screening set state = ?, finished_at = ?, previous_state = ?, list_versions = ?::jsonb, algorithm_version = ?,
       score = ?, matches = ? where id = any(?::uuid[])`,
    [
      state,
      at,
      before !== null && before !== state ? before : null,
      JSON.stringify(versions),
      search === null ? null : algorithmVersion,
      matches[0]?.score ?? null,
      matches.length,
      arrayText(checks),
    ],
  );
  tx.announce({ topic: screeningTopic(customer.id), path: customer.path, sequence: at.getTime() });
}

/** As `ScreeningState` of the customer, of what the last check and the live case say. */
export function standingOf(
  check: CheckState | null,
  liveCase: "OPEN" | "CONFIRMING" | "NON_COMPLIANT" | "DEACTIVATED" | null,
): ScreeningState {
  if (liveCase === "NON_COMPLIANT" || liveCase === "DEACTIVATED") return "NON_COMPLIANT";
  if (liveCase !== null) return "POTENTIAL_MATCH";
  // A case that is over was approved: whatever is found anew has another one.
  return check === "POTENTIAL_MATCH" ? "APPROVED" : (check ?? "NOT_RUN");
}
