import type { WebhookEvent } from "@tierline/shared/webhook-event.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { DeliveryState } from "./webhook.entity.ts";
import { DeliveryStateEnum, WebhookEndpointType, WebhookEventEnum } from "./webhook.type.ts";

const idempotencyText = "Made by the caller; the same key and input have one effect, for 72 hours.";
const urlText =
  "Its address: https, without credentials, and on the public internet unless the operator lists its host.";
const eventsText = "What it hears of; of that, only what whoever gave it these may see.";

@InputType("CreateWebhookEndpointInput", { description: "A new endpoint." })
export class CreateWebhookEndpointInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => String, { description: urlText })
  url: string;

  @Field(() => [WebhookEventEnum], { description: eventsText })
  events: WebhookEvent[];

  @Field(() => ID, {
    nullable: true,
    description: "The reseller of which it hears, with all below; your own without one.",
  })
  resellerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The only customer of which it hears; all of the reseller's without one.",
  })
  customerId?: string | null;
}

@InputType("UpdateWebhookEndpointInput", { description: "What shall change of an endpoint; what is left out stays." })
export class UpdateWebhookEndpointInputType {
  @Field(() => ID, { description: "Id of the endpoint." })
  id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  version: number;

  @Field(() => String, { nullable: true, description: urlText })
  url?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true, description: eventsText })
  events?: WebhookEvent[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether anything is sent to it; what waits is sent when it is switched on again.",
  })
  isOn?: boolean | null;
}

@InputType("WebhookEndpointActInput", { description: "An endpoint to which something shall be done." })
export class WebhookEndpointActInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the endpoint." })
  endpointId: string;
}

@InputType("DeleteWebhookEndpointInput", { description: "An endpoint that shall be no more." })
export class DeleteWebhookEndpointInputType {
  @Field(() => ID, { description: "Id of the endpoint." })
  id: string;
}

@InputType("ReplayWebhookDeliveriesInput", {
  description:
    "What shall be sent again: deliveries that are named, or those of a time; a thousand at most, the oldest first.",
})
export class ReplayWebhookDeliveriesInputType extends WebhookEndpointActInputType {
  @Field(() => [ID], { nullable: true, description: "Ids of deliveries; without them, all of the time given." })
  deliveryIds?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Those that began to wait then or later." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Those that began to wait before." })
  to?: Date | null;

  @Field(() => DeliveryStateEnum, { nullable: true, description: "Only those that came so far." })
  state?: DeliveryState | null;
}

@ObjectType("WebhookEndpointPayload", { description: "Result of a change of an endpoint." })
export class WebhookEndpointPayloadType {
  @Field(() => WebhookEndpointType, { nullable: true, description: "The endpoint as it is now; null when refused." })
  webhookEndpoint: WebhookEndpointType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("WebhookSecretPayload", { description: "Result of making a secret." })
export class WebhookSecretPayloadType extends WebhookEndpointPayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      "The secret, `whsec_…`, told this once. Null when refused, and for a call that is repeated with the same key and input.",
  })
  secret: string | null;
}

@ObjectType("DeleteWebhookEndpointPayload", { description: "Result of deleting an endpoint." })
export class DeleteWebhookEndpointPayloadType {
  @Field(() => ID, { nullable: true, description: "Id of the endpoint that is gone; null when refused." })
  deletedId: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("ReplayWebhookDeliveriesPayload", { description: "Result of sending again." })
export class ReplayWebhookDeliveriesPayloadType extends WebhookEndpointPayloadType {
  @Field(() => Int, { description: "How many deliveries are sent again." })
  count: number;
}
