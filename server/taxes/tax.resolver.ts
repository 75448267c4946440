import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { billingAccountNow } from "../billing/billing-account.ts";
import { BillingAccountType, toBillingAccount } from "../billing/billing.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { listTaxRates } from "./list-tax-rates.ts";
import { setTaxExemption, taxExemptionByPath } from "./set-tax-exemption.ts";
import { setTaxRate } from "./set-tax-rate.ts";
import {
  SetTaxExemptionInputType,
  SetTaxRateInputType,
  TaxExemptionPayloadType,
  TaxExemptionType,
  TaxRatesPayloadType,
  TaxRateType,
  toTaxRate,
} from "./tax.type.ts";

@Resolver(() => TaxRateType)
export class TaxRateResolver {
  @Requires("rate.view")
  @Query(() => [TaxRateType], {
    description: "The tax rates of your own reseller, by place and name, with those that are over and those to come.",
  })
  async taxRates(@Ctx() request: RequestContext): Promise<TaxRateType[]> {
    return (await listTaxRates(signedIn(request))).map(toTaxRate);
  }

  @Requires("rate.edit")
  @Mutation(() => TaxRatesPayloadType, {
    description:
      "Says what your own reseller takes of what it sells to a place from a day on. What was issued stays as it is; the same again changes nothing.",
  })
  setTaxRate(
    @Arg("input", () => SetTaxRateInputType, { description: "The rate." }) input: SetTaxRateInputType,
    @Ctx() request: RequestContext,
  ): Promise<TaxRatesPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      await setTaxRate(context, input);
      return { taxRates: (await listTaxRates(context)).map(toTaxRate) };
    };
    return answered(set, { taxRates: [] });
  }
}

@Resolver(() => BillingAccountType)
export class TaxExemptionResolver {
  @Requires("invoice.view")
  @FieldResolver(() => TaxExemptionType, {
    nullable: true,
    description: "Why it is asked for no tax; null for who is asked for taxes.",
  })
  taxExemption(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): Promise<TaxExemptionType | null> {
    return taxExemptionByPath(request).load(row.path);
  }

  @Requires("balance.change")
  @Mutation(() => TaxExemptionPayloadType, {
    description:
      "Says that a buyer is asked for no tax, or is again. Of those you sell to; the same again changes nothing.",
  })
  setTaxExemption(
    @Arg("input", () => SetTaxExemptionInputType, { description: "Which account, and why." })
    input: SetTaxExemptionInputType,
    @Ctx() request: RequestContext,
  ): Promise<TaxExemptionPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      const id = await setTaxExemption(context, input);
      return { billingAccount: toBillingAccount(await billingAccountNow(request, context, id)) };
    };
    return answered(set, { billingAccount: null });
  }
}
