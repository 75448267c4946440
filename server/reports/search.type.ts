import type { Words } from "@tierline/shared/sentence.ts";
import { createUnionType, Field, ObjectType } from "type-graphql";
import { OfferingType } from "../catalog/offering.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { InventoryItemType } from "../inventory/item.type.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { ServiceNode } from "../services/service.type.ts";

export type SearchResult = CustomerType | ServiceNode | InventoryItemType | ProvisioningRunType | OfferingType;

const SearchResultUnion = createUnionType({
  name: "SearchResult",
  description: "What a search of everything can find.",
  types: () => [CustomerType, ServiceNode, InventoryItemType, ProvisioningRunType, OfferingType] as const,
});

@ObjectType("SearchHit", { description: "Something that a search found." })
export class SearchHitType {
  @Field(() => SearchResultUnion, { description: "The thing itself." })
  node: SearchResult;

  @Field(() => String, { description: "How it reads in a list." })
  title: Words;

  @Field(() => String, { description: "What tells it from others of the same title; may be empty." })
  detail: string;

  @Field(() => String, { nullable: true, description: "What was matched, where the title does not show it." })
  matched: string | null;
}

@ObjectType("SearchConnection", {
  description: "What a search of everything found: customers, services, items, runs, offerings.",
})
export class SearchConnectionType extends connectionOf("Search", () => SearchHitType) {}
