import { money } from "@tierline/shared/money.ts";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { DunningPayloadType, DunningType, SetDunningInputType } from "./dunning.type.ts";
import { dunningOf, setDunning } from "./set-dunning.ts";

@Resolver(() => ResellerType)
export class DunningResolver {
  @Requires("balance.change")
  @Mutation(() => DunningPayloadType, {
    description:
      "Says when those your own reseller sells to are warned, suspended and ended. It counts at once for all of them; the same again changes nothing.",
  })
  setDunning(
    @Arg("input", () => SetDunningInputType, { description: "All of it, whatever it was." }) input: SetDunningInputType,
    @Ctx() request: RequestContext,
  ): Promise<DunningPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      await setDunning(context, input);
      return { dunning: await toDunning(context) };
    };
    return answered(set, { dunning: null });
  }

  @Requires("balance.view")
  @FieldResolver(() => DunningType, {
    nullable: true,
    description: "When those it sells to are warned, suspended and ended; null for all resellers but one's own.",
  })
  dunning(@Root() { row }: ResellerType, @Ctx() request: RequestContext): Promise<DunningType | null> | null {
    const context = signedIn(request);
    return row.path === context.viewer.path ? toDunning(context) : null;
  }
}

async function toDunning(context: Context): Promise<DunningType> {
  const { path } = context.viewer;
  const reseller = await context.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "whoever sells is a reseller");
  const { warn, suspend, terminate, terminateDays, cardRetryDays } = await dunningOf(context, path);
  const amount = (micros: bigint) => toMoney(money(micros, reseller.currency));
  return {
    warn: warn === null ? null : amount(warn),
    suspend: amount(suspend),
    terminate: terminate === null ? null : amount(terminate),
    terminateDays,
    cardRetryDays: [...cardRetryDays],
  };
}
