import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { decodeId } from "@tierline/shared/id.ts";
import { auditOf } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { customerOf, resellerOf } from "./placed-fields.ts";
import {
  ApiClientPayloadType,
  ApiKeyPayloadType,
  CreateApiClientInputType,
  RevokeApiKeyInputType,
  RotateApiKeyInputType,
  UpdateApiClientInputType,
} from "./api-client.input.ts";
import { ApiClientConnectionType, ApiClientLeftType, ApiClientType, ApiKeyType, toApiKey } from "./api-client.type.ts";
import { revokeApiKey, rotateApiKey, updateApiClient } from "./change-api-client.ts";
import { createApiClient, type MadeKey } from "./create-api-client.ts";
import { findApiClients, keysOf, listApiClients, nameOfUser, type ApiClientPage } from "./list-api-clients.ts";

@Resolver(() => ApiClientType)
export class ApiClientResolver {
  @Requires("api_key.view")
  @Query(() => ApiClientType, { nullable: true, description: "A program of your tier; null when none exists for you." })
  async apiClient(
    @Arg("id", () => ID, { description: "Id of the program." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<ApiClientType | null> {
    const uuid = decodeId("acl", id);
    return uuid === null ? null : now(signedIn(request), uuid);
  }

  @Requires("api_key.view")
  @Query(() => ApiClientConnectionType, { description: "The programs of your tier, newest first." })
  apiClients(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<ApiClientPage> {
    return listApiClients(signedIn(request), { first, after });
  }

  @Requires("api_key.manage")
  @Mutation(() => ApiKeyPayloadType, { description: "Makes a program with its first key, which is told this once." })
  createApiClient(
    @Arg("input", () => CreateApiClientInputType, { description: "The new program." }) input: CreateApiClientInputType,
    @Ctx() request: RequestContext,
  ): Promise<ApiKeyPayloadType> {
    return answeredWithKey(request, (context) => createApiClient(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => ApiClientPayloadType, {
    description: "Changes what is given of a program; it holds from its next request on.",
  })
  updateApiClient(
    @Arg("input", () => UpdateApiClientInputType, { description: "The changes." }) input: UpdateApiClientInputType,
    @Ctx() request: RequestContext,
  ): Promise<ApiClientPayloadType> {
    return answeredWithClient(request, (context) => updateApiClient(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => ApiKeyPayloadType, {
    description: "Makes a further key for a program; the keys it has work for 24 hours more at most.",
  })
  rotateApiKey(
    @Arg("input", () => RotateApiKeyInputType, { description: "Which program." }) input: RotateApiKeyInputType,
    @Ctx() request: RequestContext,
  ): Promise<ApiKeyPayloadType> {
    return answeredWithKey(request, (context) => rotateApiKey(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => ApiClientPayloadType, {
    description: "Ends a key at its next request, and its open sockets within seconds.",
  })
  revokeApiKey(
    @Arg("input", () => RevokeApiKeyInputType, { description: "Which key." }) input: RevokeApiKeyInputType,
    @Ctx() request: RequestContext,
  ): Promise<ApiClientPayloadType> {
    return answeredWithClient(request, (context) => revokeApiKey(context, input.id));
  }

  @FieldResolver(() => String, { description: "Name: what stands in orders and in the audit trail." })
  async name(@Root() { row }: ApiClientType, @Ctx() request: RequestContext): Promise<string> {
    return (await nameOfUser(request).load(row.user)) ?? "";
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of whoever answers for it: it may not do what they may not. Null for somebody above your tier.",
  })
  maker(@Root() { row }: ApiClientType, @Ctx() request: RequestContext): Promise<string | null> {
    return nameOfUser(request).load(row.maker);
  }

  @FieldResolver(() => ResellerType, { nullable: true, description: "The reseller that it works for." })
  reseller(@Root() { row }: ApiClientType, @Ctx() request: RequestContext): Promise<ResellerType | null> {
    return resellerOf(row, request);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "The only customer that it sees, if so." })
  customer(@Root() { row }: ApiClientType, @Ctx() request: RequestContext): Promise<CustomerType | null> {
    return customerOf(row, request);
  }

  @FieldResolver(() => [ApiKeyType], { description: "Its keys, newest first; those long out of use are forgotten." })
  async keys(@Root() { row }: ApiClientType, @Ctx() request: RequestContext): Promise<ApiKeyType[]> {
    const at = request.clock.now();
    return (await keysOf(request).load(row.id)).map((key) => toApiKey(key, at));
  }

  @FieldResolver(() => ApiClientLeftType, {
    description:
      "What it has left of its own pace, or of that of all programs of its reseller where those have left less. Counted by the process that answers.",
  })
  left(
    @Root() { row: { id: clientId, reseller: resellerId, requestsPerMinute } }: ApiClientType,
    @Ctx() request: RequestContext,
  ): ApiClientLeftType {
    return request.leftOf({ clientId, resellerId, requestsPerMinute });
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, { description: "What was done to the program itself, newest first." })
  activity(
    @Root() { row }: ApiClientType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    return auditOf(request, row.id, { first, after });
  }
}

async function now(context: Context, id: string): Promise<ApiClientType | null> {
  return (await findApiClients(context, [id])).get(id) ?? null;
}

function answeredWithClient(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<ApiClientPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ apiClient: await now(context, await verb(context)) }), { apiClient: null });
}

function answeredWithKey(
  request: RequestContext,
  verb: (context: Context) => Promise<MadeKey>,
): Promise<ApiKeyPayloadType> {
  const context = signedIn(request);
  const make = async () => {
    const { clientId, token } = await verb(context);
    return { apiClient: await now(context, clientId), token };
  };
  return answered(make, { apiClient: null, token: null });
}
