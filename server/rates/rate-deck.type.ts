import { encodeId } from "@tierline/shared/id.ts";
import type { CallRoute } from "@tierline/shared/call-route.ts";
import {
  rateChangeKinds,
  rateDeckStates,
  type LineType,
  type RateChangeKind,
  type RateDeckState,
} from "@tierline/shared/rate-deck.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { RateChange } from "./deck-changes.ts";
import type { LossValue, RateDeckCounts, RateDeckRow, RateRow } from "./rate.entity.ts";
import { CallRouteEnum, LineTypeEnum } from "./simulated-call.type.ts";

const RateDeckStateEnum = enumOf<RateDeckState>(rateDeckStates);
registerEnumType(RateDeckStateEnum, {
  name: "RateDeckState",
  description: "What became of an import.",
  valuesConfig: {
    PLANNED: { description: "Compared with the deck before, and nothing changed yet." },
    APPLIED: { description: "Calls are bought by it from its time on, until that of the next." },
    UNDONE: { description: "Taken back: the deck before counts again." },
  },
});

export const RateChangeKindEnum = enumOf<RateChangeKind>(rateChangeKinds);
registerEnumType(RateChangeKindEnum, {
  name: "RateChangeKind",
  description: "How a prefix differs from the deck before.",
  valuesConfig: {
    ADDED: { description: "New; its calls were priced by a shorter prefix before, if any." },
    GONE: { description: "No longer there; its calls are priced by a shorter prefix, if any." },
    UP: { description: "Dearer." },
    DOWN: { description: "Cheaper." },
    BLOCKED: { description: "Not called any more." },
    CHANGED: { description: "Its rate is the same, and something else is not: cadence, fee, name." },
  },
});

@ObjectType("RateDeckCounts", { description: "How many prefixes differ from the deck before, and how." })
export class RateDeckCountsType {
  @Field(() => Int, { description: "New ones." })
  added: number;

  @Field(() => Int, { description: "No longer there." })
  gone: number;

  @Field(() => Int, { description: "Dearer ones." })
  up: number;

  @Field(() => Int, { description: "Cheaper ones." })
  down: number;

  @Field(() => Int, { description: "Not called any more." })
  blocked: number;

  @Field(() => Int, { description: "With the same rate and another cadence, fee or name." })
  changed: number;

  @Field(() => Int, { description: "The same as before." })
  unchanged: number;
}

@ObjectType("RateLoss", { description: "An own rate of a plan that is below what the deck costs." })
export class RateLossType {
  @Field(() => String, { description: "Name of the rate plan." })
  plan: string;

  @Field(() => String, { description: "The prefix or country that the own rate is for; US/CA for that block." })
  target: string;

  @Field(() => DecimalScalar, { description: "What is asked a minute." })
  ratePerMinute: string;

  @Field(() => DecimalScalar, { description: "What the dearest prefix of it costs." })
  cost: string;
}

@ObjectType("RateDeck", { implements: NodeType, description: "What a reseller pays its carrier: one import, whole." })
export class RateDeckType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: RateDeckRow;

  @Field(() => Int, { description: "Counted within the reseller." })
  number: number;

  @Field(() => RateDeckStateEnum, { description: "What became of it." })
  state: RateDeckState;

  @Field(() => String, { description: "Name of the file that was imported." })
  fileName: string;

  @Field(() => String, { description: "ISO 4217." })
  currency: string;

  @Field(() => Int, { description: "How many prefixes it has." })
  rateCount: number;

  @Field(() => RateDeckCountsType, { description: "What it changes, as it was planned." })
  counts: RateDeckCounts;

  @Field(() => [RateLossType], { description: "Own rates of plans that it makes a loss of; a hundred at most." })
  losses: LossValue[];

  @Field(() => DateTimeScalar, { description: "When it was imported." })
  createdAt: Date;

  @Field(() => String, { description: "By whom." })
  createdBy: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when calls are bought by it; null while planned." })
  effectiveFrom: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken back." })
  undoneAt: Date | null;
}

