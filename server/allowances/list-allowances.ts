import { allowanceSlots } from "@tierline/shared/allowance.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, loader } from "../kernel/loaders.ts";
import {
  AllowanceCycleEntity,
  AllowanceEntity,
  type AllowanceCountRow,
  type AllowanceCycleRow,
  type AllowanceRow,
} from "./allowance.entity.ts";
import { countsAt, countsOf, heldOf, isHeldAt, type Held } from "./held-allowances.ts";

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
  readonly cycle: AllowanceCycleRow;
  /** In the order of the slots, each with its counts as they are now. */
  readonly held: readonly { readonly held: Held; readonly counts: readonly AllowanceCountRow[] }[];
}

/** By the customer's id: what those have now whose buying or selling side the viewer is on. */
export const allowancesOf = loader<string, CustomerAllowances>(async (context, customers) => {
  const { em, viewer, clock } = context;
  const now = clock.now();
  const cycles = await em.find(
    AllowanceCycleEntity,
    { customer: { $in: [...customers] } },
    { disableIdentityMap: true },
  );
  const own = cycles.filter(({ path }) => path === viewer.path || sellerPathOf(path) === viewer.path);
  const all = await heldOf(
    context,
    own.map(({ customer }) => customer),
  );
  const live = all
    .filter((each) => isHeldAt(each, now))
    .toSorted((a, b) => allowanceSlots.indexOf(a.slot) - allowanceSlots.indexOf(b.slot));
  const counts = await countsOf(
    context,
    live.map(({ id }) => id),
  );
  const byCustomer = groupBy(live, ({ customer }) => customer);
  return new Map(
    own.map((cycle) => {
      const held = byCustomer.get(cycle.customer) ?? [];
      const counted = held.map((each) => ({ held: each, counts: countsAt(each, counts.get(each.id) ?? [], now) }));
      return [cycle.customer, { cycle, held: counted }];
    }),
  );
});
