import type { Words } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { HealthStateEnum } from "../connectors/connector.type.ts";
import { InventoryItemType } from "../inventory/item.type.ts";
import type { HealthState } from "../kernel/connector.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ServiceNode } from "./service.type.ts";

@ObjectType("HealthProbe", { description: "One question that the network was asked about a service." })
export class HealthProbeType {
  @Field(() => String, { description: "Names the probe: ocs, register, radius, sip, tasks." })
  key: string;

  @Field(() => String, { description: "What was looked for." })
  title: Words;

  @Field(() => HealthStateEnum, { description: "What was found." })
  state: HealthState;

  @Field(() => String, { description: "The finding in words." })
  message: Words;

  @Field(() => Date, { description: "When it was asked." })
  checkedAt: Date;
}

@InputType("CheckServiceHealthInput", { description: "Which service to check." })
export class CheckServiceHealthInput {
  @Field(() => ID, { description: "Id of the service." })
  id: string;
}

@ObjectType("CheckServiceHealthPayload", { description: "What the network knows of a service." })
export class CheckServiceHealthPayload {
  @Field(() => ServiceNode, { nullable: true, description: "The service, with balances as fresh as the check." })
  service: ServiceNode | null;

  @Field(() => [HealthProbeType], { description: "Every probe with what it found." })
  probes: HealthProbeType[];

  @Field(() => [UserErrorType], { description: "Always empty: what is wrong is said by the probes." })
  userErrors: UserErrorType[];
}

@InputType("TerminateServiceInput", { description: "Which service shall end." })
export class TerminateServiceInput {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect and one answer." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the service." })
  id: string;

  @Field(() => Int, { description: "The version that was read; another one in between makes it STALE." })
  version: number;

  @Field(() => String, { description: "The name of the service, typed to confirm what cannot be undone." })
  confirmName: string;
}

@InputType("RecordHandOverInput", { description: "What was handed to a customer." })
export class RecordHandOverInput {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect and one answer." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Service whose items were handed over." })
  serviceId: string;

  @Field(() => String, { nullable: true, description: "Anything worth knowing, up to 2,000 characters." })
  note?: string | null;
}

@ObjectType("RecordHandOverPayload", { description: "What was handed over, or why nothing was noted." })
export class RecordHandOverPayload {
  @Field(() => ServiceNode, { nullable: true, description: "The service; null when refused." })
  service: ServiceNode | null;

  @Field(() => [InventoryItemType], { description: "The items with their new entry in their history." })
  items: InventoryItemType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

@InputType("RevealServiceSecretInput", { description: "Which password to show." })
export class RevealServiceSecretInput {
  @Field(() => ID, { description: "Id of the service." })
  id: string;

  @Field(() => String, { description: "Key of the password: sipPassword or radiusPassword." })
  key: string;
}

@ObjectType("RevealServiceSecretPayload", { description: "The password, shown this once." })
export class RevealServiceSecretPayload {
  @Field(() => String, { nullable: true, description: "The password; null when refused." })
  value: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused, e.g. because it was shown before." })
  userErrors: UserErrorType[];
}
