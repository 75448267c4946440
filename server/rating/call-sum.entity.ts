import { defineEntity, p } from "@mikro-orm/core";
import { callDirections, callTypes } from "@tierline/shared/call.ts";
import { insideTierWith, oneOf, tierRow } from "../kernel/table.ts";

/**
 * What calls that began in a quarter of an hour brought a reseller and cost it: by who bought them of it, and with an empty buyer all
 * of them together. The path is the seller's, so that no buyer reads what it costs its seller. Several rows say one sum together:
 * each statement that writes legs adds its own, so that nobody waits for anybody, and a sweep folds them.
 */
export const CallSumEntity = defineEntity({
  name: "CallSum",
  tableName: "call_sum",
  ...insideTierWith("buyer_path"),
  properties: {
    ...tierRow,
    /** Right below: a customer or a reseller; empty for everybody together. */
    buyerPath: p.text().collation("C"),
    /** When it began, in UTC: midnight of every time zone is the beginning of one. */
    quarter: p.datetime(),
    direction: oneOf("direction", callDirections),
    callType: oneOf("call_type", callTypes),
    /** The seller's. */
    currency: p.text(),
    /** Corrections are none of their own. */
    calls: p.bigint(),
    /** From the answer on. */
    seconds: p.bigint(),
    cadencedSeconds: p.bigint(),
    freeSeconds: p.bigint(),
    billedSeconds: p.bigint(),
    /** What the buyer pays. */
    chargeMicros: p.bigint(),
    /** What the seller pays for the same calls. */
    costMicros: p.bigint(),
    isFolded: p.boolean(),
  },
  indexes: [
    { name: "call_sum_of_buyer", properties: ["path", "buyerPath", "quarter"] },
    { name: "call_sum_loose", properties: ["id"], where: "not is_folded" },
  ],
});
