import type { Scope } from "@tierline/shared/scope.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ApiClientType, ApiScopeEnum } from "./api-client.type.ts";

const idempotencyText = "Made by the caller; the same key and input have one effect, for 72 hours.";
const daysText = "How many days the key works, 365 at most; 90 without it.";
const ipListText =
  "Addresses and networks (CIDR), IPv4 or IPv6, that it may ask from, 50 at most; empty: from anywhere.";

@InputType("CreateApiClientInput", { description: "A new program." })
export class CreateApiClientInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => String, { description: "Name: what stands in orders and in the audit trail." })
  name: string;

  @Field(() => [ApiScopeEnum], { description: "What it may do; nothing that you may not do yourself." })
  scopes: Scope[];

  @Field(() => ID, { nullable: true, description: "The reseller that it works for; your own without one." })
  resellerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The only customer that it sees; all of the reseller's without one.",
  })
  customerId?: string | null;

  @Field(() => [String], { nullable: true, description: ipListText })
  ipList?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Requests a minute, 6,000 at most; 120 without it." })
  requestsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: daysText })
  days?: number | null;
}

@InputType("UpdateApiClientInput", { description: "What shall change of a program; what is left out stays." })
export class UpdateApiClientInputType {
  @Field(() => ID, { description: "Id of the program." })
  id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string | null;

  @Field(() => [ApiScopeEnum], { nullable: true, description: "What it may do; nothing that you may not do yourself." })
  scopes?: Scope[] | null;

  @Field(() => [String], { nullable: true, description: ipListText })
  ipList?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Requests a minute, 6,000 at most." })
  requestsPerMinute?: number | null;
}

@InputType("RotateApiKeyInput", { description: "A program that shall have a new key." })
export class RotateApiKeyInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the program." })
  clientId: string;

  @Field(() => Int, { nullable: true, description: daysText })
  days?: number | null;
}

@InputType("RevokeApiKeyInput", { description: "A key that shall work no more." })
export class RevokeApiKeyInputType {
  @Field(() => ID, { description: "Id of the key." })
  id: string;
}

@ObjectType("ApiClientPayload", { description: "Result of a change of a program." })
export class ApiClientPayloadType {
  @Field(() => ApiClientType, { nullable: true, description: "The program as it is now; null when refused." })
  apiClient: ApiClientType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("ApiKeyPayload", { description: "Result of making a key." })
export class ApiKeyPayloadType extends ApiClientPayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      "The key, told this once. Null when refused, and for a call that is repeated with the same key and input.",
  })
  token: string | null;
}
