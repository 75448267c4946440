import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { decodeId } from "@tierline/shared/id.ts";
import { webhookEventKeys, webhookEvents } from "@tierline/shared/webhook-event.ts";
import { auditOf } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { nameOfUser } from "../developers/list-api-clients.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { customerOf, resellerOf } from "../developers/placed-fields.ts";
import { deleteWebhookEndpoint, rotateWebhookSecret, updateWebhookEndpoint } from "./change-endpoint.ts";
import { createWebhookEndpoint, type MadeSecret } from "./create-endpoint.ts";
import { findWebhookEndpoints, listWebhookEndpoints, secretsShown } from "./list-webhooks.ts";
import { replayWebhookDeliveries, testWebhookEndpoint } from "./replay.ts";
import { exampleOf } from "./webhook-body.ts";
import {
  CreateWebhookEndpointInputType,
  DeleteWebhookEndpointInputType,
  DeleteWebhookEndpointPayloadType,
  ReplayWebhookDeliveriesInputType,
  ReplayWebhookDeliveriesPayloadType,
  UpdateWebhookEndpointInputType,
  WebhookEndpointActInputType,
  WebhookEndpointPayloadType,
  WebhookSecretPayloadType,
} from "./webhook.input.ts";
import {
  WebhookEndpointConnectionType,
  WebhookEndpointType,
  WebhookEventTypeType,
  WebhookSecretType,
} from "./webhook.type.ts";

