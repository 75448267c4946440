import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { PostalOutcome } from "./look-up.ts";

const PostalOutcomeEnum: Record<PostalOutcome, PostalOutcome> = {
  FOUND: "FOUND",
  UNKNOWN: "UNKNOWN",
  UNAVAILABLE: "UNAVAILABLE",
};
registerEnumType(PostalOutcomeEnum, {
  name: "PostalOutcome",
  description: "What became of looking up a postal code.",
  valuesConfig: {
    FOUND: { description: "The place is known." },
    UNKNOWN: { description: "There is no such postal code." },
    UNAVAILABLE: { description: "Nobody could be asked: none is set up for the country, or none answers." },
  },
});

@ObjectType("PostalPlace", { description: "What a postal code says of an address." })
export class PostalPlaceType {
  @Field(() => String, { nullable: true, description: "The street, without a number." })
  line1: string | null;

  @Field(() => String, { nullable: true, description: "The quarter." })
  line2: string | null;

  @Field(() => String, { description: "City or town." })
  city: string;

  @Field(() => String, { nullable: true, description: "State, e.g. `SP`." })
  region: string | null;
}

@ObjectType("PostalCodeLookup", { description: "Where a postal code is." })
export class PostalCodeLookupType {
  @Field(() => PostalOutcomeEnum, { description: "What became of it." })
  outcome: PostalOutcome;

  @Field(() => PostalPlaceType, { nullable: true, description: "The place, once found." })
  place: PostalPlaceType | null;
}
