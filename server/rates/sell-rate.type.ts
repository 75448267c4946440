import type { CallRoute } from "@tierline/shared/call-route.ts";
import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { CallRouteEnum } from "./simulated-call.type.ts";

const noneText = "null where it is blocked or has no price";

@ObjectType("SellRate", { description: "What a destination is bought and sold at by your own reseller." })
export class SellRateType {
  @Field(() => String, { description: "Digits from the country code on." })
  prefix: string;

  @Field(() => String, { description: "What the rate deck calls it; empty where the deck knows no such number." })
  destination: string;

  @Field(() => CallRouteEnum, {
    nullable: true,
    description: "By which calls there leave, and are bought; null where nobody is sold any.",
  })
  route: CallRoute | null;

  @Field(() => Boolean, { description: "Whether it is not called." })
  isBlocked: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: `What you ask a minute; ${noneText}.` })
  sellRate: string | null;

  @Field(() => String, {
    nullable: true,
    description: `First part, step and grace in seconds that you bill by; ${noneText}.`,
  })
  sellCadence: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `What you pay a minute, in the currency in which you sell; ${noneText}.`,
  })
  buyRate: string | null;

  @Field(() => String, {
    nullable: true,
    description: `First part, step and grace in seconds that you are billed by; ${noneText}.`,
  })
  buyCadence: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What is left to you of a minute; may be negative." })
  margin: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "That in per cent of what you ask, with one decimal; null of nothing.",
  })
  marginPercent: string | null;
}

@ObjectType("SellRateConnection", { description: "Buy rates and sell rates, by prefix." })
export class SellRateConnectionType extends connectionOf("SellRate", () => SellRateType) {}
