import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel, CustomerKind } from "@tierline/shared/kinds.ts";
import { childPath, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { CustomerState } from "@tierline/shared/customer-state.ts";
import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import type { AddressValue } from "./customer.entity.ts";
import { CustomerTokenEntity } from "./customer-parts.entity.ts";
import { fold } from "./fold.ts";
import { tokensOf } from "./tokens.ts";

/** A checked customer; everything that is derived from it (path, order of names, search tokens) is made on insertion. */
export interface NewCustomer {
  readonly id: string;
  readonly resellerId: string;
  readonly resellerPath: string;
  /** Short number, unique per reseller. */
  readonly number: number;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly homeCountry: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly createdVia: Channel;
  readonly state?: CustomerState;
  readonly suspensionReasons?: readonly SuspensionReason[];
  readonly tags?: readonly string[];
  readonly attributes?: readonly { readonly key: string; readonly value: string }[];
  readonly billingAddress?: AddressValue | null;
  readonly taxNumber?: string | null;
  readonly templateVersionId?: string | null;
  readonly keepsSupport?: boolean;
  readonly isInternal?: boolean;
}

const rowsPerStatement = 2_000;

/**
 * Adds customers with their search tokens, set-wise: one or a million, the same code. Numbers given out later go on after the
 * highest of these.
 */
export async function insertCustomers(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
  for (let from = 0; from < customers.length; from += rowsPerStatement) {
    const rows = customers.slice(from, from + rowsPerStatement).map(rowOf);
    await em.execute(insertStatement, [JSON.stringify(rows)]);
  }
  await raiseCounters(em, customers);
}

// The row type of the table itself reads the JSON, so that its columns are named in one place.
const insertStatement = `
  with added as (
    insert into customer select row.* from json_populate_recordset(null::customer, ?::json) as row
    returning left(path, -length(number::text) - 2) as path, number, tokens
  )
  insert into customer_token (path, token, number)
  select path, token, number from added cross join unnest(tokens) as token order by path, token`;

export function customerPath(resellerPath: string, number: number): string {
  return childPath(resellerPath, `c${number}`);
}

/** Makes the look-up of one customer follow a change of its tokens. */
export async function moveTokens(
  em: EntityManager,
  { path: ownPath, number }: { readonly path: string; readonly number: number },
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const path = resellerPathOf(ownPath);
  const gone = before.filter((token) => !after.includes(token));
  const added = after.filter((token) => !before.includes(token));
  if (gone.length > 0) await em.nativeDelete(CustomerTokenEntity, { path, token: { $in: gone }, number });
  if (added.length > 0)
    await em.insertMany(
      CustomerTokenEntity,
      added.map((token) => ({ path, token, number })),
    );
}

function rowOf(customer: NewCustomer) {
  const {
    id,
    number,
    kind,
    name,
    email,
    phone,
    state = "ACTIVE",
    suspensionReasons = [],
    language,
    tags = [],
    attributes = [],
  } = customer;
  return {
    id,
    path: customerPath(customer.resellerPath, customer.number),
    reseller_id: customer.resellerId,
    number,
    kind,
    name,
    sort_name: fold(name),
    tokens: tokensOf(customer),
    email,
    phone,
    state,
    suspension_reasons: suspensionReasons,
    home_country: customer.homeCountry,
    language,
    tags,
    attributes,
    billing_address: customer.billingAddress ?? null,
    tax_number: customer.taxNumber ?? null,
    template_version_id: customer.templateVersionId ?? null,
    keeps_support: customer.keepsSupport ?? false,
    is_internal: customer.isInternal ?? false,
    created_via: customer.createdVia,
    created_at: customer.createdAt,
    version: 1,
  };
}

/** A counter that stands there already is not touched: until our commit others would wait for it. */
async function raiseCounters(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const { resellerPath, number } of customers)
    highest.set(resellerPath, Math.max(number, highest.get(resellerPath) ?? 0));
  const rows = [...highest].map(([path, value]) => ({ path, value }));
  await em.execute(
    `insert into counter (path, kind, value)
     select path, 'customer', value from json_to_recordset(?::json) as row (path text, value int)
     where not exists (select from counter c where c.path = row.path and c.kind = 'customer' and c.value >= row.value)
     on conflict (path, kind) do update set value = greatest(counter.value, excluded.value)`,
    [JSON.stringify(rows)],
  );
}
