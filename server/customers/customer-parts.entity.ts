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
    phoneDigits: p.text().nullable(),
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

/** What a customer pays with: kind, brand and last four only. Nothing is charged yet. */
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
  },
  indexes: [{ name: "payment_method_of_customer", properties: ["customer"] }],
});
export type PaymentMethodRow = InferEntity<typeof PaymentMethodEntity>;

/**
 * What a customer is found by: words of the name, e-mail, number, digits of phones from the beginning and (reversed) from the
 * end. One row a scope, where a scope is each reseller above the customer, so that a look-up is one range scan in any tier.
 */
export const CustomerTokenEntity = defineEntity({
  name: "CustomerToken",
  tableName: "customer_token",
  ...insideTier,
  properties: {
    path: p.text().collation("C"),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().primary().deleteRule("cascade"),
    /** Path of the reseller whose people search. */
    scope: p.text().collation("C").primary(),
    /** `n:` a word of the name, `e:` e-mail, `i:` number, `p:` phone digits, `r:` reversed phone digits. */
    token: p.text().collation("C").primary(),
  },
  indexes: [{ name: "customer_token_look_up", properties: ["scope", "token", "customer"] }],
});
