import { apiLimitKeys, apiLimits, apiLimitValues } from "@tierline/shared/api-limits.ts";
import { Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Requires } from "../kernel/requires.ts";

@ObjectType("ApiLimits", { description: "What the API accepts; more is refused before anything is done." })
export class ApiLimitsType {}

for (const key of apiLimitKeys)
  Field(() => Int, { description: apiLimits[key].description })(ApiLimitsType.prototype, key);

@Resolver()
export class ApiLimitsResolver {
  @Requires("api_key.view")
  @Query(() => ApiLimitsType, { description: "What the API accepts of anybody." })
  apiLimits(): ApiLimitsType {
    return apiLimitValues;
  }
}
