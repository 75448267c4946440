import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { auditOf } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { checkEmailIsFree, giveAccess } from "./give-access.ts";
import { resendInvitation, withdrawInvitation } from "./invitation.ts";
import { inviteUser } from "./invite-user.ts";
import { findUser, listUsers } from "./list-users.ts";
import { toSessions } from "./own-account.resolver.ts";
import {
  EmailCheckType,
  GiveAccessPayloadType,
  InviteUserInputType,
  SessionType,
  UpdateUserInputType,
  UserConnectionType,
  UserFilterInput,
  UserInputType,
  UserPayloadType,
  UserStateEnum,
} from "./people.type.ts";
import { openSessionsOf, personById, roleById, type Person, type UserState } from "./person-loaders.ts";
import { CustomRoleType, toRole } from "./role.type.ts";
import { resetFactors } from "./reset-factors.ts";
import { disableUser, enableUser, updateUser } from "./update-user.ts";
import { UserType } from "./viewer.type.ts";

@Resolver(() => UserType)
export class PeopleResolver {
  @Requires("user.view")
  @Query(() => UserConnectionType, {
    description: "People of your tier, by name: your own reseller's, and all below it.",
  })
  users(
    @Arg("filter", () => UserFilterInput, { nullable: true, description: "Which people." })
    filter: UserFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return listUsers(signedIn(context), filter ?? {}, { first, after });
  }

  @Requires("user.view")
  @Query(() => UserType, { nullable: true, description: "A person of your tier. Null when none exists for you." })
  user(
    @Arg("id", () => ID, { description: "Id of the person." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<UserType | null> {
    return findUser(signedIn(context), decodeId("usr", id));
  }

  @Requires("user.invite")
  @Mutation(() => UserPayloadType, {
    description: "Invites a person: a link to set a password is mailed to them and works for 24 hours.",
  })
  inviteUser(
    @Arg("input", () => InviteUserInputType, { description: "The person." }) input: InviteUserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => inviteUser(context, input));
  }

  @Requires("user.invite")
  @Query(() => EmailCheckType, {
    description: "Whether a new person could sign in with this address; saving looks again.",
  })
  emailCheck(
    @Arg("email", () => String, { description: "The address." }) email: string,
    @Arg("resellerId", () => ID, { nullable: true, description: "At which reseller; your own without one." })
    resellerId: string | null,
    @Ctx() request: RequestContext,
  ): Promise<EmailCheckType> {
    return checkEmailIsFree(signedIn(request), { email, resellerId });
  }

  @Requires("user.invite")
  @Mutation(() => GiveAccessPayloadType, {
    description:
      "Adds a person with a password that is made for them and told this once; they set one of their own when they first sign in.",
  })
  giveAccess(
    @Arg("input", () => InviteUserInputType, { description: "The person." }) input: InviteUserInputType,
    @Ctx() request: RequestContext,
  ): Promise<GiveAccessPayloadType> {
    const context = signedIn(request);
    const give = async () => {
      const { id, password } = await giveAccess(context, input);
      return { user: await findUser(context, id), password };
    };
    return answered(give, { user: null, password: null });
  }

  @Requires("user.invite")
  @Mutation(() => UserPayloadType, {
    description: "Mails a new link to who was invited; the former one works no more.",
  })
  resendInvitation(
    @Arg("input", () => UserInputType, { description: "The person." }) input: UserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => resendInvitation(context, input.id));
  }

  @Requires("user.update")
  @Mutation(() => UserPayloadType, {
    description: "Changes what is given of a person; rights that are taken away end with their next request.",
  })
  updateUser(
    @Arg("input", () => UpdateUserInputType, { description: "The changes." }) input: UpdateUserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => updateUser(context, input));
  }

