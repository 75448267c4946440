import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AuditEntryType } from "../audit/audit.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { tierPathOf } from "./tier-path.ts";

@Resolver(() => AuditEntryType)
export class AuditPlaceResolver {
  @FieldResolver(() => [TierNodeType], { description: "Where it happened: from the operator down to the reseller." })
  tierPath(@Root() { row }: AuditEntryType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, row.path);
  }
}
