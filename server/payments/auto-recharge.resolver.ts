import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { billingAccountNow } from "../billing/billing-account.ts";
import { BillingAccountPayloadType, BillingAccountType, toBillingAccount } from "../billing/billing.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { AutoRechargeType, SetAutoRechargeInputType, toAutoRecharge } from "./auto-recharge.type.ts";
import { rechargeAmounts, rechargeOf, setAutoRecharge } from "./set-auto-recharge.ts";

@Resolver(() => BillingAccountType)
export class AutoRechargeResolver {
  @Requires("credit.buy")
  @Mutation(() => BillingAccountPayloadType, {
    description:
      "Says at which balance a customer's card is charged by itself; the same again changes nothing. Of one's own; for its reseller with the permission balance.change.",
  })
  setAutoRecharge(
    @Arg("input", () => SetAutoRechargeInputType, { description: "At which balance, and with how much." })
    input: SetAutoRechargeInputType,
    @Ctx() request: RequestContext,
  ): Promise<BillingAccountPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      const id = await setAutoRecharge(context, input);
      return { billingAccount: toBillingAccount(await billingAccountNow(request, context, id)) };
    };
    return answered(set, { billingAccount: null });
  }

  @Requires("balance.view")
  @FieldResolver(() => AutoRechargeType, {
    nullable: true,
    description: "That a card is charged by itself; null where it is not.",
  })
  async autoRecharge(
    @Root() { row }: BillingAccountType,
    @Ctx() request: RequestContext,
  ): Promise<AutoRechargeType | null> {
    const recharge = await rechargeOf(signedIn(request), row.id);
    return recharge === null ? null : toAutoRecharge(recharge);
  }

  @Requires("balance.view")
  @FieldResolver(() => [MoneyType], {
    description: "With how much a card can be charged by itself; empty where no provider keeps cards.",
  })
  async rechargeAmounts(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): Promise<MoneyType[]> {
    return (await rechargeAmounts(signedIn(request), row.path, row.balance.currency)).map(toMoney);
  }
}