  @Requires("user.disable")
  @Mutation(() => UserPayloadType, { description: "Lets a person in no more, and ends their sessions at once." })
  disableUser(
    @Arg("input", () => UserInputType, { description: "The person." }) input: UserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => disableUser(context, input.id));
  }

  @Requires("user.disable")
  @Mutation(() => UserPayloadType, { description: "Lets a disabled person in again, with the password they had." })
  enableUser(
    @Arg("input", () => UserInputType, { description: "The person." }) input: UserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => enableUser(context, input.id));
  }

  @Requires("user.update")
  @Mutation(() => UserPayloadType, {
    description:
      "Takes all second factors from a person who has lost them: their sessions end, and they are told by mail.",
  })
  resetFactors(
    @Arg("input", () => UserInputType, { description: "The person." }) input: UserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => resetFactors(context, input.id));
  }

  @Requires("user.invite")
  @Mutation(() => UserPayloadType, {
    description: "Forgets who was invited and has not accepted; the link works no more.",
  })
  withdrawInvitation(
    @Arg("input", () => UserInputType, { description: "The person." }) input: UserInputType,
    @Ctx() request: RequestContext,
  ): Promise<UserPayloadType> {
    return answeredWith(request, (context) => withdrawInvitation(context, input.id));
  }

  @FieldResolver(() => UserStateEnum, { description: "Whether the person works here." })
  async state(@Root() user: UserType, @Ctx() context: RequestContext): Promise<UserState> {
    return (await personOf(user, context))?.state ?? "ACTIVE";
  }

  @FieldResolver(() => Date, { nullable: true, description: "Until when the link of an invitation works." })
  async invitedUntil(@Root() user: UserType, @Ctx() context: RequestContext): Promise<Date | null> {
    return dateOf((await personOf(user, context))?.invited_until);
  }

  @FieldResolver(() => Date, { nullable: true, description: "When the person last signed in." })
  async lastSignInAt(@Root() user: UserType, @Ctx() context: RequestContext): Promise<Date | null> {
    return dateOf((await personOf(user, context))?.last_sign_in_at);
  }

  @FieldResolver(() => Int, {
    description: "Goes up by one with each change; an update names the one it was made for.",
  })
  async version(@Root() user: UserType, @Ctx() context: RequestContext): Promise<number> {
    return (await personOf(user, context))?.version ?? 1;
  }

  @FieldResolver(() => Boolean, { description: "Whether the person proves themselves with a second factor." })
  async hasFactor(@Root() user: UserType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await personOf(user, context))?.has_factor ?? false;
  }

  @FieldResolver(() => Boolean, {
    description: "False for who may anything that you may not: such people are not yours to change.",
  })
  async isWithinMyRights(@Root() user: UserType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await personOf(user, context))?.is_within_rights ?? false;
  }

  @FieldResolver(() => ResellerType, { nullable: true, description: "The reseller that the person belongs to." })
  async reseller(@Root() user: UserType, @Ctx() context: RequestContext): Promise<ResellerType | null> {
    const person = await personOf(user, context);
    const row = person === null ? null : await resellerById(context).load(person.reseller_id);
    return row === null ? null : toReseller(row);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "Set for a customer's own user." })
  async customer(@Root() user: UserType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const id = (await personOf(user, context))?.customer_id ?? null;
    const row = id === null ? null : await customerById(context).load(id);
    return row === null ? null : toCustomer(row);
  }

  @FieldResolver(() => [CustomRoleType], {
    description: "Own roles of the reseller that the person holds besides `role`.",
  })
  async roles(@Root() user: UserType, @Ctx() context: RequestContext): Promise<CustomRoleType[]> {
    const ids = (await personOf(user, context))?.role_ids ?? [];
    const rows = await Promise.all(ids.map((id) => roleById(context).load(id)));
    return rows.flatMap((row) => (row === null ? [] : [toRole(row)]));
  }

  @FieldResolver(() => Boolean, { description: "Whether the person sees none but the customers named to them." })
  async namedCustomersOnly(@Root() user: UserType, @Ctx() context: RequestContext): Promise<boolean> {
    return ((await personOf(user, context))?.only_customers ?? null) !== null;
  }

  @FieldResolver(() => [CustomerType], { description: "The customers named to the person." })
  async namedCustomers(@Root() user: UserType, @Ctx() context: RequestContext): Promise<CustomerType[]> {
    const ids = (await personOf(user, context))?.customer_ids ?? [];
    const rows = await Promise.all(ids.map((id) => customerById(context).load(id)));
    return rows.flatMap((row) => (row === null ? [] : [toCustomer(row)]));
  }

  @Requires("user.update")
  @FieldResolver(() => [SessionType], { description: "Where the person is signed in, the last used first." })
  async sessions(@Root() user: UserType, @Ctx() context: RequestContext): Promise<SessionType[]> {
    return toSessions(await openSessionsOf(context).load(uuidOf(user)), signedIn(context));
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, {
    description: "What was done to the person's account, newest first.",
  })
  activity(
    @Root() user: UserType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return auditOf(context, uuidOf(user), { first, after });
  }
}

function uuidOf({ id }: UserType): string {
  const uuid = decodeId("usr", id);
  invariant(uuid !== null, "a user bears a user's id");
  return uuid;
}

function personOf(user: UserType, context: RequestContext): Promise<Person | null> {
  return personById(context).load(uuidOf(user));
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

/** Who is withdrawn is no more, and so is null. */
function answeredWith(request: RequestContext, verb: (context: Context) => Promise<string>): Promise<UserPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ user: await findUser(context, await verb(context)) }), { user: null });
}
