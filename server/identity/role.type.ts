import { encodeId } from "@tierline/shared/id.ts";
import { isPermission } from "@tierline/shared/permission.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { RoleRow } from "./role.entity.ts";

@ObjectType("CustomRole", { implements: NodeType, description: "A reseller's own bundle of permissions." })
export class CustomRoleType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: RoleRow;

  @Field(() => String, { description: "Name, unique at its reseller." })
  name: string;

  @Field(() => [String], { description: "The permissions that it gives, such as `order.place`." })
  permissions: string[];

  @Field(() => Int, { description: "Goes up by one with each change; an update names the one it was made for." })
  version: number;
}

export function toRole(row: RoleRow): CustomRoleType {
  const { name, permissions, version } = row;
  return Object.assign(new CustomRoleType(), {
    row,
    id: encodeId("rol", row.id),
    name,
    permissions: permissions.filter(isPermission),
    version,
  });
}

@ObjectType("CustomRoleConnection", { description: "A page of roles." })
export class CustomRoleConnectionType extends connectionOf("CustomRole", () => CustomRoleType) {
  @Field(() => TotalCountType, { description: "How many roles there are." })
  totalCount: TotalCountType;
}

@InputType("CreateRoleInput", { description: "A new role." })
export class CreateRoleInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Whose role it is; your own reseller without one." })
  resellerId?: string | null;

  @Field(() => String, { description: "Name, unique at its reseller." })
  name: string;

  @Field(() => [String], { description: "What it gives, such as `order.place`; none but your own may be named." })
  permissions: string[];
}

@InputType("UpdateRoleInput", { description: "What shall change of a role; what is left out stays." })
export class UpdateRoleInputType {
  @Field(() => ID, { description: "Id of the role." })
  id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name, unique at its reseller." })
  name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "All that it gives from now on; none but your own may be named.",
  })
  permissions?: string[] | null;
}

@InputType("DeleteRoleInput", { description: "A role that nobody shall hold any more." })
export class DeleteRoleInputType {
  @Field(() => ID, { description: "Id of the role." })
  id: string;
}

@ObjectType("RolePayload", { description: "Result of a change of a role." })
export class RolePayloadType {
  @Field(() => CustomRoleType, { nullable: true, description: "The role as it is now; null when refused or deleted." })
  role: CustomRoleType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
