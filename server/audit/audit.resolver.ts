import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { TotalCountType } from "../kernel/connection.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { AuditEntryConnectionType } from "./audit.type.ts";
import { countOfTrail } from "./audit-trail.ts";

@Resolver(() => AuditEntryConnectionType)
export class AuditEntryConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many entries there are." })
  totalCount(@Root() { trail }: AuditEntryConnectionType, @Ctx() context: RequestContext): Promise<TotalCountType> {
    return countOfTrail(context, trail);
  }
}
