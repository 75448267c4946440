import { addDays, dateInZone, startOfDayInZone } from "../billing-period.ts";
import type { DemoRun } from "./model.ts";
import { demoId, seededRandom, seedOf } from "./random.ts";
import { zoneOf } from "./resellers.ts";
import { type Outcome, type ServiceRow, serviceRows } from "./service-rows.ts";

/** One thing that was done for a service, each by a run of its own: made, changed by an add-on, ended. */
export interface Deed {
  readonly kind: DemoRun["kind"];
  readonly row: ServiceRow;
  /** Of the plan or add-on. */
  readonly slug: string;
  readonly outcome: Outcome;
  readonly at: Date;
  readonly runId: string;
  readonly runNumber: number;
  /** Ending a service is not ordered. */
  readonly order: { readonly id: string; readonly number: number } | null;
}

type Draft = Pick<Deed, "kind" | "row" | "slug" | "outcome" | "at">;

/** So that the next run of Acme has number 456 and its next order 3107. */
const lastNumbers = {
  acme: { run: 455, order: 3106 },
  "acme-north": { run: 12, order: 12 },
  beta: { run: 41, order: 41 },
} as const;

const minuteMs = 60_000;
const succeeded: Outcome = { kind: "SUCCEEDED" };

/** All deeds, each reseller's in order of time and numbered in this order. */
export function demoDeeds(now: Date): Deed[] {
  const drafts = serviceRows.flatMap((row) => draftsOf(row, now)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [...Map.groupBy(drafts, ({ row }) => row.reseller)].flatMap(([reseller, ofReseller]) => {
    const ordered = ofReseller.filter(({ kind }) => kind !== "TERMINATE");
    return ofReseller.map((draft, index) => {
      const runNumber = lastNumbers[reseller].run - (ofReseller.length - 1 - index);
      const orderNumber = lastNumbers[reseller].order - (ordered.length - 1 - ordered.indexOf(draft));
      const order =
        draft.kind === "TERMINATE" ? null : { id: demoId(`order:${reseller}`, orderNumber), number: orderNumber };
      return { ...draft, runNumber, runId: demoId(`run:${reseller}`, runNumber), order };
    });
  });
}

function draftsOf(row: ServiceRow, now: Date): Draft[] {
  const moment = (daysAgo: number, what: string) =>
    momentOf(now, daysAgo, zoneOf(row.reseller), `${row.reseller}:${row.number}:${what}`);
  const made: Draft = {
    kind: "PROVISION",
    row,
    slug: row.slug,
    outcome: row.outcome,
    at: moment(row.daysAgo, row.slug),
  };
  const changed = row.addons.map(({ slug, daysAgo }): Draft => ({
    kind: "ADD_ON",
    row,
    slug,
    outcome: succeeded,
    at: moment(daysAgo, slug),
  }));
  if (!row.isTerminatedByRun || row.endedDaysAgo === null) return [made, ...changed];
  const over: Draft = {
    kind: "TERMINATE",
    row,
    slug: row.slug,
    outcome: succeeded,
    at: moment(row.endedDaysAgo, "end"),
  };
  return [made, ...changed, over];
}

/** In the opening hours of a day, or within the last hour. */
function momentOf(now: Date, daysAgo: number, zone: string, name: string): Date {
  const part = seededRandom(seedOf(name))();
  if (daysAgo === 0) return new Date(now.getTime() - Math.floor(10 + part * 50) * minuteMs);
  const startOfDay = startOfDayInZone(addDays(dateInZone(now, zone), -daysAgo), zone);
  return new Date(startOfDay.getTime() + Math.floor((9 + part * 8) * 60) * minuteMs);
}
