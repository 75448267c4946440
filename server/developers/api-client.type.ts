import { encodeId } from "@tierline/shared/id.ts";
import { scopeKeys, scopes, type Scope } from "@tierline/shared/scope.ts";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import type { ApiClientRow, ApiKeyRow } from "./api-client.entity.ts";

export const ApiScopeEnum = enumOf<Scope>(scopeKeys);
registerEnumType(ApiScopeEnum, {
  name: "ApiScope",
  description: "What a program may be given; one that writes reads what it writes.",
  valuesConfig: Object.fromEntries(
    scopeKeys.map((scope) => [scope, { description: `Gives ${scopes[scope].permissions.join(", ")}.` }]),
  ),
});

@ObjectType("ApiKey", {
  implements: NodeType,
  description: "What a program proves itself with. The key itself is told once and kept nowhere.",
})
export class ApiKeyType extends NodeType {
  @Field(() => String, { description: "Its public beginning, `tl_live_` and eight characters." })
  prefix: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "When it runs out, or ran out." })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used, to the minute; null: never." })
  lastUsedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked; null while it is not." })
  revokedAt: Date | null;

  @Field(() => Boolean, { description: "Whether it works now: neither run out nor revoked." })
  isLive: boolean;
}

export function toApiKey(row: ApiKeyRow, now: Date): ApiKeyType {
  const { prefix, createdAt, expiresAt, lastUsedAt = null, revokedAt = null } = row;
  const isLive = revokedAt === null && expiresAt > now;
  const id = encodeId("key", row.id);
  return Object.assign(new ApiKeyType(), { id, prefix, createdAt, expiresAt, lastUsedAt, revokedAt, isLive });
}

@ObjectType("ApiClientLeft", { description: "What a program may still do at this moment; both come back steadily." })
export class ApiClientLeftType {
  @Field(() => Int, { description: "Requests." })
  requests: number;

  @Field(() => Int, { description: "Points." })
  points: number;
}

@ObjectType("ApiClient", {
  implements: NodeType,
  description: "A third party's program: what it may do, where, and the keys that it comes with.",
})
export class ApiClientType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ApiClientRow;

  @Field(() => [ApiScopeEnum], { description: "What it may do, as far as whoever gave it these may." })
  scopes: Scope[];

  @Field(() => [String], { description: "Addresses and networks that it may ask from; empty: from anywhere." })
  ipList: string[];

  @Field(() => Int, { description: "How many requests a minute it may make." })
  requestsPerMinute: number;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => Int, { description: "Goes up by one with each change; an update names the one it was made for." })
  version: number;
}

export function toApiClient(row: ApiClientRow): ApiClientType {
  const { scopes: given, ipList, requestsPerMinute, createdAt, version } = row;
  const id = encodeId("acl", row.id);
  return Object.assign(new ApiClientType(), { row, id, scopes: given, ipList, requestsPerMinute, createdAt, version });
}

@ObjectType("ApiClientConnection", { description: "A page of programs." })
export class ApiClientConnectionType extends connectionOf("ApiClient", () => ApiClientType) {
  @Field(() => TotalCountType, { description: "How many programs there are." })
  totalCount: TotalCountType;
}
