import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { formatTaxNumber, taxNumberRule } from "@tierline/shared/tax-number.ts";
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
  readonly kind: CustomerKind;
  readonly tax: string | null;
}

/** As it is now: an invoice keeps it. */
export async function buyerOf(
  { em }: Pick<Transaction, "em">,
  path: string,
): Promise<{ language: string | null; facts: PartyValue }> {
  const [row] = await em.execute<BuyerRow[]>(
    `select name, number, home_country as country, language, billing_address as address, kind, tax_number as tax from customer where path = ?
     union all select name, number, country, locale, null, 'BUSINESS', null from reseller where path = ?`,
    [path, path],
  );
  invariant(row !== undefined, "an account is of a customer or a reseller");
  const { name, number, country, address, language, kind, tax } = row;
  const label = taxNumberRule(country, kind)?.label ?? "";
  const taxNumber = tax === null ? null : `${label} ${formatTaxNumber(country, tax)}`.trim();
  return { language, facts: { name, number, country, address, taxNumber } };
}
