import type { Words } from "@tierline/shared/sentence.ts";
import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { suspensionPolicies } from "@tierline/shared/charge.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import { orderStates } from "@tierline/shared/order-state.ts";
import type { ReplacedRecurring } from "../charging/charge.entity.ts";
import { OfferingEntity } from "../catalog/offering.entity.ts";
import { ContactEntity, SiteEntity } from "../customers/customer-parts.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { channels } from "@tierline/shared/kinds.ts";
import { RunEntity } from "../provisioning/run.entity.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";

export interface QuoteLineValue {
  kind: PriceKind;
  label: Words;
  amountMicros: string;
  from: string | null;
  to: string | null;
}

export interface ReplacedPlan extends ReplacedRecurring {
  readonly recurringMicros: string | null;
}

/** One plan or add-on sold to one customer, with the price as it was confirmed. The path is the customer's. */
export const OrderEntity = defineEntity({
  name: "Order",
  tableName: "customer_order",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    number: p.integer(),
    state: oneOf("state", orderStates),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    service: () => p.manyToOne(ServiceEntity).mapToPk().nullable(),
    run: () => p.manyToOne(RunEntity).mapToPk().nullable(),
    lines: p.json<QuoteLineValue[]>(),
    dueTodayMicros: p.bigint(),
    recurringMicros: p.bigint().nullable(),
    currency: p.text(),
    autoRenew: p.boolean(),
    /** As the offering said it when this was sold. */
    whileSuspended: oneOf("while_suspended", suspensionPolicies).default("STOP_BILLING"),
    site: () => p.manyToOne(SiteEntity).mapToPk().nullable(),
    billingContact: () => p.manyToOne(ContactEntity).mapToPk().nullable().deleteRule("set null"),
    technicalContact: () => p.manyToOne(ContactEntity).mapToPk().nullable().deleteRule("set null"),
    purchaseOrderNumber: p.text().nullable(),
    customFields: p.json<{ key: string; value: string }[]>(),
    installationDate: p.date().nullable(),
    placedBy: () => p.manyToOne(UserEntity).mapToPk(),
    placedByName: p.text(),
    placedAt: p.datetime(),
    channel: oneOf("channel", channels),
    /** The plan that a service had until now, where it gets another; null for all other orders. */
    before: () => p.manyToOne(OfferingEntity).mapToPk().nullable(),
    beforeName: p.text().nullable(),
    /** The first day of the other plan: of the next renewal, for what is cheaper. */
    startsOn: p.date().nullable(),
    isAtRenewal: p.boolean().default(false),
    /** What is needed to take the change back, once it has been made. */
    replaced: p.json<ReplacedPlan>().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "order_number", properties: ["reseller", "number"] },
    { name: "order_waiting_once", properties: ["service"], where: "state = 'ACKNOWLEDGED'" },
  ],
  indexes: [
    { name: "order_of_customer", properties: ["customer", "placedAt"] },
    { name: "order_of_run", properties: ["run"] },
    { name: "order_waiting", properties: ["startsOn"], where: "state = 'ACKNOWLEDGED'" },
  ],
});
export type OrderRow = InferEntity<typeof OrderEntity>;
