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
 * What a customer is found by (customers/tokens.ts), once for each reseller above it: whoever searches reads one range of the
 * index of their own scope, however many customers others have.
 */
export const CustomerTokenEntity = defineEntity({
  name: "CustomerToken",
  tableName: "customer_token",
  ...insideTier,
  properties: {
    /** Number of the reseller whose people search: as a label of the tier path. */
    scope: p.integer().primary(),
    token: p.text().collation("C").primary(),
    /** No foreign key: rows are written with their customer's, and checking each would double the cost of an import. */
    customerId: p.uuid().primary(),
    /** In the key, though it follows from the customer, so that a walk reads the index alone, policy included. */
    path: p.text().collation("C").primary(),
  },
});
