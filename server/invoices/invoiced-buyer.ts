import type { AddressValue } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { PartyValue } from "./invoice.entity.ts";

interface BuyerRow {
  readonly name: string;
  readonly number: number;
  readonly country: string;
  readonly language: string | null;
  readonly address: AddressValue | null;
}

/** As it is now: an invoice keeps it. */
export async function buyerOf(
  { em }: Transaction,
  path: string,
): Promise<{ language: string | null; facts: PartyValue }> {
  const [row] = await em.execute<BuyerRow[]>(
    `select name, number, home_country as country, language, billing_address as address from customer where path = ?
     union all select name, number, country, locale, null from reseller where path = ?`,
    [path, path],
  );
  invariant(row !== undefined, "an account is of a customer or a reseller");
  const { name, number, country, address, language } = row;
  return { language, facts: { name, number, country, address } };
}
