import type { AuditOutcome, Channel } from "@tierline/shared/kinds.ts";
import { Field, ID, InputType } from "type-graphql";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { AuditOutcomeEnum } from "./audit.type.ts";

@InputType("AuditFilter", { description: "Which entries; what is left out lets all through." })
export class AuditFilterInput {
  @Field(() => ID, { nullable: true, description: "Id of the user who did it or attempted it." })
  actor?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of what it was done to, of any kind." })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The verb, e.g. `customer.update`, or the field that was refused.",
  })
  operation?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: "Through what it came in." })
  channel?: Channel | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: "Whether it was done." })
  outcome?: AuditOutcome | null;

  @Field(() => String, { nullable: true, description: "Name of whom the actor acted for." })
  onBehalfOf?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of a reseller: its own entries and all below it." })
  reseller?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Not before." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before." })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of the actor's or the subject's name or of the verb, or the whole id of a request.",
  })
  search?: string | null;
}
