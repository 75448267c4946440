import { decodeId } from "@tierline/shared/id.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { auditOf } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { findReseller, listResellers, type ResellerPage } from "./list-resellers.ts";
import type { ResellerOrder } from "./reseller-order.ts";
import {
  DelegationPresetType,
  ResellerConnectionType,
  ResellerFilterInput,
  ResellerLimitsType,
  toDelegationPreset,
  ResellerOrderEnum,
  ResellerType,
} from "./reseller.type.ts";
import { tierPathOf } from "./tier-path.ts";

@Resolver(() => ResellerType)
export class ResellerResolver {
  @Requires("reseller.view")
  @Query(() => ResellerType, {
    nullable: true,
    description: "A reseller of your tier; your own without an id. Null when none exists for you.",
  })
  async reseller(
    @Arg("id", () => ID, { nullable: true, description: "Id of the reseller." }) id: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ResellerType | null> {
    const uuid = id == null ? null : decodeId("rsl", id);
    return id != null && uuid === null ? null : findReseller(signedIn(context), uuid);
  }

  @Requires("reseller.view")
  @Query(() => ResellerConnectionType, { description: "Your own reseller and all below it." })
  resellers(
    @Arg("filter", () => ResellerFilterInput, { nullable: true, description: "Which resellers." })
    filter: ResellerFilterInput | null,
    @Arg("orderBy", () => ResellerOrderEnum, { nullable: true, description: "Their order; by name without it." })
    orderBy: ResellerOrder | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<ResellerPage> {
    return listResellers(signedIn(context), { filter: filter ?? {}, orderBy: orderBy ?? "NAME" }, { first, after });
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to this reseller." })
  tierPath(@Root() reseller: ResellerType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, reseller.row.path);
  }

  @Requires("reseller.delegate")
  @FieldResolver(() => [String], {
    nullable: true,
    description: "What those above let its people, and all below, do at most; null: everything.",
  })
  delegated(@Root() { row }: ResellerType): string[] | null {
    return row.delegated ?? null;
  }

  @FieldResolver(() => ResellerLimitsType, {
    description: "How much those above let it and all below it have; limits of those above them hold besides.",
  })
  limits(@Root() { row }: ResellerType): ResellerLimitsType {
    return { customers: null, services: null, people: null, resellers: null, ...row.limits };
  }

  @Requires("customer.delegate")
  @FieldResolver(() => [DelegationPresetType], {
    description: "Its named sets of what customers' people may. Empty for a reseller above yours.",
  })
  delegationPresets(@Root() { row }: ResellerType, @Ctx() context: RequestContext): readonly DelegationPresetType[] {
    return isWithin(row.path, signedIn(context).viewer.path) ? row.delegationPresets.map(toDelegationPreset) : [];
  }

  @Requires("reseller.update")
  @FieldResolver(() => [String], { description: "Addresses that hear of its critically failed runs." })
  failureEmails(@Root() { row }: ResellerType): string[] {
    return row.failureEmails;
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, { description: "What was done to the reseller itself, newest first." })
  activity(
    @Root() { row }: ResellerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return auditOf(context, row.id, { first, after });
  }
}
