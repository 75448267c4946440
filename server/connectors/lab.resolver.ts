import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { checkedFirst } from "../kernel/paging.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import {
  KillLabWorkerInput,
  KillLabWorkerPayload,
  LabCallType,
  LabType,
  SetLabFaultInput,
  SetLabFaultPayload,
} from "./lab.type.ts";
import { killLabWorker, readLab, recentLabCalls, setLabFault } from "./operate-lab.ts";

@Resolver(() => LabType)
export class LabResolver {
  @Requires("lab.view")
  @Query(() => LabType, { description: "The demo network that comes with Tierline." })
  lab(@Ctx() context: RequestContext): Promise<LabType> {
    return readLab(signedIn(context));
  }

  @FieldResolver(() => [LabCallType], { description: "What it received, newest first." })
  recentCalls(@Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number): Promise<LabCallType[]> {
    return recentLabCalls(checkedFirst({ first }));
  }

  @Requires("lab.operate")
  @Mutation(() => SetLabFaultPayload, { description: "Breaks an element of the demo network, or mends it." })
  setLabFault(
    @Arg("input", () => SetLabFaultInput, { description: "Which and how." }) input: SetLabFaultInput,
    @Ctx() context: RequestContext,
  ): Promise<SetLabFaultPayload> {
    const verb = async () => ({ lab: await setLabFault(signedIn(context), input.element, input.fault) });
    return answered<{ lab: LabType | null }>(verb, { lab: null });
  }

  @Requires("lab.operate")
  @Mutation(() => KillLabWorkerPayload, { description: "Kills a worker, to watch another take its runs over." })
  killLabWorker(
    @Arg("input", () => KillLabWorkerInput, { description: "Which one." }) input: KillLabWorkerInput,
    @Ctx() context: RequestContext,
  ): Promise<KillLabWorkerPayload> {
    const verb = async () => ({ lab: await killLabWorker(signedIn(context), input.id) });
    return answered<{ lab: LabType | null }>(verb, { lab: null });
  }
}
