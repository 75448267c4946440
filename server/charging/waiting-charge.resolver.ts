import { idToSearch } from "@tierline/shared/id.ts";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { settleWaiting } from "./settle-waiting.ts";
import {
  SettleWaitingChargesInputType,
  SettleWaitingChargesPayloadType,
  toWaitingCharge,
  WaitingChargeConnectionType,
  WaitingChargeType,
} from "./waiting-charge.type.ts";
import { waitingCharges } from "./waiting-charges.ts";

@Resolver(() => WaitingChargeType)
export class WaitingChargeResolver {
  @Requires("balance.view")
  @Query(() => WaitingChargeConnectionType, {
    description: "What was missed in an outage and waits for you to charge or waive it: of those you sell to.",
  })
  async waitingCharges(
    @Arg("customerId", () => ID, { nullable: true, description: "Of this customer; of everybody unless given." })
    customerId: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<WaitingChargeConnectionType> {
    const customer = customerId === null ? null : idToSearch("cus", customerId);
    const page = await waitingCharges(signedIn(request), customer, { first, after });
    const nodes = page.nodes.map(toWaitingCharge);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
  }

  @Requires("balance.change")
  @Mutation(() => SettleWaitingChargesPayloadType, {
    description:
      "Charges what waits after an outage, or waives it for a reason, and goes on charging what comes after it. Of those you sell to.",
  })
  settleWaitingCharges(
    @Arg("input", () => SettleWaitingChargesInputType, { description: "What waits, and what becomes of it." })
    input: SettleWaitingChargesInputType,
    @Ctx() request: RequestContext,
  ): Promise<SettleWaitingChargesPayloadType> {
    return answered(async () => ({ settled: await settleWaiting(signedIn(request), input) }), { settled: 0 });
  }
}
