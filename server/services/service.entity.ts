import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { serviceTypes } from "@tierline/shared/kinds.ts";
import { serviceStates, suspensionReasons, type SuspensionReason } from "@tierline/shared/service-state.ts";
import { OfferingEntity } from "../catalog/offering.entity.ts";
import { SiteEntity } from "../customers/customer-parts.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface BalanceValue {
  kind: string;
  label: string;
  /** Exact decimal. */
  amount: string;
  unit: string;
}

/** What a customer has. The path is the customer's. */
export const ServiceEntity = defineEntity({
  name: "Service",
  tableName: "service",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    number: p.integer(),
    name: p.text(),
    serviceType: oneOf("service_type", serviceTypes),
    state: oneOf("state", serviceStates),
    suspensionReasons: p
      .array()
      .columnType("text[]")
      .$type<SuspensionReason[]>()
      .check(`suspension_reasons <@ array[${suspensionReasons.map((reason) => `'${reason}'`).join(", ")}]::text[]`),
    startsOn: p.date().nullable(),
    endsOn: p.date().nullable(),
    recurringMicros: p.bigint().nullable(),
    currency: p.text(),
    autoRenew: p.boolean(),
    site: () => p.manyToOne(SiteEntity).mapToPk().nullable(),
    /** The account name it has in outside systems, e.g. `acme-789`. */
    account: p.text(),
    /** Calls at a time that the line may have, while that is being changed the greater number; null: as many as it likes. */
    simultaneousCalls: p.integer().nullable().check("simultaneous_calls >= 1 and simultaneous_calls <= 1000"),
    /** What actions learnt that later actions need, e.g. SIP user name. No secrets. */
    parameters: p.json<Record<string, string>>(),
    balances: p.json<BalanceValue[]>(),
    balancesAt: p.datetime().nullable(),
    currentRunId: p.uuid().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "service_number", properties: ["reseller", "number"] },
    { name: "service_account", properties: ["account"] },
  ],
  indexes: [
    { name: "service_path", properties: ["path", "state"] },
    { name: "service_of_customer", properties: ["customer"] },
    { name: "service_out_of_balance", properties: ["customer"], where: "'BALANCE' = any(suspension_reasons)" },
    { name: "service_not_compliant", properties: ["customer"], where: "'COMPLIANCE' = any(suspension_reasons)" },
    { name: "service_off_by_hand", properties: ["customer"], where: "'MANUAL' = any(suspension_reasons)" },
    {
      name: "service_sip_username",
      expression: `create index "service_sip_username" on "service" ((parameters ->> 'sipUsername'))`,
    },
    {
      name: "service_ending",
      properties: ["endsOn"],
      where: "ends_on is not null and state in ('ACTIVE', 'SUSPENDED')",
    },
  ],
});
export type ServiceRow = InferEntity<typeof ServiceEntity>;

/** An add-on on a service; `runId` makes recording it twice harmless. */
export const ServiceAddonEntity = defineEntity({
  name: "ServiceAddon",
  tableName: "service_addon",
  ...insideTier,
  properties: {
    ...tierRow,
    service: () => p.manyToOne(ServiceEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    runId: p.uuid().unique(),
    addedAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
  indexes: [{ name: "service_addon_of_service", properties: ["service"] }],
});
export type ServiceAddonRow = InferEntity<typeof ServiceAddonEntity>;

/** A password made by a run: sealed, shown to one person once, then gone. */
export const ServiceSecretEntity = defineEntity({
  name: "ServiceSecret",
  tableName: "service_secret",
  ...insideTier,
  properties: {
    path: p.text().collation("C"),
    service: () => p.manyToOne(ServiceEntity).mapToPk().primary(),
    key: p.text().primary(),
    /** Null once it was shown. */
    sealed: p.text().nullable(),
    createdAt: p.datetime(),
    shownAt: p.datetime().nullable(),
    shownTo: p.text().nullable(),
  },
});
export type ServiceSecretRow = InferEntity<typeof ServiceSecretEntity>;
