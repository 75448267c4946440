import { fetchOutcomes, type FetchOutcome, type ScreeningList } from "@tierline/shared/screening.ts";
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { isSentence, type Words } from "@tierline/shared/sentence.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { ListSourceRow } from "./list-source.entity.ts";
import { ScreeningListEnum } from "./screening.type.ts";

export const FetchOutcomeEnum = enumOf<FetchOutcome>(fetchOutcomes);
registerEnumType(FetchOutcomeEnum, {
  name: "ScreeningFetchOutcome",
  description: "What came of fetching a list.",
  valuesConfig: {
    NEW: { description: "It had changed, and what it says now is in force." },
    SAME: { description: "It says what it said." },
    FAILED: { description: "It could not be fetched or read; what was in force is so still." },
  },
});

@ObjectType("ScreeningListSource", { description: "Where a list is fetched from by itself, and what came of it." })
export class ListSourceType {
  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => [String], { description: "Addresses, one for each of its files." })
  urls: string[];

  @Field(() => Int, { description: "How often, in hours." })
  everyHours: number;

  @Field(() => String, { description: "Who said so." })
  setBy: string;

  @Field(() => Boolean, { description: "Whether it is being fetched, or will be within seconds." })
  isFetching: boolean;

  @Field(() => Date, { description: "When it is fetched next; one that failed within the hour." })
  nextAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was fetched last, however it ended; null before." })
  triedAt: Date | null;

  @Field(() => FetchOutcomeEnum, { nullable: true, description: "How it ended; null before." })
  outcome: FetchOutcome | null;

  @Field(() => Date, { nullable: true, description: "When it was there last, changed or not." })
  takenAt: Date | null;

  @Field(() => Date, { nullable: true, description: "Since when it fails; null where it does not." })
  failingSince: Date | null;

  @Field(() => String, { nullable: true, description: "Why, in the caller's language." })
  failure: Words | null;

  @Field(() => Boolean, {
    description:
      "Whether it fails since too many of the parties would be gone, which whoever fetches it may say is meant.",
  })
  wouldShrink: boolean;

  @Field(() => Int, { description: "Grows with every change of the settings; hand it in when setting." })
  version: number;
}

export function toListSource(row: ListSourceRow, now: Date): ListSourceType {
  const { list, urls, everyHours, setBy, nextAt, version, triedAt = null, outcome = null, takenAt = null } = row;
  const { failingSince = null, failure = null } = row;
  const facts = { list, urls, everyHours, setBy, nextAt, version, triedAt, outcome, takenAt, failingSince, failure };
  return Object.assign(new ListSourceType(), { ...facts, isFetching: nextAt <= now, wouldShrink: isShrink(failure) });
}

function isShrink(failure: Words | null): boolean {
  return isSentence(failure) && failure.key === "screening.shrinks";
}

@InputType("SetScreeningListSourceInput", { description: "Where a list is fetched from, and how often." })
export class SetSourceInputType {
  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => Int, { description: "Version as you have read it; 0 where the list has no address." })
  version: number;

  @Field(() => [String], {
    description: "One address for each file of the list, at most 5; none: it is not fetched any more.",
  })
  urls: string[];

  @Field(() => Int, { description: "How often, in hours: 1 to 720." })
  everyHours: number;
}

@InputType("FetchScreeningListInput", { description: "Which list is fetched now." })
export class FetchListInputType {
  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => Boolean, {
    nullable: true,
    description: "That more than a fifth of the parties shall go; without it such a list is refused.",
  })
  isShrinkMeant?: boolean | null;
}

@ObjectType("ScreeningListSourcePayload", { description: "Result of setting where a list is fetched from." })
export class SourcePayloadType {
  @Field(() => ListSourceType, { nullable: true, description: "As it is now; null when refused or not fetched." })
  source: ListSourceType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
