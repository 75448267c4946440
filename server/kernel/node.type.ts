import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description:
    "Anything with a globally unique, opaque id. The prefix tells what it is: `cus_…` a customer, `run_…` a run.",
})
export abstract class NodeType {
  @Field(() => ID, {
    description: "Opaque and stable. An id of something outside your tier answers as one that never was.",
  })
  id: string;
}
