import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import {
  chargeKinds,
  chargeSubjects,
  chargeTimings,
  recurringStates,
  suspensionPolicies,
  type ChargeFormula,
  type RecurringState,
} from "@tierline/shared/charge.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/**
 * What a buyer is charged again and again for one thing: one row for every sale on the way from the operator to the customer. The
 * path is the buyer's. No foreign keys: it lies above what it is charged for.
 */
export const RecurringChargeEntity = defineEntity({
  name: "RecurringCharge",
  tableName: "recurring_charge",
  ...insideTier,
  properties: {
    ...tierRow,
    subjectKind: oneOf("subject_kind", chargeSubjects),
    subjectId: p.uuid(),
    customerId: p.uuid().nullable(),
    /** With whose state and end it pauses and ends; null where it is of no service. */
    serviceId: p.uuid().nullable(),
    description: p.text(),
    currency: p.text(),
    amountMicros: p.bigint().check("amount_micros >= 0"),
    /** By which rule the price was set, and the version it comes from. */
    rule: p.text(),
    source: p.text().nullable(),
    intervalMonths: p.integer().check("interval_months > 0"),
    /** From which all periods are counted, in that time zone. */
    anchor: p.date(),
    timeZone: p.text(),
    timing: oneOf("timing", chargeTimings),
    whileSuspended: oneOf("while_suspended", suspensionPolicies),
    state: oneOf("state", recurringStates),
    /** The first day that was not charged yet. */
    nextFrom: p.date(),
    /** The first instant of the day on which that is charged. */
    dueAt: p.datetime(),
    /** The first day that is not charged any more. */
    endsOn: p.date().nullable(),
    /** The day with which its service ended it, and its own end before that: what is gone back to when the service goes on after all. */
    endedWith: p.date().nullable(),
    ownEndsOn: p.date().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "recurring_charge_once", properties: ["subjectKind", "subjectId", "path"], where: "state <> 'STOPPED'" },
  ],
  indexes: [
    { name: "recurring_charge_due", properties: ["dueAt"], where: "state = 'ACTIVE'" },
    { name: "recurring_charge_paused", properties: ["id"], where: "state = 'PAUSED'" },
    { name: "recurring_charge_held", properties: ["id"], where: "state = 'HELD'" },
    { name: "recurring_charge_path", properties: ["path", "dueAt"] },
    { name: "recurring_charge_of_customer", properties: ["customerId"], where: "customer_id is not null" },
    { name: "recurring_charge_of_service", properties: ["serviceId"], where: "service_id is not null" },
  ],
});
export type RecurringChargeRow = InferEntity<typeof RecurringChargeEntity>;

/** One amount that a buyer was charged, with how it came to be. It never changes: what is taken back is taken back in the ledger. */
export const ChargeEntity = defineEntity({
  name: "Charge",
  tableName: "charge",
  ...insideTier,
  properties: {
    ...tierRow,
    subjectKind: oneOf("subject_kind", chargeSubjects),
    subjectId: p.uuid(),
    customerId: p.uuid().nullable(),
    /** What it is a period of; null for what is charged once. */
    recurringId: p.uuid().nullable(),
    kind: oneOf("kind", chargeKinds),
    description: p.text(),
    /** The first day that it pays for, and the first that it does not; null for what is charged once. */
    periodFrom: p.date().nullable(),
    periodUntil: p.date().nullable(),
    currency: p.text(),
    amountMicros: p.bigint(),
    formula: p.json<ChargeFormula>(),
    /** Names it for ever, in the ledger too: nothing is charged twice. */
    reference: p.text().collation("C").unique(),
    /** Null for what costs nothing. */
    transactionId: p.uuid().nullable(),
    chargedAt: p.datetime(),
  },
  indexes: [
    { name: "charge_path", properties: ["path", "chargedAt"] },
    { name: "charge_of_subject", properties: ["subjectId", "path"] },
    { name: "charge_of_transaction", properties: ["transactionId"], where: "transaction_id is not null" },
  ],
});
export type ChargeRow = InferEntity<typeof ChargeEntity>;

/** What is needed to go on as before: how rows stood, and those that were begun in their place. */
export interface ReplacedRecurring {
  readonly before: readonly RecurringBefore[];
  readonly begun: readonly string[];
}

interface RecurringBefore {
  readonly id: string;
  readonly serviceId: string | null;
  readonly state: RecurringState;
  readonly endsOn: string | null;
}
