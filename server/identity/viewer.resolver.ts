import { ancestorsOf } from "@tierline/shared/tier-path.ts";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { invariant } from "../kernel/rejection.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { resellerById, resellerByPath } from "../resellers/reseller-loaders.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { tierPathOf, toTierNode } from "../resellers/tier-path.ts";
import { toSecondFactorAsked } from "./factor.type.ts";
import { lacksFactor, lacksOwnPassword } from "./factor-duty.ts";
import { setLanguage } from "./set-language.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import {
  SetLanguageInputType,
  SetLanguagePayloadType,
  SignInInputType,
  SignInPayloadType,
  SignOutPayloadType,
  toOnBehalfOf,
  toUser,
  ViewerType,
  WithheldByType,
} from "./viewer.type.ts";

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who asks; null when nobody is signed in." })
  viewer(@Ctx() context: RequestContext): ViewerType | null {
    return context.viewer === null ? null : toViewer(context.viewer, context.clock.now());
  }

  @Mutation(() => SignInPayloadType, {
    description:
      "Opens a new session, or asks whoever has a second factor for it (`secondFactor`). The rest of the operation is read as the new viewer.",
  })
  signIn(
    @Arg("input", () => SignInInputType, { description: "E-mail and password." }) input: SignInInputType,
    @Ctx() context: RequestContext,
  ): Promise<SignInPayloadType> {
    const empty = { viewer: null, secondFactor: null };
    return answered(async () => {
      const { viewer, secondFactor } = await signIn(context, input);
      if (viewer !== null) return { viewer: toViewer(viewer, context.clock.now()), secondFactor: null };
      return { viewer: null, secondFactor: toSecondFactorAsked(secondFactor) };
    }, empty);
  }

  @Mutation(() => SignOutPayloadType, { description: "Ends the session, in every tab and on every open socket." })
  signOut(@Ctx() context: RequestContext): Promise<SignOutPayloadType> {
    return answered(async () => {
      await signOut(context);
      return {};
    }, {});
  }

  @Mutation(() => SetLanguagePayloadType, {
    description: "Sets the language in which one is answered: on every page, in every program, in every mail.",
  })
  @Requires("profile.update")
  async setLanguage(
    @Arg("input", () => SetLanguageInputType, { description: "The language." }) input: SetLanguageInputType,
    @Ctx() context: RequestContext,
  ): Promise<SetLanguagePayloadType> {
    const own = signedIn(context);
    const locale = await setLanguage(own, input.language ?? null);
    return { user: toUser({ ...own.viewer, id: own.viewer.userId, locale }), userErrors: [] };
  }

  @FieldResolver(() => ResellerType, { description: "The reseller that the viewer belongs to." })
  async reseller(@Root() { viewer }: ViewerType, @Ctx() context: RequestContext): Promise<ResellerType> {
    const row = await resellerById(context).load(viewer.resellerId);
    invariant(row !== null, "a viewer can read their own reseller");
    return toReseller(row);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "Set for a customer's own user." })
  async customer(@Root() { viewer }: ViewerType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const row = viewer.customerId === null ? null : await customerById(context).load(viewer.customerId);
    return row === null ? null : toCustomer(row);
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to the viewer's reseller." })
  tierPath(@Root() { viewer }: ViewerType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, viewer.path);
  }

  @FieldResolver(() => WithheldByType, {
    nullable: true,
    description: "Why the viewer may do less than their roles give; null when every reseller up to the root is active.",
  })
  async withheldBy(@Root() { viewer }: ViewerType, @Ctx() context: RequestContext): Promise<WithheldByType | null> {
    const upward = await Promise.all(ancestorsOf(viewer.path).map((path) => resellerByPath(context).load(path)));
    const rows = upward.filter((row) => row !== null);
    // As the rights are read: one that is not activated leaves the least.
    const row = rows.find(({ state }) => state === "PENDING") ?? rows.find(({ state }) => state === "SUSPENDED");
    return row === undefined ? null : { state: row.state, reseller: toTierNode(row, viewer.resellerId) };
  }
}

export function toViewer(viewer: Viewer, serverTime: Date): ViewerType {
  const { demo, lab } = installation();
  return Object.assign(new ViewerType(), {
    viewer,
    user: toUser({ ...viewer, id: viewer.userId, locale: viewer.language }),
    permissions: [...viewer.permissions],
    onBehalfOf: viewer.onBehalfOf === null ? null : toOnBehalfOf(viewer.onBehalfOf),
    mustSetUpFactor: lacksFactor(viewer),
    mustChangePassword: lacksOwnPassword(viewer),
    demo,
    lab: lab !== null,
    serverTime,
  });
}
