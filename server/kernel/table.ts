import { p } from "@mikro-orm/core";

/** The sub-tree policy: text range, because its operators are leakproof and it shows nothing when no tier is set. */
const withinMyTier = "path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)";

/** My tier and those above it, as an array. */
export const myTiers = "string_to_array(current_setting('app.anc', true), ' ')";

/** Rows offered downward: the row's tier is mine or stands above me. */
const offeredToMe = `path = any(${myTiers})`;

/**
 * For who may see named customers alone (`app.only`: their paths): what belongs to another customer does not exist either. A CASE,
 * because the planner takes half of the rows for one, and for a chain of OR next to none, which costs every list its index.
 */
const named = "any(string_to_array(current_setting('app.only', true), ' '))";
const namedCustomers = namedCustomersBy(`path !~ '[.]c[0-9]+[.]$' or path = ${named}`);

/** `isMine`: of a row, for who was named customers, that it is nobody's or one of theirs. */
function namedCustomersBy(isMine: string) {
  const condition = `case when coalesce(current_setting('app.only', true), '') = '' then true else ${isMine} end`;
  return { name: "named_customers", type: "restrictive" as const, using: condition, check: condition };
}

const mine = { name: "inside_tier", using: withinMyTier, check: withinMyTier };

/** Forced row-level security: what stands outside my sub-tree does not exist. */
export const insideTier = {
  rowLevelSecurity: "force" as const,
  policies: [mine, namedCustomers],
};

/**
 * As `insideTier`, for what lies with the reseller and may be a customer's all the same: `column` is that customer's tier path.
 */
export function insideTierWith(column: string) {
  const isMine = `${column} is null or ${column} = ${named}`;
  return { ...insideTier, policies: [mine, namedCustomersBy(isMine)] };
}

/** The same where only the customer's id is known: whoever does not see the customer does not see the row. */
export function insideTierOf(table: string, column: string) {
  const isMine = `${column} is null or exists (select from customer where customer.id = ${table}.${column})`;
  return { ...insideTier, policies: [mine, namedCustomersBy(isMine)] };
}

/** As `insideTier`, and readable (not writable) by the tiers below the row's own. */
export const readableDownward = {
  rowLevelSecurity: "force" as const,
  policies: [mine, { name: "offered_to_me", command: "select" as const, using: offeredToMe }, namedCustomers],
};

/** As `readableDownward`, of the rows above one's own only those for which `condition` holds. */
export function readableDownwardWhere(condition: string) {
  const offered = { name: "offered_to_me", command: "select" as const, using: `${offeredToMe} and ${condition}` };
  return { ...readableDownward, policies: [mine, offered, namedCustomers] };
}

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
