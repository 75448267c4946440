import type { Permission } from "@tierline/shared/permission.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { AuditFilterInput } from "./audit.input.ts";
import { AuditEntryConnectionType, AuditEntryType } from "./audit.type.ts";
import { countOfTrail } from "./audit-trail.ts";
import { listEntries } from "./list-entries.ts";

@Resolver(() => AuditEntryConnectionType)
export class AuditEntryConnectionResolver {
  @Requires("audit.view")
  @Query(() => AuditEntryConnectionType, {
    description:
      "What was done and what was refused in your tier and below, newest first. A search, a channel or DONE is looked for in 20,000 entries a page: such a page may be short or empty and still have a next one, and says in `searchedBackTo` how far it came.",
  })
  auditEntries(
    @Arg("filter", () => AuditFilterInput, { nullable: true, description: "Which entries." })
    filter: AuditFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return listEntries(signedIn(context), filter ?? {}, { first, after });
  }

  @FieldResolver(() => TotalCountType, { description: "How many entries there are." })
  totalCount(
    @Root() { trail, countAll }: AuditEntryConnectionType,
    @Ctx() context: RequestContext,
  ): Promise<TotalCountType> {
    return countAll === undefined ? countOfTrail(context, trail) : countAll();
  }
}

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "What the permission is called that the refused field requires. Null for what was done.",
  })
  permissionTitle(
    @Root() { outcome, operation }: AuditEntryType,
    @Info() { schema }: GraphQLResolveInfo,
  ): Words | null {
    if (outcome === "DONE") return null;
    const roots = [schema.getMutationType(), schema.getQueryType(), schema.getSubscriptionType()];
    const field = roots.map((root) => root?.getFields()[operation]).find((found) => found !== undefined);
    const permission = field?.extensions["permission"] as Permission | undefined; // api/schema.ts puts it there
    return permission === undefined ? null : say(`permission.${permission}`);
  }
}