export function toRateDeck(row: RateDeckRow): RateDeckType {
  const { number, state, fileName, currency, rateCount, counts, losses, createdAt, createdBy } = row;
  return Object.assign(new RateDeckType(), {
    row,
    id: encodeId("rdk", row.id),
    number,
    state,
    fileName,
    currency,
    rateCount,
    counts,
    losses: [...losses],
    createdAt,
    createdBy,
    effectiveFrom: row.effectiveFrom ?? null,
    undoneAt: row.undoneAt ?? null,
  });
}

@ObjectType("RateDeckConnection", { description: "Rate decks, newest first." })
export class RateDeckConnectionType extends connectionOf("RateDeck", () => RateDeckType) {}

const routeText = "The route that it is for; null: whichever a call takes.";

@ObjectType("RateChange", { description: "A prefix that a deck changes." })
export class RateChangeType {
  @Field(() => String, { description: "Digits from the country code on." })
  prefix: string;

  @Field(() => CallRouteEnum, { nullable: true, description: routeText })
  route: CallRoute | null;

  @Field(() => String, { description: "What the deck calls it." })
  destination: string;

  @Field(() => LineTypeEnum, { nullable: true, description: "Fixed or mobile, where the deck tells." })
  lineType: LineType | null;

  @Field(() => RateChangeKindEnum, { description: "How it changes." })
  kind: RateChangeKind;

  @Field(() => DecimalScalar, { nullable: true, description: "What a minute cost before." })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What it costs then." })
  after: string | null;
}

export function toRateChange({ before, after, ...change }: RateChange): RateChangeType {
  const shown = (rate: bigint | null) => (rate === null ? null : formatRate(rate));
  return Object.assign(new RateChangeType(), { ...change, before: shown(before), after: shown(after) });
}

@ObjectType("RateChangeConnection", { description: "Changes of a deck, by prefix." })
export class RateChangeConnectionType extends connectionOf("RateChange", () => RateChangeType) {}

@ObjectType("Rate", { description: "What calls to numbers with a prefix cost." })
export class RateType {
  @Field(() => String, { description: "Digits from the country code on." })
  prefix: string;

  @Field(() => CallRouteEnum, { nullable: true, description: routeText })
  route: CallRoute | null;

  @Field(() => String, { description: "What the deck calls it." })
  destination: string;

  @Field(() => LineTypeEnum, { nullable: true, description: "Fixed or mobile, where the deck tells." })
  lineType: LineType | null;

  @Field(() => DecimalScalar, { description: "A minute." })
  ratePerMinute: string;

  @Field(() => DecimalScalar, { description: "Once a call." })
  connectFee: string;

  @Field(() => Int, { description: "Seconds that the connect fee has paid." })
  includedSeconds: number;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => Boolean, { description: "Whether it is not called." })
  isBlocked: boolean;
}

export function toRate(row: RateRow): RateType {
  const { prefix, destination, includedSeconds, isBlocked, firstSeconds, stepSeconds, graceSeconds } = row;
  return Object.assign(new RateType(), {
    prefix,
    destination,
    includedSeconds,
    isBlocked,
    route: row.route === "ANY" ? null : row.route,
    lineType: row.lineType ?? null,
    ratePerMinute: formatRate(BigInt(row.ratePerMinute)),
    connectFee: formatRate(BigInt(row.connectFee)),
    cadence: `${firstSeconds}/${stepSeconds}/${graceSeconds}`,
  });
}

@ObjectType("RateConnection", { description: "Rates of a deck." })
export class RateConnectionType extends connectionOf("Rate", () => RateType) {}

@InputType("ApplyRateDeckInput", { description: "A planned deck, and from when calls are bought by it." })
export class ApplyRateDeckInputType {
  @Field(() => ID, { description: "The same key and arguments give the first answer again." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the deck." })
  id: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when; as soon as possible unless given." })
  effectiveFrom?: Date | null;
}

@InputType("UndoRateDeckInput", { description: "The newest deck that was applied." })
export class UndoRateDeckInputType {
  @Field(() => ID, { description: "Id of the deck." })
  id: string;
}

@ObjectType("RateDeckPayload", { description: "Result of a change of a rate deck." })
export class RateDeckPayloadType {
  @Field(() => RateDeckType, { nullable: true, description: "The deck as it is now; null when refused." })
  rateDeck: RateDeckType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
