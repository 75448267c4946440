import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { allowanceSlots } from "@tierline/shared/allowance.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { RatePlanEntity } from "../rates/rate.entity.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";

/** Included minutes as a reseller offers them: what is changed counts for whoever is given them from then on. */
export const AllowanceEntity = defineEntity({
  name: "Allowance",
  tableName: "allowance",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    name: p.text(),
    minutes: p.integer().check("minutes > 0"),
    /** A cycle. */
    feeMicros: p.bigint().check("fee_micros >= 0"),
    currency: p.text(),
    /** Digits with the country code; none: they are for a scope, or for any number. */
    prefixes: p.json<readonly string[]>(),
    rolloverMinutesMax: p.integer().check("rollover_minutes_max >= 0"),
    isOffered: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "allowance_name", properties: ["path", "name"] }],
});
export type AllowanceRow = InferEntity<typeof AllowanceEntity>;

/** What is the same for all allowances of a customer. */
export const AllowanceCycleEntity = defineEntity({
  name: "AllowanceCycle",
  tableName: "allowance_cycle",
  ...insideTier,
  properties: {
    path: tierRow.path,
    customer: () => p.manyToOne(CustomerEntity).mapToPk().primary(),
    /** Of the month; a month without it begins its cycle on the last one. */
    cycleDay: p.integer().check("cycle_day >= 1 and cycle_day <= 31"),
    /** Whether minutes may be used up while there is no money; null: as the payment mode says (A-V14). */
    isUsableAtZero: p.boolean().nullable(),
    version: p.integer().version(),
  },
});
export type AllowanceCycleRow = InferEntity<typeof AllowanceCycleEntity>;

/** Minutes that a customer or a line of it has, as they were when it got them; or, that a slot draws on local of the same kind. */
export const CustomerAllowanceEntity = defineEntity({
  name: "CustomerAllowance",
  tableName: "customer_allowance",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    slot: oneOf("slot", allowanceSlots),
    allowance: () => p.manyToOne(AllowanceEntity).mapToPk().nullable().deleteRule("restrict"),
    /** Minutes of one line, which its rate plan gives it, instead of an allowance of the customer's. */
    service: () =>
      p
        .manyToOne(ServiceEntity)
        .mapToPk()
        .nullable()
        .deleteRule("restrict")
        .check("(service_id is null) = (plan_id is null)"),
    plan: () => p.manyToOne(RatePlanEntity).mapToPk().nullable().deleteRule("restrict"),
    name: p.text(),
    minutes: p.integer(),
    feeMicros: p.bigint(),
    currency: p.text(),
    prefixes: p.json<readonly string[]>(),
    rolloverMinutesMax: p.integer(),
    drawsFromLocal: p.boolean().check("draws_from_local = (allowance_id is null and plan_id is null)"),
    startedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** When its newest count ends; null where it has none of its own. */
    renewsAt: p.datetime().nullable().check("(renews_at is null) = draws_from_local"),
  },
  uniques: [
    {
      name: "customer_allowance_of_slot",
      properties: ["customer", "slot"],
      where: "ended_at is null and slot <> 'NUMBERS'",
    },
    {
      name: "customer_allowance_of_numbers",
      properties: ["customer", "allowance"],
      where: "ended_at is null and slot = 'NUMBERS'",
    },
    {
      name: "customer_allowance_of_line",
      properties: ["service"],
      where: "ended_at is null and service_id is not null",
    },
  ],
  indexes: [
    { name: "customer_allowance_of_customer", properties: ["customer", "startedAt"] },
    { name: "customer_allowance_of_service", properties: ["service", "startedAt"], where: "service_id is not null" },
    { name: "customer_allowance_due", properties: ["renewsAt"], where: "ended_at is null" },
  ],
});
export type CustomerAllowanceRow = InferEntity<typeof CustomerAllowanceEntity>;

/** How much of it there is in one cycle. Whoever changes one holds the lock of its allowance's row. */
export const AllowanceCountEntity = defineEntity({
  name: "AllowanceCount",
  tableName: "allowance_count",
  ...insideTier,
  properties: {
    ...tierRow,
    held: () => p.manyToOne(CustomerAllowanceEntity).mapToPk(),
    startsOn: p.date(),
    endsOn: p.date(),
    /** The same as instants, in the reseller's time zone of then; the first begins when the allowance was given. */
    startsAt: p.datetime(),
    endsAt: p.datetime().check("ends_at > starts_at"),
    grantedSeconds: p.integer().check("granted_seconds >= 0"),
    rolledSeconds: p.integer().check("rolled_seconds >= 0"),
    drawnSeconds: p.integer().check("drawn_seconds >= 0"),
    carriedSeconds: p
      .integer()
      .check("carried_seconds >= 0 and drawn_seconds + carried_seconds <= granted_seconds + rolled_seconds"),
  },
  uniques: [{ name: "allowance_count_of_cycle", properties: ["held", "startsAt"] }],
});
export type AllowanceCountRow = InferEntity<typeof AllowanceCountEntity>;

/** What a call took, once: also that it found nothing. What is given back is a further line. */
export const AllowanceDrawEntity = defineEntity({
  name: "AllowanceDraw",
  tableName: "allowance_draw",
  ...insideTier,
  properties: {
    callKey: p.text().collation("C").primary(),
    line: p.integer().primary(),
    path: tierRow.path,
    count: () => p.manyToOne(AllowanceCountEntity).mapToPk().nullable().deleteRule("restrict"),
    seconds: p.integer().check("(count_id is null) = (seconds = 0)"),
    at: p.datetime(),
  },
  indexes: [{ name: "allowance_draw_of_count", properties: ["count"], where: "count_id is not null" }],
});
