import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { findRole, listRoles } from "./list-users.ts";
import { holdersOfRole } from "./person-loaders.ts";
import {
  CreateRoleInputType,
  CustomRoleConnectionType,
  CustomRoleType,
  DeleteRoleInputType,
  RolePayloadType,
  UpdateRoleInputType,
} from "./role.type.ts";
import { createRole, deleteRole, updateRole } from "./write-role.ts";

@Resolver(() => CustomRoleType)
export class RoleResolver {
  @Requires("user.view")
  @Query(() => CustomRoleConnectionType, {
    description: "Own roles of your reseller and of those below it, by name. The built-in ones are the enum `Role`.",
  })
  roles(
    @Arg("resellerId", () => ID, { nullable: true, description: "Roles of this reseller alone." })
    resellerId: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return listRoles(signedIn(context), resellerId ?? null, { first, after });
  }

  @Requires("role.edit")
  @Mutation(() => RolePayloadType, { description: "Makes a role out of permissions that you hold." })
  createRole(
    @Arg("input", () => CreateRoleInputType, { description: "The new role." }) input: CreateRoleInputType,
    @Ctx() request: RequestContext,
  ): Promise<RolePayloadType> {
    return answeredWith(request, (context) => createRole(context, input));
  }

  @Requires("role.edit")
  @Mutation(() => RolePayloadType, { description: "Changes a role, for all who hold it, from their next request on." })
  updateRole(
    @Arg("input", () => UpdateRoleInputType, { description: "The changes." }) input: UpdateRoleInputType,
    @Ctx() request: RequestContext,
  ): Promise<RolePayloadType> {
    return answeredWith(request, (context) => updateRole(context, input));
  }

  @Requires("role.edit")
  @Mutation(() => RolePayloadType, { description: "Deletes a role; whoever held it lacks what it gave from then on." })
  deleteRole(
    @Arg("input", () => DeleteRoleInputType, { description: "The role." }) input: DeleteRoleInputType,
    @Ctx() request: RequestContext,
  ): Promise<RolePayloadType> {
    return answeredWith(request, (context) => deleteRole(context, input.id));
  }

  @FieldResolver(() => ResellerType, { nullable: true, description: "Whose role it is." })
  async reseller(@Root() { row }: CustomRoleType, @Ctx() context: RequestContext): Promise<ResellerType | null> {
    const reseller = await resellerById(context).load(row.reseller);
    return reseller === null ? null : toReseller(reseller);
  }

  @FieldResolver(() => Int, { description: "How many people hold it." })
  async holderCount(@Root() { row }: CustomRoleType, @Ctx() context: RequestContext): Promise<number> {
    return (await holdersOfRole(context).load(row.id)) ?? 0;
  }
}

function answeredWith(request: RequestContext, verb: (context: Context) => Promise<string>): Promise<RolePayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ role: await findRole(context, await verb(context)) }), { role: null });
}
