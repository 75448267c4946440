import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { createReseller } from "./create-reseller.ts";
import { limitReseller } from "./limits.ts";
import { findReseller } from "./list-resellers.ts";
import { activateReseller, resumeReseller, suspendReseller } from "./reseller-state.ts";
import type { ResellerRow } from "./reseller.entity.ts";
import {
  CreateResellerInputType,
  DelegateToResellerInputType,
  LimitResellerInputType,
  ResellerPayloadType,
  ResellerStateInputType,
  SetDelegationPresetsInputType,
  UpdateResellerInputType,
} from "./reseller.input.ts";
import { toReseller } from "./reseller.type.ts";
import { setDelegationPresets } from "./set-delegation-presets.ts";
import { delegateToReseller, updateReseller } from "./update-reseller.ts";

@Resolver()
export class ResellerMutationsResolver {
  @Requires("reseller.create")
  @Mutation(() => ResellerPayloadType, {
    description: "Creates a reseller below yours, to be activated before it works.",
  })
  createReseller(
    @Arg("input", () => CreateResellerInputType, { description: "The new reseller." }) input: CreateResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    const context = signedIn(request);
    const create = async () => ({ reseller: await findReseller(context, await createReseller(context, input)) });
    return answered(create, { reseller: null });
  }

  @Requires("reseller.update")
  @Mutation(() => ResellerPayloadType, { description: "Changes what is given of your reseller or one below it." })
  updateReseller(
    @Arg("input", () => UpdateResellerInputType, { description: "The changes." }) input: UpdateResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => updateReseller(context, input));
  }

  @Requires("reseller.activate")
  @Mutation(() => ResellerPayloadType, {
    description: "Lets a reseller that was created work: yours or one below it. Activating it again changes nothing.",
  })
  activateReseller(
    @Arg("input", () => ResellerStateInputType, { description: "Which reseller." }) input: ResellerStateInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => activateReseller(context, input));
  }

  @Requires("reseller.suspend")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Stops a reseller below yours, and all below it, from creating and changing; they may look and end services.",
  })
  suspendReseller(
    @Arg("input", () => ResellerStateInputType, { description: "Which reseller." }) input: ResellerStateInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => suspendReseller(context, input));
  }

  @Requires("reseller.suspend")
  @Mutation(() => ResellerPayloadType, { description: "Lets a suspended reseller below yours work again." })
  resumeReseller(
    @Arg("input", () => ResellerStateInputType, { description: "Which reseller." }) input: ResellerStateInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => resumeReseller(context, input));
  }

  @Requires("reseller.delegate")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Says how much a reseller below yours, and all below it, may have at most. What is there already stays, even if it is more.",
  })
  limitReseller(
    @Arg("input", () => LimitResellerInputType, { description: "Which reseller, and how much." })
    input: LimitResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => limitReseller(context, input));
  }

  @Requires("reseller.delegate")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Says what a reseller below yours, and all below it, may do at most; it holds from their next request on.",
  })
  delegateToReseller(
    @Arg("input", () => DelegateToResellerInputType, { description: "Which reseller, and what." })
    input: DelegateToResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => delegateToReseller(context, input));
  }

  @Requires("customer.delegate")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Sets the presets that a reseller chooses from when it decides what a customer's people may. What was decided stays.",
  })
  setDelegationPresets(
    @Arg("input", () => SetDelegationPresetsInputType, { description: "Whose presets, and which." })
    input: SetDelegationPresetsInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => setDelegationPresets(context, input));
  }
}

export function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<ResellerRow>,
): Promise<ResellerPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ reseller: toReseller(await verb(context)) }), { reseller: null });
}
