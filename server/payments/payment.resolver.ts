import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { sellerPathOf } from "../billing/billing-account.ts";
import { BillingAccountType } from "../billing/billing.type.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { asSystemIn, gatewayById, gatewaysAt } from "./gateway.ts";
import { listPayments } from "./list-payments.ts";
import {
  CheckPaymentInputType,
  PaymentConnectionType,
  PaymentGatewayType,
  PaymentPayloadType,
  RefundPaymentInputType,
  SavePaymentGatewayInputType,
  SavePaymentGatewayPayloadType,
  StartTopUpInputType,
  TestPaymentGatewayInputType,
  toPayment,
  toPaymentGateway,
  TopUpChoiceType,
  toTopUpChoice,
} from "./payment.type.ts";
import { refundPayment } from "./refund-payment.ts";
import { saveGateway } from "./save-gateway.ts";
import { checkPayment, paymentsById, startTopUp, testGateway } from "./start-payment.ts";

@Resolver(() => PaymentGatewayType)
export class PaymentGatewayResolver {
  @Requires("payment.set_up")
  @Query(() => [PaymentGatewayType], { description: "Your own reseller's accounts with payment providers." })
  async paymentGateways(@Ctx() request: RequestContext): Promise<PaymentGatewayType[]> {
    const context = signedIn(request);
    return (await gatewaysAt(context, context.viewer.path)).map(toPaymentGateway);
  }

  @Requires("payment.set_up")
  @Mutation(() => SavePaymentGatewayPayloadType, {
    description: "Says how your own reseller takes payments with a provider. Secrets are kept sealed.",
  })
  savePaymentGateway(
    @Arg("input", () => SavePaymentGatewayInputType, { description: "With whom, and how." })
    input: SavePaymentGatewayInputType,
    @Ctx() request: RequestContext,
  ): Promise<SavePaymentGatewayPayloadType> {
    const context = signedIn(request);
    const save = async () => {
      const row = await gatewayById(context, await saveGateway(context, input));
      invariant(row !== null, "it was just saved");
      return { gateway: toPaymentGateway(row) };
    };
    return answered(save, { gateway: null });
  }

  @Requires("payment.set_up")
  @Mutation(() => PaymentPayloadType, {
    description:
      "Begins a payment of 1.00 to yourself, credited to an account of its own, to see that payments arrive.",
  })
  testPaymentGateway(
    @Arg("input", () => TestPaymentGatewayInputType, { description: "Which gateway." })
    input: TestPaymentGatewayInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentPayloadType> {
    return answeredWith(request, (context) => testGateway(context, input));
  }
}

@Resolver()
export class PaymentResolver {
  @Requires("credit.buy")
  @Mutation(() => PaymentPayloadType, {
    description: "Begins a payment to whoever sells to you; it goes on at its `approvalUrl`.",
  })
  startTopUp(
    @Arg("input", () => StartTopUpInputType, { description: "How much, and by whom." }) input: StartTopUpInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentPayloadType> {
    return answeredWith(request, (context) => startTopUp(context, input));
  }

  @Requires("credit.buy")
  @Mutation(() => PaymentPayloadType, {
    description:
      "Asks the provider how a payment stands, e.g. when its payer has come back, and credits what was paid.",
  })
  checkPayment(
    @Arg("input", () => CheckPaymentInputType, { description: "Which payment." }) { id }: CheckPaymentInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentPayloadType> {
    return answeredWith(request, (context) => checkPayment(context, id));
  }

  @Requires("balance.change")
  @Mutation(() => PaymentPayloadType, {
    description: "Has the provider give a payment back, whole or in part. Of those you sell to.",
  })
  refundPayment(
    @Arg("input", () => RefundPaymentInputType, { description: "Which, how much and why." })
    input: RefundPaymentInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentPayloadType> {
    return answeredWith(request, (context) => refundPayment(context, input));
  }
}

@Resolver(() => BillingAccountType)
export class AccountPaymentsResolver {
  @Requires("credit.buy")
  @FieldResolver(() => [TopUpChoiceType], {
    description: "How whoever sells to it can be paid, for the buyer alone; empty where nothing is set up.",
  })
  async topUps(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): Promise<TopUpChoiceType[]> {
    const context = signedIn(request);
    if (row.path !== context.viewer.path) return [];
    const path = sellerPathOf(row.path);
    const open = (await gatewaysAt(asSystemIn(context, path), path)).filter(({ isOpen }) => isOpen);
    return open.map((gateway) => toTopUpChoice(gateway, row.balance.currency));
  }

  @Requires("balance.view")
  @FieldResolver(() => Boolean, { description: "Whether whoever sells to it has a provider that keeps cards." })
  async keepsCards(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): Promise<boolean> {
    const path = sellerPathOf(row.path);
    const gateways = await gatewaysAt(asSystemIn(signedIn(request), path), path);
    return gateways.some(({ isOpen, provider }) => isOpen && paymentProviderOf[provider].cards !== null);
  }

  @Requires("balance.view")
  @FieldResolver(() => PaymentConnectionType, { description: "Payments by providers, the latest first." })
  async payments(
    @Root() { row }: BillingAccountType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<PaymentConnectionType> {
    const context = signedIn(request);
    const { edges, pageInfo } = await listPayments(context, row, { first, after });
    const made = edges.map(({ cursor, node }) => ({ cursor, node: toPayment(node, context.viewer) }));
    return { edges: made, nodes: made.map(({ node }) => node), pageInfo };
  }
}

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<PaymentPayloadType> {
  const context = signedIn(request);
  const run = async () => {
    const [row] = await paymentsById(context, [await verb(context)]);
    invariant(row !== undefined, "who has begun a payment sees it");
    return { payment: toPayment(row, context.viewer) };
  };
  return answered(run, { payment: null });
}
