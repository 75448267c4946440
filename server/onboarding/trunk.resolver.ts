import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { askPbx } from "./ask-pbx.ts";
import { OnboardingType } from "./onboarding.type.ts";
import { PbxTrunkEntity, type PbxTrunkRow } from "./trunk.entity.ts";
import { AskPbxInputType, PbxTrunkPayloadType, PbxTrunkType, toTrunk, UpdatePbxTrunkInputType } from "./trunk.type.ts";
import { updateTrunk } from "./update-trunk.ts";

const fresh = { disableIdentityMap: true } as const;

const trunkOf = loader<string, PbxTrunkRow>(async ({ em }, customers) => {
  const rows = await em.find(PbxTrunkEntity, { customer: { $in: [...customers] } }, fresh);
  return new Map(rows.map((row) => [row.customer, row]));
});

async function trunkNow({ em }: Context, id: string): Promise<PbxTrunkType | null> {
  const row = await em.findOne(PbxTrunkEntity, { id }, fresh);
  return row === null ? null : toTrunk(row);
}

async function trunkFor(request: RequestContext, customer: string | null): Promise<PbxTrunkType | null> {
  const row = customer === null ? null : await trunkOf(request).load(customer);
  return row === null ? null : toTrunk(row);
}

@Resolver(() => OnboardingType)
export class OnboardingTrunkResolver {
  @Requires("customer.create")
  @Mutation(() => PbxTrunkPayloadType, {
    description:
      "Changes the trunk to a customer's PBX. What came of asking it is forgotten where another one is asked.",
  })
  updatePbxTrunk(
    @Arg("input", () => UpdatePbxTrunkInputType, { description: "As it shall be." }) input: UpdatePbxTrunkInputType,
    @Ctx() request: RequestContext,
  ): Promise<PbxTrunkPayloadType> {
    const context = signedIn(request);
    const update = async () => ({ trunk: await trunkNow(context, await updateTrunk(context, input)) });
    return answered(update, { trunk: null });
  }

  @Requires("customer.create")
  @Mutation(() => PbxTrunkPayloadType, {
    description: "Asks a PBX whether it is there, by SIP OPTIONS over the trunk's transport, and keeps what it says.",
  })
  askPbx(
    @Arg("input", () => AskPbxInputType, { description: "Which one." }) input: AskPbxInputType,
    @Ctx() request: RequestContext,
  ): Promise<PbxTrunkPayloadType> {
    const context = signedIn(request);
    const ask = async () => ({ trunk: await trunkNow(context, await askPbx(context, input)) });
    return answered(ask, { trunk: null });
  }

  @FieldResolver(() => PbxTrunkType, { nullable: true, description: "The trunk, once its step was taken." })
  trunk(@Root() { row }: OnboardingType, @Ctx() request: RequestContext): Promise<PbxTrunkType | null> {
    return trunkFor(request, row.customer ?? null);
  }
}

@Resolver(() => CustomerType)
export class CustomerTrunkResolver {
  @Requires("customer.create")
  @FieldResolver(() => PbxTrunkType, { nullable: true, description: "The trunk to its PBX; null when there is none." })
  trunk(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<PbxTrunkType | null> {
    return trunkFor(request, row.id);
  }
}
