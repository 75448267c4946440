import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { MoneyType } from "../kernel/money.type.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { callById } from "./call-loaders.ts";
import { toCall } from "./call.type.ts";
import { correctCall } from "./correct-call.ts";
import { CallSumType, CorrectCallInputType, CorrectCallPayloadType, toCallSum } from "./correct-call.type.ts";

@Resolver(() => CallSumType)
export class CorrectCallResolver {
  @Requires("call.record")
  @Mutation(() => CorrectCallPayloadType, {
    description:
      "Puts a call right by a line with the difference, at every tier and by the prices of its time; the same facts again price it again.",
  })
  correctCall(
    @Arg("input", () => CorrectCallInputType, { description: "Which, what it was in truth, and why." })
    input: CorrectCallInputType,
    @Ctx() request: RequestContext,
  ): Promise<CorrectCallPayloadType> {
    return answered(
      async () => {
        const { correctionId, before, after } = await correctCall(signedIn(request), input);
        const row = correctionId === null ? null : await callById(request).load(correctionId);
        return { correction: row === null ? null : toCall(row), before: toCallSum(before), after: toCallSum(after) };
      },
      { correction: null, before: null, after: null },
    );
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "What you pay for it. Null without the permission finance.view.",
  })
  cost(@Root() { bought }: CallSumType, @Ctx() request: RequestContext): MoneyType | null {
    return may(request, "finance.view") ? bought : null;
  }
}
