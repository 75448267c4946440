import { dateInZone } from "@tierline/shared/billing-period.ts";
import { methodStanding, type MethodStanding } from "@tierline/shared/payment.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { customerNow, paymentMethodsOf } from "../customers/customer-loaders.ts";
import { PaymentMethodEntity } from "../customers/customer-parts.entity.ts";
import { PaymentMethodType, toPaymentMethod } from "../customers/customer-parts.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { keepPaymentMethod, removeMethod, setDefaultMethod, startPaymentMethod } from "./cards.ts";
import {
  KeepPaymentMethodInputType,
  KeepPaymentMethodPayloadType,
  MethodStandingEnum,
  PaymentMethodPayloadType,
  RemovePaymentMethodInputType,
  SetDefaultPaymentMethodInputType,
  StartPaymentMethodInputType,
  StartPaymentMethodPayloadType,
} from "./payment-method.type.ts";

/** By the customer: how many of its services renew by themselves. */
const renewalsOf = loader<string, number>(async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; count: string }[]>(
    `select customer_id as id, count(*) as count from service
     where customer_id in (?) and auto_renew and recurring_micros is not null and state not in ('TERMINATED', 'EXPIRED', 'PENDING_FAILED')
     group by customer_id`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
});

@Resolver(() => PaymentMethodType)
export class PaymentMethodResolver {
  @Requires("credit.buy")
  @Mutation(() => StartPaymentMethodPayloadType, {
    description:
      "Opens a page of the provider's where a customer leaves a card. Of one's own; for its reseller with the permission balance.change.",
  })
  startPaymentMethod(
    @Arg("input", () => StartPaymentMethodInputType, { description: "For whom." }) input: StartPaymentMethodInputType,
    @Ctx() request: RequestContext,
  ): Promise<StartPaymentMethodPayloadType> {
    const context = signedIn(request);
    return answered(async () => ({ approvalUrl: await startPaymentMethod(context, input) }), { approvalUrl: null });
  }

  @Requires("credit.buy")
  @Mutation(() => KeepPaymentMethodPayloadType, {
    description: "Keeps the card that was left on such a page, once. Who may is as with startPaymentMethod.",
  })
  keepPaymentMethod(
    @Arg("input", () => KeepPaymentMethodInputType, { description: "Which page, for whom." })
    input: KeepPaymentMethodInputType,
    @Ctx() request: RequestContext,
  ): Promise<KeepPaymentMethodPayloadType> {
    const context = signedIn(request);
    const keep = async () => {
      const id = await keepPaymentMethod(context, input);
      const row = await context.em.findOne(PaymentMethodEntity, { id }, { disableIdentityMap: true });
      invariant(row !== null, "it was just kept");
      return { paymentMethod: toPaymentMethod(row), customer: await holderNow(request, context, row.customer) };
    };
    return answered(keep, { paymentMethod: null, customer: null });
  }

  @Requires("credit.buy")
  @Mutation(() => PaymentMethodPayloadType, {
    description: "Says which payment method is charged. Who may is as with startPaymentMethod.",
  })
  setDefaultPaymentMethod(
    @Arg("input", () => SetDefaultPaymentMethodInputType, { description: "Which." })
    input: SetDefaultPaymentMethodInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentMethodPayloadType> {
    return answeredWith(request, (context) => setDefaultMethod(context, input));
  }

  @Requires("credit.buy")
  @Mutation(() => PaymentMethodPayloadType, {
    description:
      "Removes a payment method, here and with the provider; where it was the default, the oldest of the rest is. Who may is as with startPaymentMethod.",
  })
  removePaymentMethod(
    @Arg("input", () => RemovePaymentMethodInputType, { description: "Which." }) input: RemovePaymentMethodInputType,
    @Ctx() request: RequestContext,
  ): Promise<PaymentMethodPayloadType> {
    return answeredWith(request, (context) => removeMethod(context, input));
  }

  @FieldResolver(() => MethodStandingEnum, { description: "Whether it can be charged when its holder is not there." })
  standing(@Root() { row }: PaymentMethodType, @Ctx() request: RequestContext): MethodStanding {
    return methodStanding(row, dateInZone(signedIn(request).clock.now(), "UTC"));
  }

  @FieldResolver(() => Int, {
    description: "How many services that renew by themselves are charged to it: all of the customer's, or none.",
  })
  async renewals(@Root() { row }: PaymentMethodType, @Ctx() request: RequestContext): Promise<number> {
    return row.isDefault ? ((await renewalsOf(request).load(row.customer)) ?? 0) : 0;
  }
}

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<PaymentMethodPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ customer: await holderNow(request, context, await verb(context)) }), {
    customer: null,
  });
}

/** As it is after the verb. */
async function holderNow(request: RequestContext, context: Context, id: string) {
  paymentMethodsOf(request).clear(id);
  return customerNow(request, context, id);
}
