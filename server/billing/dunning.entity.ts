import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { accountNoticeKinds, terminateDaysMax } from "@tierline/shared/account-terms.ts";
import { cardRetryDaysDefault } from "@tierline/shared/card-retries.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** When those a reseller sells to are warned, suspended and ended; who has said nothing suspends at nothing, and no more. The path is the seller's. */
export const DunningEntity = defineEntity({
  name: "Dunning",
  tableName: "dunning",
  ...insideTier,
  properties: {
    ...tierRow,
    warnMicros: p.bigint().nullable().check("warn_micros > 0"),
    /** At or below it a strict account is at its end. */
    suspendMicros: p.bigint().default("0").check("suspend_micros >= 0"),
    terminateMicros: p.bigint().nullable().check("terminate_micros < 0"),
    /** After so many days of being suspended for the balance. */
    terminateDays: p.integer().nullable().check(`terminate_days >= 1 and terminate_days <= ${terminateDaysMax}`),
    /** How many days after its first no a card is tried again. */
    cardRetryDays: p
      .array()
      .columnType("int[]")
      .$type<number[]>()
      .defaultRaw(`'{${cardRetryDaysDefault.join(",")}}'`),
    version: p.integer().version(),
  },
  uniques: [{ name: "dunning_of_seller", properties: ["path"] }],
});
export type DunningRow = InferEntity<typeof DunningEntity>;

/** What became of a balance, noted by the database with the posting itself; told by tell-of-balances.ts. The path is the buyer's. */
export const AccountNoticeEntity = defineEntity({
  name: "AccountNotice",
  tableName: "account_notice",
  ...insideTier,
  properties: {
    ...tierRow,
    accountId: p.uuid(),
    kind: oneOf("kind", accountNoticeKinds),
    /** What the balance fell below, or came back to. */
    markMicros: p.bigint(),
    balanceMicros: p.bigint(),
    at: p.datetime(),
    toldAt: p.datetime().nullable(),
  },
  indexes: [
    { name: "account_notice_untold", properties: ["at"], where: "told_at is null" },
    { name: "account_notice_of_account", properties: ["accountId", "kind", "at"] },
  ],
});
