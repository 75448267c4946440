import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { TotalCountType } from "../kernel/connection.type.ts";
import { loader } from "../kernel/loaders.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { attemptsOf, findWebhookEndpoints, listWebhookDeliveries, type DeliveryPage } from "./list-webhooks.ts";
import {
  WebhookAttemptType,
  WebhookDeliveryConnectionType,
  WebhookDeliveryFilterInput,
  WebhookDeliveryType,
  WebhookEndpointType,
} from "./webhook.type.ts";

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @Requires("api_key.view")
  @Query(() => WebhookDeliveryConnectionType, {
    description: "What endpoints of your tier were sent in the last thirty days, newest first.",
  })
  webhookDeliveries(
    @Arg("filter", () => WebhookDeliveryFilterInput, { nullable: true, description: "Which deliveries." })
    filter: WebhookDeliveryFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<DeliveryPage> {
    return listWebhookDeliveries(signedIn(request), filter ?? {}, { first, after });
  }

  @FieldResolver(() => WebhookEndpointType, { nullable: true, description: "The endpoint." })
  endpoint(@Root() { row }: WebhookDeliveryType, @Ctx() request: RequestContext): Promise<WebhookEndpointType | null> {
    return endpointById(request).load(row.endpoint);
  }

  @FieldResolver(() => [WebhookAttemptType], { description: "Its attempts, newest first." })
  async attempts(@Root() { row }: WebhookDeliveryType, @Ctx() request: RequestContext): Promise<WebhookAttemptType[]> {
    const found = await attemptsOf(request).load(row.id);
    return found.map(({ at, status = null, answer, failure = null, durationMs }) => {
      return { at, status, answer, failure, durationMs };
    });
  }
}

@Resolver(() => WebhookDeliveryConnectionType)
export class WebhookDeliveryConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many deliveries these are in all." })
  totalCount(@Root() page: WebhookDeliveryConnectionType): Promise<TotalCountType> {
    return page.countAll();
  }
}

const endpointById = loader<string, WebhookEndpointType>(findWebhookEndpoints);
