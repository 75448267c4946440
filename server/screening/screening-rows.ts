import type { CheckState, ScreeningState } from "@tierline/shared/screening.ts";
import { liveCaseStates } from "@tierline/shared/screening.ts";
import type { Context } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { standingOf } from "./run-screenings.ts";
import {
  ContactAttemptEntity,
  ScreeningCaseEntity,
  ScreeningEntity,
  type ContactAttemptRow,
  type ScreeningCaseRow,
  type ScreeningRow,
} from "./screening.entity.ts";

const fresh = { disableIdentityMap: true } as const;
const checksShown = 20;

export const caseById = loader<string, ScreeningCaseRow>(async ({ em }, ids) => {
  const rows = await em.find(ScreeningCaseEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Of a customer: the live case, else the last one. */
export const lastCaseOf = loader<string, ScreeningCaseRow>(async ({ em }, customers) => {
  const rows = await em.find(
    ScreeningCaseEntity,
    { customer: { $in: [...customers] } },
    { ...fresh, orderBy: { id: "asc" } },
  );
  const last = new Map<string, ScreeningCaseRow>();
  for (const row of rows) {
    if (!isLive(last.get(row.customer)?.state)) last.set(row.customer, row);
  }
  return last;
});

function isLive(state: ScreeningCaseRow["state"] | undefined): boolean {
  return state !== undefined && (liveCaseStates as readonly string[]).includes(state);
}

/** Of a case, the newest first. */
export const attemptsOf = listLoader<string, ContactAttemptRow>(async ({ em }, ids) => {
  const rows = await em.find(ContactAttemptEntity, { case: { $in: [...ids] } }, { ...fresh, orderBy: { id: "desc" } });
  return groupBy(rows, (row) => row.case);
});

/** The last checks of a customer, those under way first and then the newest. */
export const checksOf = listLoader<string, ScreeningRow>(async ({ em }, customers) => {
  const rows = await em.find(
    ScreeningEntity,
    { customer: { $in: [...customers] } },
    { ...fresh, orderBy: { finishedAt: "desc nulls first", id: "desc" } },
  );
  const all = groupBy(rows, (row) => row.customer);
  return new Map([...all].map(([customer, checks]) => [customer, checks.slice(0, checksShown)]));
});

interface Standing {
  readonly state: ScreeningState;
  readonly lastCheckedAt: Date | null;
}

/** Where customers stand; who has no check has not been looked at. */
export const standingByCustomer = loader<string, Standing>(async (context, ids) => {
  const rows = await context.em.execute<Row[]>(
    `select c.id, s.state, s.finished_at, k.state as live
     from unnest(?::uuid[]) c(id)
       left join lateral (select state, finished_at from screening where customer_id = c.id
         order by finished_at desc nulls first, id desc limit 1) s on true
       left join screening_case k on k.customer_id = c.id and k.state = any(?::text[])`,
    [arrayText(ids), arrayText(liveCaseStates)],
  );
  return new Map(
    rows.map(({ id, state, finished_at: at, live }) => [
      id,
      { state: standingOf(state, live), lastCheckedAt: at === null ? null : new Date(at) },
    ]),
  );
});

interface Row {
  readonly id: string;
  readonly state: CheckState | null;
  readonly finished_at: string | null;
  readonly live: (typeof liveCaseStates)[number] | null;
}

export function findCase({ em }: Pick<Context, "em">, id: string): Promise<ScreeningCaseRow | null> {
  return em.findOne(ScreeningCaseEntity, { id }, fresh);
}
