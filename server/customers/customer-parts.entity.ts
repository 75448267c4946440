import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { contactRoles, paymentMethodKinds, type ContactRole } from "@tierline/shared/kinds.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { CustomerEntity, type AddressValue } from "./customer.entity.ts";

export const ContactEntity = defineEntity({
  name: "Contact",
  tableName: "contact",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    name: p.text(),
    roles: p
      .array()
      .columnType("text[]")
      .$type<ContactRole[]>()
      .check(`roles <@ array[${contactRoles.map((role) => `'${role}'`).join(", ")}]::text[]`),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: "contact_of_customer", properties: ["customer"] }],
});
export type ContactRow = InferEntity<typeof ContactEntity>;

export const SiteEntity = defineEntity({
  name: "Site",
  tableName: "site",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    name: p.text(),
    address: p.json<AddressValue>().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: "site_of_customer", properties: ["customer"] }],
});
export type SiteRow = InferEntity<typeof SiteEntity>;

/** What a customer pays with: kind, brand and last four, and by which name the provider charges it; never its number. */
export const PaymentMethodEntity = defineEntity({
  name: "PaymentMethod",
  tableName: "payment_method",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    kind: oneOf("kind", paymentMethodKinds),
    brand: p.text(),
    lastFour: p.text().check("last_four ~ '^[0-9]{4}$'"),
    expiresOn: p.date().nullable(),
    isDefault: p.boolean(),
    /** Where it can be charged, and its and its holder's names there; null for one that is only known of. */
    gatewayId: p.uuid().nullable(),
    reference: p.text().nullable(),
    holder: p.text().nullable(),
    /** When it last said no; null since it was charged, or never was. */
    declinedAt: p.datetime().nullable(),
    /** How often it said no by itself since, when it is tried again, and since when it is not any more. */
    declines: p.integer().default(0),
    retryAt: p.datetime().nullable(),
    failedAt: p.datetime().nullable(),
  },
  indexes: [{ name: "payment_method_of_customer", properties: ["customer"] }],
});
export type PaymentMethodRow = InferEntity<typeof PaymentMethodEntity>;

/**
 * What a customer is found by (customers/tokens.ts). A row for each token, in three orders: within its reseller (the key), within
 * the reseller above that one, and over everything. Whoever searches reads a range of as few of them as make up their tier.
 */
export const CustomerTokenEntity = defineEntity({
  name: "CustomerToken",
  tableName: "customer_token",
  ...insideTier,
  properties: {
    /** The reseller's: with the number it names the customer, in a third of the bytes of an id and a path of its own. */
    path: p.text().collation("C").primary(),
    token: p.text().collation("C").primary(),
    /** No foreign key: rows are written with their customer's, and checking each would double the cost of an import. */
    number: p.integer().primary(),
    /** The path of the reseller above; a column, because no function of the path could use an index behind the policies. */
    above: p.text().collation("C").nullable().generated("(regexp_replace(path, '[^.]+[.]$', '')) stored"),
  },
  indexes: [
    {
      name: "customer_token_everywhere", // under another name of its order: see customers/token-walk.ts
      expression: 'create index "customer_token_everywhere" on "customer_token" (token collate "POSIX", path, number)',
    },
    { name: "customer_token_below", properties: ["above", "token", "path", "number"] },
  ],
});
