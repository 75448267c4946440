import { feeOfShare, secondsOfShare, shareOfCycle } from "@tierline/shared/allowance.ts";
import { dateInZone } from "@tierline/shared/billing-period.ts";
import { money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { AccessError, invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { ServiceNode } from "../services/service.type.ts";
import {
  AllowancePayloadType,
  AllowanceShareType,
  AllowanceType,
  AssignAllowancesInputType,
  AssignAllowancesPayloadType,
  CustomerAllowancesType,
  HeldAllowanceType,
  SaveAllowanceInputType,
  toAllowance,
  toHeldAllowance,
} from "./allowance.type.ts";
import { assignAllowances } from "./assign-allowances.ts";
import { allowanceById, allowanceOfLine, allowancesOf, listAllowances } from "./list-allowances.ts";
import { saveAllowance } from "./save-allowance.ts";

@Resolver(() => AllowanceType)
export class AllowanceResolver {
  @Requires("rate.view")
  @Query(() => [AllowanceType], { description: "The allowances of your own reseller, by name." })
  async allowances(@Ctx() request: RequestContext): Promise<AllowanceType[]> {
    return (await listAllowances(signedIn(request))).map(toAllowance);
  }

  @FieldResolver(() => AllowanceShareType, {
    description: "What a customer that is given it today has until its next whole cycle: the days decide.",
  })
  async firstCycle(
    @Root() { row }: AllowanceType,
    @Arg("cycleDay", () => Int, { description: "On which day of the month its cycles begin, 1 to 31." })
    cycleDay: number,
    @Ctx() request: RequestContext,
  ): Promise<AllowanceShareType> {
    if (cycleDay < 1 || cycleDay > 31) throw new AccessError("BAD_USER_INPUT", say("allowance.cycleDay"));
    const reseller = await resellerById(request).load(row.reseller);
    invariant(reseller !== null, "whoever sees an allowance sees its reseller");
    const share = shareOfCycle(dateInZone(request.clock.now(), reseller.timeZone), cycleDay);
    const fee = toMoney(feeOfShare(money(BigInt(row.feeMicros), row.currency), share));
    return { ...share, seconds: secondsOfShare(row.minutes, share), fee };
  }

  @Requires("rate.edit")
  @Mutation(() => AllowancePayloadType, {
    description: "Makes an allowance, or says what it is from now on; who has it already keeps it as it was.",
  })
  saveAllowance(
    @Arg("input", () => SaveAllowanceInputType, { description: "The allowance." }) input: SaveAllowanceInputType,
    @Ctx() request: RequestContext,
  ): Promise<AllowancePayloadType> {
    return answered(
      async () => {
        const id = await saveAllowance(signedIn(request), input);
        const row = await allowanceById(request).clear(id).load(id);
        invariant(row !== null, "a verb answers with an allowance of its viewer's tier");
        return { allowance: toAllowance(row) };
      },
      { allowance: null },
    );
  }
}

@Resolver(() => CustomerType)
export class CustomerAllowancesResolver {
  @Requires("balance.view")
  @FieldResolver(() => CustomerAllowancesType, {
    nullable: true,
    description: "Its included minutes; null where it never had any, and for tiers above its reseller.",
  })
  async allowances(
    @Root() { row }: CustomerType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerAllowancesType | null> {
    const found = await allowancesOf(request).load(row.id);
    if (found === null) return null;
    const { cycleDay, isUsableAtZero } = found;
    return {
      cycleDay,
      isUsableAtZero,
      held: found.held.map(toHeldAllowance),
      ofLines: found.ofLines.map(toHeldAllowance),
    };
  }

  @Requires("rate.edit")
  @Mutation(() => AssignAllowancesPayloadType, {
    description: "Says which included minutes a customer of your own reseller has from now on.",
  })
  assignAllowances(
    @Arg("input", () => AssignAllowancesInputType, { description: "Who, and what." }) input: AssignAllowancesInputType,
    @Ctx() request: RequestContext,
  ): Promise<AssignAllowancesPayloadType> {
    return answered(
      async () => {
        const id = await assignAllowances(signedIn(request), input);
        allowancesOf(request).clear(id);
        const row = await customerById(request).clear(id).load(id);
        invariant(row !== null, "a verb answers with a customer of its viewer's tier");
        return { customer: toCustomer(row) };
      },
      { customer: null },
    );
  }
}

@Resolver(() => ServiceNode)
export class LineAllowanceResolver {
  @Requires("balance.view")
  @FieldResolver(() => HeldAllowanceType, {
    nullable: true,
    description: "The free minutes of its rate plan; null where that has none, and for tiers above its reseller.",
  })
  async allowance(@Root() { row }: ServiceNode, @Ctx() request: RequestContext): Promise<HeldAllowanceType | null> {
    const found = await allowanceOfLine(request).load(row.id);
    return found === null ? null : toHeldAllowance(found);
  }
}
