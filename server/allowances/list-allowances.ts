import { allowanceSlots } from "@tierline/shared/allowance.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, loader } from "../kernel/loaders.ts";
import { AllowanceEntity, type AllowanceRow } from "./allowance.entity.ts";
import { countsAt, countsOf, heldOf, isHeldAt, type CountedAllowance, type Held } from "./held-allowances.ts";

/** Of the viewer's own reseller, by name; as many as it may have. */
export function listAllowances({ em, viewer }: Context): Promise<AllowanceRow[]> {
  const orderBy = { name: "asc", id: "asc" } as const;
  return em.find(AllowanceEntity, { path: resellerPathOf(viewer.path) }, { disableIdentityMap: true, orderBy });
}

export const allowanceById = loader<string, AllowanceRow>(async ({ em }, ids) => {
  const rows = await em.find(AllowanceEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

export interface CustomerAllowances {
  readonly cycleDay: number;
  readonly isUsableAtZero: boolean | null;
  /** In the order of the slots. */
  readonly held: readonly CountedAllowance[];
  /** By the names of the lines. */
  readonly ofLines: readonly CountedAllowance[];
}

interface Place {
  readonly id: string;
  readonly path: string;
  readonly cycle_day: number;
  readonly is_usable_at_zero: boolean | null;
  readonly has_cycle: boolean;
}

const linesMax = 100;

/** By the customer's id: what those have now whose buying or selling side the viewer is on. */
export const allowancesOf = loader<string, CustomerAllowances>(async (context, customers) => {
  const { em, viewer } = context;
  const places = await em.execute<Place[]>(
    `select c.id, c.path, coalesce(y.cycle_day, m.cycle_day) as cycle_day, y.is_usable_at_zero, y.customer_id is not null as has_cycle
     from customer c join ledger_account m on m.path = c.path and m.kind = 'BILLING' left join allowance_cycle y on y.customer_id = c.id
     where c.id in (?)`,
    [customers],
  );
  const own = places.filter(({ path }) => isSideOf(viewer.path, path));
  if (own.length === 0) return new Map();
  const ids = own.map(({ id }) => id);
  const lines = await em.execute<{ id: string }[]>(
    `select l.id from unnest(?::uuid[]) c(id), lateral (
       select s.id from customer_allowance a join service s on s.id = a.service_id
       where a.customer_id = c.id and a.ended_at is null and s.state not in ('TERMINATED', 'EXPIRED') order by s.name, s.id limit ${linesMax}) l`,
    [`{${ids.join(",")}}`],
  );
  const live = await countedNow(
    context,
    await heldOf(
      context,
      ids,
      lines.map(({ id }) => id),
    ),
  );
  const byCustomer = groupBy(live, ({ held }) => held.customer);
  const found = own.map((place): [string, CustomerAllowances] => {
    const all = byCustomer.get(place.id) ?? [];
    const held = all
      .filter((each) => each.held.service == null)
      .toSorted((a, b) => allowanceSlots.indexOf(a.held.slot) - allowanceSlots.indexOf(b.held.slot));
    const nameOf = (each: CountedAllowance) => each.held.serviceName ?? "";
    const ofLines = all
      .filter((each) => each.held.service != null)
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
    return [place.id, { cycleDay: place.cycle_day, isUsableAtZero: place.is_usable_at_zero, held, ofLines }];
  });
  const known = new Set(own.filter((place) => place.has_cycle).map(({ id }) => id));
  return new Map(found.filter(([id, { ofLines }]) => known.has(id) || ofLines.length > 0));
});

/** By the line's id: what its rate plan gives it now, for the same viewers. */
export const allowanceOfLine = loader<string, CountedAllowance>(async (context, lines) => {
  const { em, viewer } = context;
  const rows = await em.execute<{ customer_id: string; path: string }[]>(
    `select distinct a.customer_id, a.path from customer_allowance a where a.service_id = any(?::uuid[])`,
    [`{${lines.join(",")}}`],
  );
  const own = rows.filter(({ path }) => isSideOf(viewer.path, path)).map(({ customer_id: customer }) => customer);
  const held = (await heldOf(context, own, lines)).filter(({ service }) => service != null);
  return new Map((await countedNow(context, held)).map((each) => [each.held.service!, each])); // of lines
});

function isSideOf(viewer: string, path: string): boolean {
  return path === viewer || sellerPathOf(path) === viewer;
}

async function countedNow(context: Context, all: readonly Held[]): Promise<CountedAllowance[]> {
  const now = context.clock.now();
  const live = all.filter((each) => isHeldAt(each, now));
  const counts = await countsOf(
    context,
    live.map(({ id }) => id),
  );
  return live.map((held) => ({ held, counts: countsAt(held, counts.get(held.id) ?? [], now) }));
}
