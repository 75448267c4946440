import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { callRoutes, rateRoutes } from "@tierline/shared/call-route.ts";
import { lineTypes, rateDeckStates } from "@tierline/shared/rate-deck.ts";
import type { OverrideScope } from "@tierline/shared/selling-rate.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, insideTierOf, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** What an import would change, counted when it was planned against the deck that was the newest then. */
export interface RateDeckCounts {
  readonly added: number;
  readonly gone: number;
  readonly up: number;
  readonly down: number;
  readonly blocked: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** An own rate that a deck would make a loss: by how it is named, asked and paid. */
export interface LossValue {
  readonly plan: string;
  readonly target: string;
  /** Decimals. */
  readonly ratePerMinute: string;
  readonly cost: string;
}

/** What a reseller pays its carrier, prefix by prefix: one import, whole and never changed. Nobody below may read it. */
export const RateDeckEntity = defineEntity({
  name: "RateDeck",
  tableName: "rate_deck",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    number: p.integer(),
    state: oneOf("state", rateDeckStates),
    /** The applied deck that it was compared with. */
    baseId: p.uuid().nullable(),
    fileName: p.text(),
    currency: p.text(),
    rateCount: p.integer(),
    counts: p.json<RateDeckCounts>(),
    losses: p.json<LossValue[]>(),
    createdAt: p.datetime(),
    createdBy: p.text(),
    /** From when calls are bought by it; null while it is only planned. */
    effectiveFrom: p.datetime().nullable(),
    appliedAt: p.datetime().nullable(),
    undoneAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "rate_deck_number", properties: ["reseller", "number"] }],
  indexes: [{ name: "rate_deck_path", properties: ["path", "state", "effectiveFrom"] }],
});
export type RateDeckRow = InferEntity<typeof RateDeckEntity>;

/** Amounts are trillionths of the deck's currency a minute, or once. */
export const RateEntity = defineEntity({
  name: "Rate",
  tableName: "rate",
  ...insideTier,
  properties: {
    ...tierRow,
    deck: () => p.manyToOne(RateDeckEntity).mapToPk().deleteRule("cascade"),
    prefix: p.text().collation("C"),
    route: oneOf("route", rateRoutes).default("ANY"),
    destination: p.text(),
    lineType: oneOf("line_type", lineTypes).nullable(),
    ratePerMinute: p.bigint(),
    connectFee: p.bigint(),
    includedSeconds: p.integer(),
    firstSeconds: p.integer(),
    stepSeconds: p.integer(),
    graceSeconds: p.integer(),
    isBlocked: p.boolean(),
  },
  uniques: [{ name: "rate_of_deck", properties: ["deck", "prefix", "route"] }],
});
export type RateRow = InferEntity<typeof RateEntity>;

/** How a reseller prices calls for those who buy from it. */
export const RatePlanEntity = defineEntity({
  name: "RatePlan",
  tableName: "rate_plan",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    name: p.text(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "rate_plan_name", properties: ["path", "name"] }],
});
export type RatePlanRow = InferEntity<typeof RatePlanEntity>;

export interface OverrideValue {
  readonly scope: OverrideScope;
  readonly target: string;
  /** A decimal. */
  readonly ratePerMinute: string;
}

/** What a plan says from a time on, until the next one does. Never changed. */
export const RatePlanVersionEntity = defineEntity({
  name: "RatePlanVersion",
  tableName: "rate_plan_version",
  ...insideTier,
  properties: {
    ...tierRow,
    plan: () => p.manyToOne(RatePlanEntity).mapToPk(),
    effectiveFrom: p.datetime(),
    /** Trillionths a minute. */
    markupFixed: p.bigint(),
    /** Ten-thousandths of a per cent. */
    markupPercent: p.bigint(),
    /** As in `60/60/0`; null: as calls are bought. */
    cadence: p.text().nullable(),
    /** A decimal; null: in the currency that is paid in. */
    exchangeRate: p.text().nullable(),
    overrides: p.json<OverrideValue[]>(),
    /** By which its calls leave, at every tier above too. */
    internationalRoute: oneOf("international_route", callRoutes).default("VALUE"),
    canadaRoute: oneOf("canada_route", callRoutes).default("VALUE"),
    /** Of the fees: the seller's. */
    currency: p.text().nullable(),
    /** What a line that gets it is charged, once and each month; null: nothing. */
    setupFeeMicros: p.bigint().check("setup_fee_micros > 0").nullable(),
    monthlyFeeMicros: p.bigint().check("monthly_fee_micros > 0").nullable(),
    /** What a line that gets it may talk each month without paying for it; null: nothing. */
    freeMinutes: p.integer().check("free_minutes > 0").nullable(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
  indexes: [
    { name: "rate_plan_version_of_plan", properties: ["plan", "effectiveFrom"] },
    { name: "rate_plan_version_from", properties: ["effectiveFrom"] },
  ],
});
export type RatePlanVersionRow = InferEntity<typeof RatePlanVersionEntity>;

/** By which plan somebody buys from a time on: a customer, a reseller right below, or whoever has none of their own. */
export const RatePlanBuyerEntity = defineEntity({
  name: "RatePlanBuyer",
  tableName: "rate_plan_buyer",
  ...insideTierOf("rate_plan_buyer", "customer_id"),
  properties: {
    ...tierRow,
    plan: () => p.manyToOne(RatePlanEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable().deleteRule("cascade"),
    /** One line of the customer's, whose plan goes before the customer's. */
    serviceId: p.uuid().nullable(),
    buyer: () => p.manyToOne(ResellerEntity).mapToPk().nullable().deleteRule("cascade"),
    effectiveFrom: p.datetime(),
    createdAt: p.datetime(),
  },
  indexes: [
    { name: "rate_plan_buyer_path", properties: ["path", "effectiveFrom"] },
    { name: "rate_plan_buyer_from", properties: ["effectiveFrom"] },
    { name: "rate_plan_buyer_shared", properties: ["path", "effectiveFrom"], where: "customer_id is null" },
    { name: "rate_plan_buyer_customer", properties: ["customer", "effectiveFrom"], where: "customer_id is not null" },
    { name: "rate_plan_buyer_reseller", properties: ["buyer", "effectiveFrom"], where: "buyer_id is not null" },
  ],
});
export type RatePlanBuyerRow = InferEntity<typeof RatePlanBuyerEntity>;
