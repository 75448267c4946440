import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { findItems } from "../inventory/item.ts";
import { toItemType } from "../inventory/item.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { changeNumberLease } from "./change-number-lease.ts";
import { giveBackNumber } from "./give-back-number.ts";
import {
  ChangeNumberLeaseInputType,
  GiveBackNumberInputType,
  NumberOfferType,
  NumbersPayloadType,
  OfferNumbersInputType,
  OrderNumberInputType,
  toNumberOffer,
  WithdrawNumbersInputType,
} from "./number-offer.type.ts";
import { offersFromAbove } from "./number-offers.ts";
import { offerNumbers, withdrawNumbers } from "./offer-numbers.ts";
import { orderNumber } from "./order-number.ts";

@Resolver(() => NumberOfferType)
export class NumberOrderResolver {
  @Requires("inventory.add")
  @Query(() => [NumberOfferType], {
    description: "Numbers that the reseller right above offers you, by number; 200 at most.",
  })
  async numberOffers(
    @Arg("search", () => String, { nullable: true, description: "How a number begins or ends." }) search: string | null,
    @Ctx() request: RequestContext,
  ): Promise<NumberOfferType[]> {
    return (await offersFromAbove(signedIn(request), search ?? "")).map(toNumberOffer);
  }

  @Requires("inventory.hand_down")
  @Mutation(() => NumbersPayloadType, {
    description: "Offers free numbers of your stock to the resellers right below, for these fees from now on.",
  })
  offerNumbers(
    @Arg("input", () => OfferNumbersInputType, { description: "Which, to whom, and what they cost." })
    input: OfferNumbersInputType,
    @Ctx() request: RequestContext,
  ): Promise<NumbersPayloadType> {
    return itemsAnswered(request, (context) => offerNumbers(context, input));
  }

  @Requires("inventory.hand_down")
  @Mutation(() => NumbersPayloadType, { description: "Offers numbers of your stock no more." })
  withdrawNumbers(
    @Arg("input", () => WithdrawNumbersInputType, { description: "Which." }) input: WithdrawNumbersInputType,
    @Ctx() request: RequestContext,
  ): Promise<NumbersPayloadType> {
    return itemsAnswered(request, (context) => withdrawNumbers(context, input));
  }

  @Requires("inventory.add")
  @Mutation(() => NumbersPayloadType, {
    description: "Takes a number that the reseller right above offers into your stock, and charges you its fees.",
  })
  orderNumber(
    @Arg("input", () => OrderNumberInputType, { description: "Which." }) input: OrderNumberInputType,
    @Ctx() request: RequestContext,
  ): Promise<NumbersPayloadType> {
    return itemsAnswered(request, async (context) => [await orderNumber(context, input)]);
  }

  @Requires("inventory.hand_down")
  @Mutation(() => NumbersPayloadType, {
    description:
      "Changes what a number costs the reseller right below that ordered it: the fee from the next month on, calls from now on.",
  })
  changeNumberLease(
    @Arg("input", () => ChangeNumberLeaseInputType, { description: "What changes." }) input: ChangeNumberLeaseInputType,
    @Ctx() request: RequestContext,
  ): Promise<NumbersPayloadType> {
    return itemsAnswered(request, async (context) => [await changeNumberLease(context, input)]);
  }

  @Requires("inventory.add")
  @Mutation(() => NumbersPayloadType, {
    description:
      "Gives a number that you ordered and nobody has back to the reseller right above; you are charged no more.",
  })
  giveBackNumber(
    @Arg("input", () => GiveBackNumberInputType, { description: "Which number." }) input: GiveBackNumberInputType,
    @Ctx() request: RequestContext,
  ): Promise<NumbersPayloadType> {
    return itemsAnswered(request, async (context) => [await giveBackNumber(context, input)]);
  }
}

function itemsAnswered(
  request: RequestContext,
  verb: (context: Context) => Promise<readonly string[]>,
): Promise<NumbersPayloadType> {
  return answered(
    async () => {
      const context = signedIn(request);
      const ids = await verb(context);
      const items = await findItems(context, ids);
      return { items: ids.flatMap((id) => items.get(id) ?? []).map(toItemType) };
    },
    { items: [] },
  );
}
