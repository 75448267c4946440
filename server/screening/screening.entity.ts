import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import {
  checkStates,
  contactChannels,
  contactOutcomes,
  deactivationCauses,
  screeningCaseStates,
  screeningTriggers,
  type FoundMatch,
} from "@tierline/shared/screening.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** Which versions of the lists a check was made against, by list. */
export type ListVersions = Readonly<Record<string, number>>;

/** One look at a customer. The path is the customer's; the row is made by the database beside what made it necessary. */
export const ScreeningEntity = defineEntity({
  name: "Screening",
  tableName: "screening",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    trigger: oneOf("trigger", screeningTriggers),
    state: oneOf("state", checkStates),
    /** The version of a list for which it is looked at again. */
    listVersionId: p.uuid().nullable(),
    finishedAt: p.datetime().nullable(),
    /** What the check before said, where this one says something else: a flip. */
    previousState: p.text().nullable(),
    listVersions: p.json<ListVersions>(),
    algorithmVersion: p.integer().nullable(),
    /** Of the best match, in thousandths. */
    score: p.integer().nullable(),
    matches: p.integer(),
  },
  indexes: [
    { name: "screening_of_customer", properties: ["customer", "finishedAt"] },
    { name: "screening_path", properties: ["path"] },
    { name: "screening_due", properties: ["id"], where: "state = 'RUNNING'" },
    {
      name: "screening_once_a_version",
      expression: `create unique index "screening_once_a_version" on "screening" ("customer_id", "list_version_id") where list_version_id is not null`,
    },
  ],
});
export type ScreeningRow = InferEntity<typeof ScreeningEntity>;

/** A potential match that people decide. The path is the customer's. */
export const ScreeningCaseEntity = defineEntity({
  name: "ScreeningCase",
  tableName: "screening_case",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    state: oneOf("state", screeningCaseStates),
    openedAt: p.datetime(),
    /** 30 days after the first potential match (A-C8). */
    deactivateAt: p.datetime(),
    /** What the customer was when it was found, as a hash: decisions stick until it changes. */
    partyHash: p.text(),
    matches: p.json<FoundMatch[]>(),
    score: p.integer(),
    listVersions: p.json<ListVersions>(),
    algorithmVersion: p.integer(),
    ownerId: p.uuid().nullable(),
    owner: p.text().nullable(),
    takenAt: p.datetime().nullable(),
    /** Who said first that it is the party, until a second person says so too. */
    confirmedById: p.uuid().nullable(),
    confirmedBy: p.text().nullable(),
    confirmedAt: p.datetime().nullable(),
    confirmedReason: p.text().nullable(),
    decidedById: p.uuid().nullable(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    reason: p.text().nullable(),
    /** Attempts that count since somebody was reached. */
    unreachable: p.integer(),
    countedAt: p.datetime().nullable(),
    /** Of the last announcement of the deactivation, how many days it was before. */
    announced: p.integer().nullable(),
    cause: p
      .text()
      .$type<(typeof deactivationCauses)[number]>()
      .check(`cause in (${deactivationCauses.map((cause) => `'${cause}'`).join(", ")})`)
      .nullable(),
    deactivatedAt: p.datetime().nullable(),
    /** When the reseller's people were told that it was opened. */
    toldAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: "screening_case_of_tier", properties: ["path", "id"] },
    { name: "screening_case_of_customer", properties: ["customer", "id"] },
    {
      name: "screening_case_once",
      expression: `create unique index "screening_case_once" on "screening_case" ("customer_id") where state in ('OPEN', 'CONFIRMING', 'NON_COMPLIANT', 'DEACTIVATED')`,
    },
    {
      name: "screening_case_clock",
      properties: ["deactivateAt"],
      where: "state in ('OPEN', 'CONFIRMING', 'NON_COMPLIANT')",
    },
    { name: "screening_case_deactivated", properties: ["customer"], where: "state = 'DEACTIVATED'" },
    { name: "screening_case_untold", properties: ["id"], where: "told_at is null" },
  ],
});
export type ScreeningCaseRow = InferEntity<typeof ScreeningCaseEntity>;

/** Somebody tried to reach the customer or its reseller. */
export const ContactAttemptEntity = defineEntity({
  name: "ContactAttempt",
  tableName: "contact_attempt",
  ...insideTier,
  properties: {
    ...tierRow,
    case: () => p.manyToOne(ScreeningCaseEntity).mapToPk(),
    at: p.datetime(),
    by: p.text(),
    channel: oneOf("channel", contactChannels),
    outcome: oneOf("outcome", contactOutcomes),
    isCounted: p.boolean(),
    note: p.text().nullable(),
  },
  indexes: [{ name: "contact_attempt_of_case", properties: ["case", "id"] }],
});
export type ContactAttemptRow = InferEntity<typeof ContactAttemptEntity>;
