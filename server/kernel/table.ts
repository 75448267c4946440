import { p } from "@mikro-orm/core";

/** The sub-tree policy: text range, because its operators are leakproof and it shows nothing when no tier is set. */
const withinMyTier = "path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)";

/** Rows offered downward: the row's tier is mine or stands above me. */
const offeredToMe = "path = any(string_to_array(current_setting('app.anc', true), ' '))";

/**
 * For who may see named customers alone (`app.only`: their paths): what belongs to another customer does not exist either. A CASE,
 * because the planner takes half of the rows for one, and for a chain of OR next to none, which costs every list its index.
 */
const notOfAnotherCustomer = [
  "case when coalesce(current_setting('app.only', true), '') = '' then true",
  "else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end",
].join(" ");
const namedCustomers = {
  name: "named_customers",
  type: "restrictive" as const,
  using: notOfAnotherCustomer,
  check: notOfAnotherCustomer,
};

/** Forced row-level security: what stands outside my sub-tree does not exist. */
export const insideTier = {
  rowLevelSecurity: "force" as const,
  policies: [{ name: "inside_tier", using: withinMyTier, check: withinMyTier }, namedCustomers],
};

/** As `insideTier`, and readable (not writable) by the tiers below the row's own. */
export const readableDownward = {
  rowLevelSecurity: "force" as const,
  policies: [
    { name: "inside_tier", using: withinMyTier, check: withinMyTier },
    { name: "offered_to_me", command: "select" as const, using: offeredToMe },
    namedCustomers,
  ],
};

/** Primary key (UUIDv7 made by the application) and the tier path that the policies read. */
export const tierRow = {
  id: p.uuid().primary(),
  path: p.text().collation("C"),
};

/** A column of a closed list: text with a CHECK, because comparing an enum is not leakproof and would lose its index. */
export function oneOf<const T extends string>(column: string, values: readonly T[]) {
  return p
    .text()
    .$type<T>()
    .check(`${column} in (${values.map((value) => `'${value}'`).join(", ")})`);
}
