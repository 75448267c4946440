import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import {
  gatewayModes,
  paymentProviders,
  paymentPurposes,
  paymentStates,
  type GatewayMode,
  type PaymentProviderName,
  type PaymentPurpose,
  type PaymentState,
} from "@tierline/shared/payment.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { notifyUrlOf } from "./gateway.ts";
import type { PaymentGatewayRow, PaymentRow } from "./payment.entity.ts";

const PaymentProviderEnum = enumOf<PaymentProviderName>(paymentProviders);
registerEnumType(PaymentProviderEnum, {
  name: "PaymentProvider",
  description: "Who takes money for a reseller. The list grows.",
  valuesConfig: { PAYPAL: { description: "PayPal." }, STRIPE: { description: "Stripe." } },
});

const GatewayModeEnum = enumOf<GatewayMode>(gatewayModes);
registerEnumType(GatewayModeEnum, {
  name: "PaymentGatewayMode",
  description: "Where payments are made.",
  valuesConfig: {
    LAB: { description: "In the demo network; no money moves." },
    SANDBOX: { description: "At the provider's place for trying; no money moves." },
    LIVE: { description: "At the provider, with money." },
  },
});

const PaymentPurposeEnum = enumOf<PaymentPurpose>(paymentPurposes);
registerEnumType(PaymentPurposeEnum, {
  name: "PaymentPurpose",
  description: "What a payment is for. The list grows.",
  valuesConfig: {
    TOP_UP: { description: "Somebody paid by themselves." },
    TEST: { description: "A seller tries its gateway." },
    ORDER: { description: "Set aside before something is provisioned, taken when it is." },
    AUTO_RECHARGE: { description: "Taken by itself when the balance fell." },
    RENEWAL: { description: "Taken by itself when something was renewed." },
  },
});

const PaymentStateEnum = enumOf<PaymentState>(paymentStates);
registerEnumType(PaymentStateEnum, {
  name: "PaymentState",
  description: "How a payment stands. The list grows.",
  valuesConfig: {
    STARTED: { description: "The provider is being asked." },
    WAITING: { description: "The payer has to agree on the provider's page." },
    AUTHORISED: { description: "Set aside, not taken yet." },
    CAPTURING: { description: "Being taken." },
    VOIDING: { description: "Being let go." },
    PENDING: { description: "Agreed to; the money is on its way." },
    COMPLETED: { description: "Paid and credited." },
    REFUNDED: { description: "Given back, all of it." },
    DECLINED: { description: "Not paid; the reason says why." },
    EXPIRED: { description: "Given up. What comes all the same is credited." },
    VOIDED: { description: "Let go: nothing was taken." },
  },
});

@ObjectType("PaymentGateway", {
  implements: NodeType,
  description: "A reseller's own account with a payment provider: what its customers pay arrives there.",
})
export class PaymentGatewayType extends NodeType {
  @Field(() => PaymentProviderEnum, { description: "Who takes the money." })
  provider: PaymentProviderName;

  @Field(() => GatewayModeEnum, { description: "Where payments are made." })
  mode: GatewayMode;

  @Field(() => Boolean, { description: "Whether customers can pay by it." })
  isOpen: boolean;

  @Field(() => [Int], { description: "What can be paid, in whole units of the reseller's currency." })
  amounts: number[];

  @Field(() => String, { description: "How the provider names whoever is paid; payments to another are not credited." })
  receiver: string;

  @Field(() => String, { description: "Name of the key." })
  clientId: string;

  @Field(() => String, { description: "PayPal's id of the webhook." })
  webhookId: string;

  @Field(() => Boolean, { description: "Whether a secret is kept; it is never shown." })
  hasSecret: boolean;

  @Field(() => Boolean, { description: "Whether a webhook's secret is kept; it is never shown." })
  hasWebhookSecret: boolean;

  @Field(() => String, { description: "Where the provider is to send its notifications: to be entered there." })
  notifyUrl: string;
}

export function toPaymentGateway(row: PaymentGatewayRow): PaymentGatewayType {
  const { id, provider, mode, isOpen, amounts, receiver, clientId, webhookId } = row;
  return Object.assign(new PaymentGatewayType(), {
    id: encodeId("pgw", id),
    provider,
    mode,
    isOpen,
    amounts,
    receiver,
    clientId,
    webhookId,
    hasSecret: row.sealedSecret != null,
    hasWebhookSecret: row.sealedWebhookSecret != null,
    notifyUrl: notifyUrlOf(id),
  });
}

@ObjectType("TopUpChoice", { description: "A way to pay the seller." })
export class TopUpChoiceType {
  @Field(() => PaymentProviderEnum, { description: "Who takes the money." })
  provider: PaymentProviderName;

  @Field(() => [MoneyType], { description: "What can be paid, and nothing else." })
  amounts: MoneyType[];

  @Field(() => Boolean, { description: "Whether the card can be kept for later." })
  keepsMethods: boolean;
}

