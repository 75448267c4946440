import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { gatewayModes, paymentProviders, paymentPurposes, paymentStates } from "@tierline/shared/payment.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** A reseller's own account with a payment provider (U21): the path is the reseller's, and what its customers pay arrives there. */
export const PaymentGatewayEntity = defineEntity({
  name: "PaymentGateway",
  tableName: "payment_gateway",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    provider: oneOf("provider", paymentProviders),
    mode: oneOf("mode", gatewayModes),
    /** How the provider names whoever is paid, an e-mail address or a number; empty: not compared. */
    receiver: p.text(),
    clientId: p.text(),
    webhookId: p.text(),
    sealedSecret: p.text().nullable(),
    sealedWebhookSecret: p.text().nullable(),
    /** What can be paid, in whole units of the reseller's currency (V20). */
    amounts: p.array().columnType("int[]").$type<number[]>(),
    isOpen: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "payment_gateway_once", properties: ["path", "provider"] }],
});
export type PaymentGatewayRow = InferEntity<typeof PaymentGatewayEntity>;

/** Money on its way from a buyer to its seller; the path is the buyer's, of a test the seller's own. */
export const PaymentEntity = defineEntity({
  name: "Payment",
  tableName: "payment",
  ...insideTier,
  properties: {
    ...tierRow,
    /** No foreign keys: what a seller has lies in another tier than its buyer, and a move would count them as ties. */
    gatewayId: p.uuid(),
    provider: oneOf("provider", paymentProviders),
    purpose: oneOf("purpose", paymentPurposes),
    state: oneOf("state", paymentStates),
    /** The ledger's account that it is credited to. */
    accountId: p.uuid(),
    amountMicros: p.bigint().check("amount_micros > 0"),
    currency: p.text(),
    /** What it is for. */
    description: p.json<Words>(),
    /** On file; null where the payer agrees on the provider's page. */
    methodId: p.uuid().nullable(),
    keepsMethod: p.boolean(),
    /** The page of ours that the payer comes back to, without our address before it. */
    returnPath: p.text(),
    orderId: p.uuid().nullable(),
    /** Names it for ever, for whoever must not begin it twice. */
    key: p.text().collation("C"),
    providerId: p.text().nullable(),
    captureId: p.text().nullable(),
    approvalUrl: p.text().nullable(),
    transactionId: p.uuid().nullable(),
    refundedMicros: p.bigint().check("refunded_micros >= 0 and refunded_micros <= amount_micros"),
    /** Of a refund that was asked for and of which nothing was heard yet. */
    refundKey: p.uuid().nullable(),
    refundMicros: p.bigint().nullable(),
    reason: p.json<Words>().nullable(),
    startedAt: p.datetime(),
    startedBy: p.text(),
    settledAt: p.datetime().nullable(),
    /** When the provider is asked next; null while nothing is to come of it by asking. */
    dueAt: p.datetime().nullable(),
    attempts: p.integer(),
    /** A renewal that was declined, and is to be paid with another try. */
    isOwed: p.boolean().default(false),
    version: p.integer().version(),
  },
  uniques: [{ name: "payment_key", properties: ["key"] }],
  indexes: [
    { name: "payment_of_tier", properties: ["path", "id"] },
    { name: "payment_due", properties: ["dueAt"], where: "due_at is not null" },
    { name: "payment_of_order", properties: ["orderId"], where: "order_id is not null" },
    { name: "payment_of_transaction", properties: ["transactionId"], where: "transaction_id is not null" },
  ],
});
export type PaymentRow = InferEntity<typeof PaymentEntity>;

/** What was given back of a payment: once for each name that the provider has for it. */
export const PaymentRefundEntity = defineEntity({
  name: "PaymentRefund",
  tableName: "payment_refund",
  ...insideTier,
  properties: {
    ...tierRow,
    payment: () => p.manyToOne(PaymentEntity).mapToPk(),
    refundId: p.text().collation("C"),
    amountMicros: p.bigint().check("amount_micros > 0"),
    transactionId: p.uuid().nullable(),
    at: p.datetime(),
  },
  uniques: [{ name: "payment_refund_once", properties: ["payment", "refundId"] }],
  indexes: [
    { name: "payment_refund_of_transaction", properties: ["transactionId"], where: "transaction_id is not null" },
  ],
});

/** VX14: a customer's card is charged by itself when its balance falls below an amount. The path is the customer's. */
export const AutoRechargeEntity = defineEntity({
  name: "AutoRecharge",
  tableName: "auto_recharge",
  ...insideTier,
  properties: {
    ...tierRow,
    accountId: p.uuid(),
    currency: p.text(),
    thresholdMicros: p.bigint().check("threshold_micros >= 0"),
    amountMicros: p.bigint().check("amount_micros > 0"),
    /** Days of the reseller's: when it was last below, when the card was last charged, when somebody was last written to. */
    hitOn: p.date().nullable(),
    askedOn: p.date().nullable(),
    toldOn: p.date().nullable(),
    dueAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "auto_recharge_once", properties: ["accountId"] }],
  indexes: [{ name: "auto_recharge_due", properties: ["dueAt"], where: "due_at is not null" }],
});
export type AutoRechargeRow = InferEntity<typeof AutoRechargeEntity>;

export const noticeOutcomes = ["TAKEN", "REFUSED"] as const;

/** What a provider has sent by itself and proved to be its own: each event once (U19). */
export const PaymentNoticeEntity = defineEntity({
  name: "PaymentNotice",
  tableName: "payment_notice",
  ...insideTier,
  properties: {
    ...tierRow,
    gateway: () => p.manyToOne(PaymentGatewayEntity).mapToPk(),
    eventId: p.text().collation("C"),
    type: p.text(),
    at: p.datetime(),
    paymentId: p.uuid().nullable(),
    outcome: oneOf("outcome", noticeOutcomes),
    reason: p.json<Words>().nullable(),
  },
  uniques: [{ name: "payment_notice_once", properties: ["gateway", "eventId"] }],
});
