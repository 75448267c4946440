import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("TierNode", { description: "One reseller on a tier path, from the operator down." })
export class TierNodeType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => String, { description: "Name of the reseller." })
  name: string;

  @Field(() => String, { description: "Key of the reseller, as it stands in console addresses." })
  key: string;

  @Field(() => Boolean, { description: "True for the viewer's own tier." })
  isCurrent: boolean;
}