export function toTopUpChoice({ provider, amounts }: PaymentGatewayRow, currency: string): TopUpChoiceType {
  return {
    provider,
    amounts: amounts.map((units) => toMoney(money(BigInt(units) * 1_000_000n, currency))),
    keepsMethods: provider === "STRIPE",
  };
}

@ObjectType("Payment", { implements: NodeType, description: "Money on its way from a buyer to its seller." })
export class PaymentType extends NodeType {
  @Field(() => PaymentProviderEnum, { description: "Who takes it." })
  provider: PaymentProviderName;

  @Field(() => PaymentPurposeEnum, { description: "What it is for." })
  purpose: PaymentPurpose;

  @Field(() => PaymentStateEnum, { description: "How it stands." })
  state: PaymentState;

  @Field(() => MoneyType, { description: "How much." })
  amount: MoneyType;

  @Field(() => MoneyType, { description: "How much of it was given back." })
  refunded: MoneyType;

  @Field(() => String, { description: "What it is for." })
  description: Words;

  @Field(() => String, { nullable: true, description: "Why nothing came of it, or what it waits for." })
  reason: Words | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's page where it is agreed to; null for others than the payer, and when there is no need.",
  })
  approvalUrl: string | null;

  @Field(() => Date, { description: "When it was begun." })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was credited, or came to nothing." })
  settledAt: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the transaction in the statement; null until it is credited.",
  })
  transactionId: string | null;
}

/** As whoever pays sees it, or whoever is paid. */
export function toPayment(row: PaymentRow, { path }: Pick<Viewer, "path">): PaymentType {
  const { id, provider, purpose, state, currency, description, startedAt } = row;
  return Object.assign(new PaymentType(), {
    id: encodeId("pay", id),
    provider,
    purpose,
    state,
    amount: toMoney(money(row.amountMicros, currency)),
    refunded: toMoney(money(row.refundedMicros, currency)),
    description,
    reason: row.reason ?? null,
    approvalUrl: path === row.path ? (row.approvalUrl ?? null) : null,
    startedAt,
    settledAt: row.settledAt ?? null,
    transactionId: row.transactionId == null ? null : encodeId("ltx", row.transactionId),
  });
}

@ObjectType("PaymentConnection", { description: "A page of payments." })
export class PaymentConnectionType extends connectionOf("Payment", () => PaymentType) {}

@InputType("StartTopUpInput", { description: "How much is paid, and by whom it is taken." })
export class StartTopUpInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input are one payment." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of one's own billing account." })
  accountId: string;

  @Field(() => PaymentProviderEnum, { description: "One of the account's `topUps`." })
  provider: PaymentProviderName;

  @Field(() => DecimalScalar, { description: "One of its amounts." })
  amount: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: the provider keeps the card, and it can be charged later.",
  })
  keepMethod?: boolean | null;
}

@InputType("CheckPaymentInput", { description: "Which payment." })
export class CheckPaymentInputType {
  @Field(() => ID, { description: "Id of the payment." })
  id: string;
}

@InputType("TestPaymentGatewayInput", { description: "Which gateway is tried." })
export class TestPaymentGatewayInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input are one payment." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the gateway." })
  id: string;
}

@InputType("RefundPaymentInput", { description: "What is given back, and why." })
export class RefundPaymentInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the payment." })
  id: string;

  @Field(() => DecimalScalar, { nullable: true, description: "How much; left out: all that is left of it." })
  amount?: string | null;

  @Field(() => String, { description: "Why: kept in the audit trail." })
  reason: string;
}

@InputType("SavePaymentGatewayInput", { description: "How your reseller takes payments with a provider." })
export class SavePaymentGatewayInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => PaymentProviderEnum, { description: "With whom." })
  provider: PaymentProviderName;

  @Field(() => GatewayModeEnum, { description: "Where payments are made." })
  mode: GatewayMode;

  @Field(() => Boolean, { description: "Whether customers can pay by it." })
  isOpen: boolean;

  @Field(() => String, { description: "What can be paid: whole units with commas between, e.g. 10,25,50." })
  amounts: string;

  @Field(() => String, {
    nullable: true,
    description: "How the provider names your account: of PayPal, its e-mail address or merchant id.",
  })
  receiver?: string | null;

  @Field(() => String, { nullable: true, description: "Of PayPal: the app's client id." })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: "Of PayPal: the webhook's id." })
  webhookId?: string | null;

  @Field(() => String, { nullable: true, description: "The key's secret; left out: as it was." })
  secret?: string | null;

  @Field(() => String, { nullable: true, description: "Of Stripe: the webhook's signing secret; left out: as it was." })
  webhookSecret?: string | null;
}

@ObjectType("PaymentPayload", { description: "The payment, or why it was refused." })
export class PaymentPayloadType {
  @Field(() => PaymentType, { nullable: true, description: "The payment as it is now; null when refused." })
  payment: PaymentType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("SavePaymentGatewayPayload", { description: "The gateway, or why it was refused." })
export class SavePaymentGatewayPayloadType {
  @Field(() => PaymentGatewayType, { nullable: true, description: "As it is now; null when refused." })
  gateway: PaymentGatewayType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
