import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { callDirections, callStates, callTypes, legRules } from "@tierline/shared/call.ts";
import { callProblemCodes } from "@tierline/shared/rate-deck.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";

/** One call of a customer's. The path is the customer's. Once it is over it is never changed: a correction is a row of its own. */
export const CallEntity = defineEntity({
  name: "Call",
  tableName: "call",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    service: () => p.manyToOne(ServiceEntity).mapToPk().nullable(),
    /** Who told of it: a connector's key, or a reseller's id with the name of what sends its records. */
    source: p.text().collation("C"),
    /** With the source it names the call for ever. */
    sourceKey: p.text().collation("C"),
    /** A digest of what was told, by which the same is told from something else under the same key; empty while it is live. */
    digest: p.text(),
    direction: oneOf("direction", callDirections),
    /** Digits from the country code on; of a caller also whatever else the switch knows it by. */
    caller: p.text(),
    called: p.text(),
    callType: oneOf("call_type", callTypes),
    /** As the rate deck says; null where it knows none. */
    destination: p.text().nullable(),
    prefix: p.text().nullable(),
    state: oneOf("state", callStates),
    startedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** From the answer on; of a correction, how many more. */
    seconds: p.integer().check("seconds >= 0 or corrects_id is not null"),
    /** Why it was not let through. */
    refusal: p.text().nullable(),
    /** Why it has no price though it was answered. */
    problem: oneOf("problem", callProblemCodes).nullable(),
    /** How long it was let last at most; null where nobody asked. */
    maximumSeconds: p.integer().nullable(),
    holdId: p.uuid().nullable(),
    /** The call whose difference this is. */
    correctsId: p.uuid().nullable(),
    recordedAt: p.datetime(),
  },
  uniques: [{ name: "call_once", properties: ["source", "sourceKey"] }],
  indexes: [
    { name: "call_of_time", properties: ["path", "startedAt", "id"] },
    { name: "call_of_service", properties: ["service", "startedAt"], where: "service_id is not null" },
    { name: "call_recent", properties: ["startedAt", "path"] },
    { name: "call_live", properties: ["path", "startedAt"], where: "state = 'LIVE'" },
    { name: "call_corrected", properties: ["correctsId"], where: "corrects_id is not null" },
    { name: "call_without_price", properties: ["path", "startedAt"], where: "problem is not null" },
  ],
});
export type CallRow = InferEntity<typeof CallEntity>;

/**
 * One sale of a call on its way from the carrier to the customer. The path is the buyer's, so that the buyer and those above can read
 * it and nobody below. Of a correction it is the difference. No foreign key: it may lie above its call.
 */
export const CallLegEntity = defineEntity({
  name: "CallLeg",
  tableName: "call_leg",
  ...insideTier,
  properties: {
    callId: p.uuid().primary(),
    path: p.text().collation("C").primary(),
    /** Empty for what is bought from a carrier. */
    sellerPath: p.text().collation("C"),
    /** Counts from the carrier down: 0 is what is bought from it. */
    depth: p.integer(),
    /** The seller's; of a carrier the rate deck's. */
    currency: p.text(),
    /** Trillionths a minute, and once. */
    rate: p.bigint(),
    connectFee: p.bigint(),
    /** Seconds that the connect fee has paid. */
    includedSeconds: p.integer(),
    cadence: p.text(),
    cadencedSeconds: p.integer(),
    freeSeconds: p.integer(),
    billedSeconds: p.integer(),
    /** What the buyer pays. */
    amountMicros: p.bigint(),
    /** The same in the buyer's own currency, which its margin is counted in. */
    ownCurrency: p.text(),
    ownMicros: p.bigint(),
    /** The seller's rate plan and since when it says this; of a carrier none. */
    planId: p.uuid().nullable(),
    versionId: p.uuid().nullable(),
    /** The rate deck at the beginning of the way, for the one who buys by it alone. */
    deckId: p.uuid().nullable(),
    rule: oneOf("rule", legRules),
    startedAt: p.datetime(),
  },
  indexes: [
    { name: "call_leg_bought", properties: ["path", "startedAt"] },
    { name: "call_leg_sold", properties: ["sellerPath", "startedAt"] },
  ],
});
export type CallLegRow = InferEntity<typeof CallLegEntity>;

/**
 * What a leg was counted for from one of its seconds on: only of legs that were split, because prices changed or another cycle of an
 * allowance began. Of a correction those of the call as it stands by then.
 */
export const CallLegPartEntity = defineEntity({
  name: "CallLegPart",
  tableName: "call_leg_part",
  ...insideTier,
  properties: {
    callId: p.uuid().primary(),
    /** The leg's. */
    path: p.text().collation("C").primary(),
    /** Counted from the answer; 0 at the beginning. */
    fromSecond: p.integer().primary().check("from_second >= 0"),
    /** Trillionths a minute. */
    rate: p.bigint(),
    cadence: p.text(),
    freeSeconds: p.integer().check("free_seconds >= 0"),
    billedSeconds: p.integer().check("billed_seconds >= 0"),
    planId: p.uuid().nullable(),
    versionId: p.uuid().nullable(),
    deckId: p.uuid().nullable(),
    rule: oneOf("rule", legRules),
  },
});
