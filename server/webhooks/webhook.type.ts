import { encodeId } from "@tierline/shared/id.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import {
  webhookEventKeys,
  webhookEventName,
  webhookEvents,
  type WebhookEvent,
} from "@tierline/shared/webhook-event.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, type TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import {
  deliveryStates,
  offReasons,
  type DeliveryState,
  type OffReason,
  type WebhookDeliveryRow,
  type WebhookEndpointRow,
} from "./webhook.entity.ts";

export const WebhookEventEnum = Object.fromEntries(webhookEventKeys.map((key) => [webhookEventName(key), key]));
registerEnumType(WebhookEventEnum, {
  name: "WebhookEvent",
  description: "What an endpoint can hear of. The list grows.",
  valuesConfig: Object.fromEntries(
    webhookEventKeys.map((key) => [
      webhookEventName(key),
      { description: `\`${key}\`: sent when ${webhookEvents[key].description}.` },
    ]),
  ),
});

const DeliveryStateEnum = enumOf<DeliveryState>(deliveryStates);
registerEnumType(DeliveryStateEnum, {
  name: "WebhookDeliveryState",
  description: "How far a delivery came.",
  valuesConfig: {
    PENDING: { description: "It is sent, or sent again, at its time." },
    DELIVERED: { description: "It was answered with a status from 200 to 299." },
    FAILED: { description: "It is not sent any more, unless somebody replays it." },
  },
});

const OffReasonEnum = enumOf<OffReason>(offReasons);
registerEnumType(OffReasonEnum, {
  name: "WebhookOffReason",
  description: "Why an endpoint is switched off.",
  valuesConfig: {
    PERSON: { description: "Somebody wanted it." },
    GONE: { description: "It answered 410." },
    FAILING: { description: "Nothing has reached it for three days." },
  },
});

@ObjectType("WebhookSecret", { description: "What deliveries are signed with. The secret itself is told once." })
export class WebhookSecretType {
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it signs beside its successor, if so." })
  expiresAt: Date | null;
}

@ObjectType("WebhookEndpoint", {
  implements: NodeType,
  description: "Where a third party hears of what happens, by Standard Webhooks 1.0.",
})
export class WebhookEndpointType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: WebhookEndpointRow;

  @Field(() => String, { description: "The address that it is told at." })
  url: string;

  @Field(() => [WebhookEventEnum], { description: "What it hears of, as far as its maker may see it." })
  events: WebhookEvent[];

  @Field(() => Boolean, { description: "Whether anything is sent to it." })
  isOn: boolean;

  @Field(() => OffReasonEnum, { nullable: true, description: "Why it is off; null while it is on." })
  offReason: OffReason | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when nothing has reached it; null while things do.",
  })
  failingSince: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => Int, { description: "Goes up by one with each change; an update names the one it was made for." })
  version: number;
}

export function toWebhookEndpoint(row: WebhookEndpointRow): WebhookEndpointType {
  const { url, events, offReason = null, failingSince = null, createdAt, version } = row;
  const id = encodeId("whe", row.id);
  const isOn = offReason === null;
  return Object.assign(new WebhookEndpointType(), {
    row,
    id,
    url,
    events,
    isOn,
    offReason,
    failingSince,
    createdAt,
    version,
  });
}

@ObjectType("WebhookEndpointConnection", { description: "A page of endpoints." })
export class WebhookEndpointConnectionType extends connectionOf("WebhookEndpoint", () => WebhookEndpointType) {}

@ObjectType("WebhookAttempt", { description: "One try of a delivery." })
export class WebhookAttemptType {
  @Field(() => DateTimeScalar, { description: "When it was answered, or given up." })
  at: Date;

  @Field(() => Int, { nullable: true, description: "The answer's HTTP status; null when there was none." })
  status: number | null;

  @Field(() => String, { description: "The first kilobyte of the answer's body." })
  answer: string;

  @Field(() => String, { nullable: true, description: "Why there was no answer." })
  failure: Words | null;

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  durationMs: number;
}

@ObjectType("WebhookDelivery", { implements: NodeType, description: "One event for one endpoint." })
export class WebhookDeliveryType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: WebhookDeliveryRow;

  @Field(() => ID, { description: "The `webhook-id` of each of its attempts." })
  webhookId: string;

  @Field(() => String, { description: "The `type` of its body, such as `service.activated`." })
  type: string;

  @Field(() => String, { description: "The body, to the byte." })
  body: string;

  @Field(() => DateTimeScalar, { description: "When it began to wait." })
  createdAt: Date;

  @Field(() => DeliveryStateEnum, { description: "How far it came." })
  state: DeliveryState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is sent next, while it waits." })
  nextAttemptAt: Date | null;
}

export function toWebhookDelivery(row: WebhookDeliveryRow): WebhookDeliveryType {
  const { type, body, createdAt, state, dueAt = null } = row;
  const id = encodeId("whd", row.id);
  const webhookId = encodeId("evt", row.eventId);
  return Object.assign(new WebhookDeliveryType(), {
    row,
    id,
    webhookId,
    type,
    body,
    createdAt,
    state,
    nextAttemptAt: dueAt,
  });
}

@ObjectType("WebhookDeliveryConnection", { description: "A page of deliveries." })
export class WebhookDeliveryConnectionType extends connectionOf("WebhookDelivery", () => WebhookDeliveryType) {
  /** Not part of the contract: what the count is asked of. */
  countAll: () => Promise<TotalCountType>;
}

@InputType("WebhookDeliveryFilter", { description: "Which deliveries; all conditions must hold." })
export class WebhookDeliveryFilterInput {
  @Field(() => ID, { nullable: true, description: "To this endpoint." })
  endpointId?: string | null;

  @Field(() => DeliveryStateEnum, { nullable: true, description: "That came so far." })
  state?: DeliveryState | null;

  @Field(() => WebhookEventEnum, { nullable: true, description: "Of this event." })
  event?: WebhookEvent | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "That began to wait then or later." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "That began to wait before." })
  to?: Date | null;
}

@ObjectType("WebhookEventType", { description: "An event in the catalog." })
export class WebhookEventTypeType {
  @Field(() => WebhookEventEnum, { description: "As endpoints name it." })
  event: WebhookEvent;

  @Field(() => String, { description: "The `type` of its body." })
  type: string;

  @Field(() => String, { description: "When it is sent." })
  description: string;

  @Field(() => String, { description: "A body as it would come." })
  example: string;
}

export { DeliveryStateEnum };
