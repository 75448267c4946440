import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import type { Page } from "../kernel/paging.ts";
import { ApiClientType, ApiKeyType } from "./api-client.type.ts";
import { ApiRequestConnectionType, ApiRequestFilterInput, ApiRequestType } from "./api-request.type.ts";
import { clientById, keyById } from "./list-api-clients.ts";
import { listApiRequests } from "./list-api-requests.ts";

@Resolver(() => ApiRequestType)
export class ApiRequestResolver {
  @Requires("api_key.view")
  @Query(() => ApiRequestConnectionType, {
    description: "What programs of your tier asked in the last thirty days, newest first.",
  })
  apiRequests(
    @Arg("filter", () => ApiRequestFilterInput, { nullable: true, description: "Which requests." })
    filter: ApiRequestFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<Page<ApiRequestType>> {
    return listApiRequests(signedIn(request), filter ?? {}, { first, after });
  }

  @FieldResolver(() => ApiClientType, { nullable: true, description: "The program; null when it is gone." })
  client(@Root() { row }: ApiRequestType, @Ctx() request: RequestContext): Promise<ApiClientType | null> {
    return clientById(request).load(row.clientId);
  }

  @FieldResolver(() => ApiKeyType, {
    nullable: true,
    description: "The key that it came with; null when it is forgotten.",
  })
  key(@Root() { row }: ApiRequestType, @Ctx() request: RequestContext): Promise<ApiKeyType | null> {
    return keyById(request).load(row.keyId);
  }
}
