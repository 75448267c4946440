import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { didBillings, type DidBilling } from "@tierline/shared/did.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { ItemEntity } from "../inventory/item.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** What calls that came in cost until a time, the earliest first. The names are those that incoming_sales reads. */
export interface PastTerms {
  readonly until: string;
  readonly billing: DidBilling;
  /** Trillionths a minute. */
  readonly rate: string;
  readonly cadence: string;
}

/** A number that a customer has for fees of its own. The path is the customer's; one that was taken back keeps its row. */
export const DidEntity = defineEntity({
  name: "Did",
  tableName: "did",
  ...insideTier,
  properties: {
    ...tierRow,
    item: () => p.manyToOne(ItemEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    /** E.164. */
    number: p.text(),
    currency: p.text(),
    setupMicros: p.bigint().check("setup_micros >= 0"),
    monthlyMicros: p.bigint().check("monthly_micros >= 0"),
    billing: oneOf("billing", didBillings),
    /** Trillionths a minute; nothing where calls are not charged by their minutes. */
    ratePerMinute: p.bigint().check("rate_per_minute >= 0"),
    cadence: p.text(),
    pastTerms: p.json<PastTerms[]>(),
    connectedAt: p.datetime(),
    connectedBy: p.text(),
    disconnectedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "did_once", properties: ["item"], where: "disconnected_at is null" }],
  indexes: [
    { name: "did_customer", properties: ["customer", "connectedAt"] },
    { name: "did_number", properties: ["number", "connectedAt"] },
  ],
});
export type DidRow = InferEntity<typeof DidEntity>;
