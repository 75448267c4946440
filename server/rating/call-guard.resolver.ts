import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { readCallGuard, setCallGuard } from "./call-guard.ts";
import { CallGuardPayloadType, CallGuardType, SetCallGuardInputType, toCallGuard } from "./call-guard.type.ts";

@Resolver()
export class CallGuardResolver {
  @Requires("call.guard")
  @Query(() => CallGuardType, {
    description:
      "The limits on calls of a customer of yours, of a line of theirs, of a reseller right below, or without an id your own.",
  })
  async callGuard(
    @Arg("id", () => ID, { nullable: true, description: "Of the customer, the line or the reseller." }) id:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<CallGuardType> {
    return toCallGuard(await readCallGuard(signedIn(request), { id }));
  }

  @Requires("call.guard")
  @Mutation(() => CallGuardPayloadType, {
    description:
      "Sets all limits on calls of a place. What is stricter counts at once; what lets more counts after 15 minutes and is told to the tier above.",
  })
  setCallGuard(
    @Arg("input", () => SetCallGuardInputType, { description: "Whose, and all of them." }) input: SetCallGuardInputType,
    @Ctx() request: RequestContext,
  ): Promise<CallGuardPayloadType> {
    const context = signedIn(request);
    return answered(async () => ({ callGuard: toCallGuard(await setCallGuard(context, input)) }), { callGuard: null });
  }
}