@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @Requires("api_key.view")
  @Query(() => WebhookEndpointType, {
    nullable: true,
    description: "An endpoint of your tier; null when none exists for you.",
  })
  async webhookEndpoint(
    @Arg("id", () => ID, { description: "Id of the endpoint." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<WebhookEndpointType | null> {
    const uuid = decodeId("whe", id);
    return uuid === null ? null : now(signedIn(request), uuid);
  }

  @Requires("api_key.view")
  @Query(() => WebhookEndpointConnectionType, { description: "The endpoints of your tier, newest first." })
  webhookEndpoints(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<Page<WebhookEndpointType>> {
    return listWebhookEndpoints(signedIn(request), { first, after });
  }

  @Requires("api_key.view")
  @Query(() => [WebhookEventTypeType], { description: "What an endpoint can hear of, with an example of each." })
  webhookEventTypes(): WebhookEventTypeType[] {
    return webhookEventKeys.map((event) => {
      const description = `Sent when ${webhookEvents[event].description}.`;
      return { event, type: event, description, example: exampleOf(event) };
    });
  }

  @Requires("api_key.manage")
  @Mutation(() => WebhookSecretPayloadType, {
    description: "Makes an endpoint with its secret, which is told this once.",
  })
  createWebhookEndpoint(
    @Arg("input", () => CreateWebhookEndpointInputType, { description: "The new endpoint." })
    input: CreateWebhookEndpointInputType,
    @Ctx() request: RequestContext,
  ): Promise<WebhookSecretPayloadType> {
    return answeredWithSecret(request, (context) => createWebhookEndpoint(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => WebhookEndpointPayloadType, { description: "Changes what is given of an endpoint." })
  updateWebhookEndpoint(
    @Arg("input", () => UpdateWebhookEndpointInputType, { description: "The changes." })
    input: UpdateWebhookEndpointInputType,
    @Ctx() request: RequestContext,
  ): Promise<WebhookEndpointPayloadType> {
    return answeredWithEndpoint(request, (context) => updateWebhookEndpoint(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => WebhookSecretPayloadType, {
    description: "Makes a further secret, told this once; the one there is signs for 24 hours more beside it.",
  })
  rotateWebhookSecret(
    @Arg("input", () => WebhookEndpointActInputType, { description: "Which endpoint." })
    input: WebhookEndpointActInputType,
    @Ctx() request: RequestContext,
  ): Promise<WebhookSecretPayloadType> {
    return answeredWithSecret(request, (context) => rotateWebhookSecret(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => WebhookEndpointPayloadType, { description: "Sends a `webhook.test` to an endpoint, within seconds." })
  testWebhookEndpoint(
    @Arg("input", () => WebhookEndpointActInputType, { description: "Which endpoint." })
    input: WebhookEndpointActInputType,
    @Ctx() request: RequestContext,
  ): Promise<WebhookEndpointPayloadType> {
    return answeredWithEndpoint(request, (context) => testWebhookEndpoint(context, input));
  }

  @Requires("api_key.manage")
  @Mutation(() => ReplayWebhookDeliveriesPayloadType, {
    description: "Sends again what was sent, under the same `webhook-id`.",
  })
  replayWebhookDeliveries(
    @Arg("input", () => ReplayWebhookDeliveriesInputType, { description: "What to send again." })
    input: ReplayWebhookDeliveriesInputType,
    @Ctx() request: RequestContext,
  ): Promise<ReplayWebhookDeliveriesPayloadType> {
    const context = signedIn(request);
    const replay = async () => {
      const { endpointId, count } = await replayWebhookDeliveries(context, input);
      return { webhookEndpoint: await now(context, endpointId), count };
    };
    return answered(replay, { webhookEndpoint: null, count: 0 });
  }

  @Requires("api_key.manage")
  @Mutation(() => DeleteWebhookEndpointPayloadType, {
    description: "Deletes an endpoint, with what waits for it and the log of what it was sent.",
  })
  deleteWebhookEndpoint(
    @Arg("input", () => DeleteWebhookEndpointInputType, { description: "Which endpoint." })
    { id }: DeleteWebhookEndpointInputType,
    @Ctx() request: RequestContext,
  ): Promise<DeleteWebhookEndpointPayloadType> {
    const end = async () => {
      await deleteWebhookEndpoint(signedIn(request), id);
      return { deletedId: id };
    };
    return answered(end, { deletedId: null });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Name of whoever answers for it: it hears of nothing that they may not see. Null for somebody above your tier.",
  })
  maker(@Root() { row }: WebhookEndpointType, @Ctx() request: RequestContext): Promise<string | null> {
    return nameOfUser(request).load(row.maker);
  }

  @FieldResolver(() => ResellerType, { nullable: true, description: "The reseller of which it hears." })
  reseller(@Root() { row }: WebhookEndpointType, @Ctx() request: RequestContext): Promise<ResellerType | null> {
    return resellerOf(row, request);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "The only customer of which it hears, if so." })
  customer(@Root() { row }: WebhookEndpointType, @Ctx() request: RequestContext): Promise<CustomerType | null> {
    return customerOf(row, request);
  }

  @FieldResolver(() => [WebhookSecretType], { description: "The secrets that sign now, newest first." })
  async secrets(@Root() { row }: WebhookEndpointType, @Ctx() request: RequestContext): Promise<WebhookSecretType[]> {
    const found = await secretsShown(request).load(row.id);
    return found.map(({ createdAt, expiresAt = null }) => ({ createdAt, expiresAt }));
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, { description: "What was done to the endpoint itself, newest first." })
  activity(
    @Root() { row }: WebhookEndpointType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    return auditOf(request, row.id, { first, after });
  }
}

async function now(context: Context, id: string): Promise<WebhookEndpointType | null> {
  return (await findWebhookEndpoints(context, [id])).get(id) ?? null;
}

function answeredWithEndpoint(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<WebhookEndpointPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ webhookEndpoint: await now(context, await verb(context)) }), {
    webhookEndpoint: null,
  });
}

function answeredWithSecret(
  request: RequestContext,
  verb: (context: Context) => Promise<MadeSecret>,
): Promise<WebhookSecretPayloadType> {
  const context = signedIn(request);
  const make = async () => {
    const { endpointId, secret } = await verb(context);
    return { webhookEndpoint: await now(context, endpointId), secret };
  };
  return answered(make, { webhookEndpoint: null, secret: null });
}
