import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel, CustomerKind } from "@tierline/shared/kinds.ts";
import { ancestorsOf, childPath } from "@tierline/shared/tier-path.ts";
import type { CustomerState } from "@tierline/shared/customer-state.ts";
import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import type { AddressValue } from "./customer.entity.ts";
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
}

const rowsPerStatement = 2_000;

/**
 * Adds customers with their search tokens, set-wise: one or a million, the same code. Numbers given out later go on after the
 * highest of these.
 */
export async function insertCustomers(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
  for (let from = 0; from < customers.length; from += rowsPerStatement) {
    const rows = customers.slice(from, from + rowsPerStatement).map(rowOf);
    await em.execute(insertRows, [JSON.stringify(rows)]);
    await insertTokens(em, rows);
  }
  await raiseCounters(em, customers);
}

export function customerPath(resellerPath: string, number: number): string {
  return childPath(resellerPath, `c${number}`);
}

/** The resellers that a path lies under, by number: each of them has a look-up of its own. */
export function scopesOf(path: string): number[] {
  return ancestorsOf(path)
    .map((each) => /r(\d+)\.$/.exec(each)?.[1])
    .filter((number) => number !== undefined)
    .map(Number);
}

/** After a change of name, e-mail, phone or country. */
export async function rewriteTokens(
  em: EntityManager,
  customer: { id: string; path: string } & Parameters<typeof tokensOf>[0],
): Promise<void> {
  await em.execute("delete from customer_token where customer_id = ?", [customer.id]);
  await insertTokens(em, [
    { id: customer.id, path: customer.path, scopes: scopesOf(customer.path), tokens: tokensOf(customer) },
  ]);
}

interface TokenRow {
  readonly id: string;
  readonly path: string;
  readonly scopes: readonly number[];
  readonly tokens: readonly string[];
}

function rowOf(customer: NewCustomer) {
  const path = customerPath(customer.resellerPath, customer.number);
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
    path,
    reseller_id: customer.resellerId,
    number,
    kind,
    name,
    sort_name: fold(name),
    email,
    phone,
    state,
    suspension_reasons: suspensionReasons,
    home_country: customer.homeCountry,
    language,
    tags,
    attributes,
    billing_address: customer.billingAddress ?? null,
    created_via: customer.createdVia,
    created_at: customer.createdAt,
    version: 1,
    scopes: scopesOf(path),
    tokens: tokensOf(customer),
  };
}

// The row type of the table itself reads the JSON, so that its columns are named in one place.
const insertRows = "insert into customer select row.* from json_populate_recordset(null::customer, ?::json) as row";

async function insertTokens(em: EntityManager, rows: readonly TokenRow[]): Promise<void> {
  const plain = rows.map(({ id, path, scopes, tokens }) => ({ id, path, scopes, tokens }));
  await em.execute(
    `insert into customer_token (scope, token, customer_id, path)
     select scope, token, row.id, row.path
     from json_to_recordset(?::json) as row (id uuid, path text, scopes int[], tokens text[])
     cross join unnest(row.scopes) as scope cross join unnest(row.tokens) as token`,
    [JSON.stringify(plain)],
  );
}

async function raiseCounters(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const { resellerPath, number } of customers)
    highest.set(resellerPath, Math.max(number, highest.get(resellerPath) ?? 0));
  const rows = [...highest].map(([path, value]) => ({ path, value }));
  await em.execute(
    `insert into counter (path, kind, value)
     select path, 'customer', value from json_to_recordset(?::json) as row (path text, value int)
     on conflict (path, kind) do update set value = greatest(counter.value, excluded.value)`,
    [JSON.stringify(rows)],
  );
}
