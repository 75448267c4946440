import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "@tierline/shared/permission.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { userStates, type UserState } from "./person-loaders.ts";
import { RoleEnum, UserType, ViewerType } from "./viewer.type.ts";

export const UserStateEnum = enumOf<UserState>(userStates);
registerEnumType(UserStateEnum, {
  name: "UserState",
  description: "Whether a person works here.",
  valuesConfig: {
    INVITED: { description: "Was mailed a link and has not set a password yet." },
    ACTIVE: { description: "Can sign in." },
    DISABLED: { description: "Cannot sign in." },
  },
});

@ObjectType("Session", { description: "A browser that is signed in." })
export class SessionType {
  @Field(() => ID, { description: "Opaque id." })
  id: string;

  @Field(() => String, { description: "What the browser says of itself (User-Agent); may be empty." })
  userAgent: string;

  @Field(() => String, { description: "The network address that it signed in from; may be empty." })
  ipAddress: string;

  @Field(() => DateTimeScalar, { description: "When it signed in." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "When it was last used, to the minute." })
  lastSeenAt: Date;

  @Field(() => Boolean, { description: "True for the one that asks." })
  isCurrent: boolean;
}

@ObjectType("UserConnection", { description: "A page of people." })
export class UserConnectionType extends connectionOf("User", () => UserType) {
  @Field(() => TotalCountType, { description: "How many people match." })
  totalCount: TotalCountType;
}

@InputType("UserFilter", { description: "Which people; all conditions must hold." })
export class UserFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the name or e-mail, in any case." })
  search?: string | null;

  @Field(() => [UserStateEnum], { nullable: true, description: "One of these states." })
  state?: UserState[] | null;

  @Field(() => [RoleEnum], { nullable: true, description: "One of these roles." })
  role?: Role[] | null;

  @Field(() => ID, { nullable: true, description: "Of this reseller, its customers' users among them." })
  resellerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Users of this customer." })
  customerId?: string | null;
}

const roleIdsText = "Own roles of the reseller that they hold besides, 20 at most; none that gives more than you may.";
const namedText = "The customers that they see, 500 at most.";

@InputType("InviteUserInput", { description: "Who is invited, where to, and with which rights." })
export class InviteUserInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { description: "The e-mail address that the link goes to, and that the person signs in with." })
  email: string;

  @Field(() => RoleEnum, { description: "Role; nobody is given more than the inviter may." })
  role: Role;

  @Field(() => ID, { nullable: true, description: "The reseller they work for; your own without one." })
  resellerId?: string | null;

  @Field(() => ID, { nullable: true, description: "The customer whose user they are; with the role CUSTOMER_USER." })
  customerId?: string | null;

  @Field(() => [ID], { nullable: true, description: roleIdsText })
  roleIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: `${namedText} Left out: all.` })
  namedCustomerIds?: string[] | null;
}

@ObjectType("GiveAccessPayload", { description: "Result of `giveAccess`." })
export class GiveAccessPayloadType {
  @Field(() => UserType, { nullable: true, description: "The person; null when refused." })
  user: UserType | null;

  @Field(() => String, {
    nullable: true,
    description: "The password for their first sign-in, told this once; null when refused or repeated.",
  })
  password: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("EmailCheck", { description: "Whether an address is free to sign in with, at one reseller." })
export class EmailCheckType {
  @Field(() => Boolean, { description: "True when nobody there signs in with it." })
  isFree: boolean;

  @Field(() => [String], { description: "Three near to it that are free; none where it is free itself." })
  suggestions: readonly string[];
}

@InputType("UpdateUserInput", { description: "What shall change of a person; what is left out stays." })
export class UpdateUserInputType {
  @Field(() => ID, { description: "Id of the person." })
  id: string;

  @Field(() => Int, { description: "Their version as you read it." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: "Role; nobody is given more than you may." })
  role?: Role | null;

  @Field(() => [ID], { nullable: true, description: roleIdsText })
  roleIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether they see none but the customers named to them." })
  namedCustomersOnly?: boolean | null;

  @Field(() => [ID], { nullable: true, description: namedText })
  namedCustomerIds?: string[] | null;
}

@InputType("UserInput", { description: "A person." })
export class UserInputType {
  @Field(() => ID, { description: "Id of the person." })
  id: string;
}

@ObjectType("UserPayload", { description: "Result of a change of a person." })
export class UserPayloadType {
  @Field(() => UserType, { nullable: true, description: "The person as they are now; null when refused or withdrawn." })
  user: UserType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("Invitation", { description: "What a link says to whoever holds it." })
export class InvitationType {
  @Field(() => String, { description: "Name of who is invited." })
  name: string;

  @Field(() => String, { description: "The e-mail address that they will sign in with." })
  email: string;

  @Field(() => String, { description: "Name of the reseller that they are invited to." })
  resellerName: string;
}

const tokenText = "What stands behind the # of the link in the mail.";

@InputType("TokenInput", { description: "A link from a mail." })
export class TokenInputType {
  @Field(() => String, { description: tokenText })
  token: string;
}

@InputType("TokenAndPasswordInput", { description: "A link from a mail, and the password to set." })
export class TokenAndPasswordInputType {
  @Field(() => String, { description: tokenText })
  token: string;

  @Field(() => String, { description: "The password to sign in with from now on: 12 to 128 characters." })
  password: string;
}

@ObjectType("AcceptInvitationPayload", { description: "Result of `acceptInvitation`." })
export class AcceptInvitationPayloadType {
  @Field(() => ViewerType, { nullable: true, description: "Who is signed in now; null when refused." })
  viewer: ViewerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("RequestPasswordResetInput", { description: "Who has forgotten their password." })
export class RequestPasswordResetInputType {
  @Field(() => String, { description: "The e-mail address that they sign in with." })
  email: string;

  @Field(() => String, { nullable: true, description: "Key of the reseller, for who has accounts at several." })
  resellerKey?: string | null;
}

@InputType("ChangePasswordInput", { description: "The password to set, and the one it takes the place of." })
export class ChangePasswordInputType {
  @Field(() => String, { description: "The password as it is." })
  currentPassword: string;

  @Field(() => String, { description: "The password to sign in with from now on: 12 to 128 characters." })
  newPassword: string;
}

@InputType("RequestEmailChangeInput", { description: "The address to sign in with." })
export class RequestEmailChangeInputType {
  @Field(() => String, { description: "The new e-mail address." })
  email: string;

  @Field(() => String, { description: "One's password." })
  currentPassword: string;
}

@ObjectType("ConfirmEmailChangePayload", { description: "Result of `confirmEmailChange`." })
export class ConfirmEmailChangePayloadType {
  @Field(() => Boolean, { description: "True when both addresses have confirmed and the new one is signed in with." })
  isChanged: boolean;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("EndSessionInput", { description: "Which session." })
export class EndSessionInputType {
  @Field(() => ID, { description: "Id of one of your own sessions." })
  id: string;
}

@ObjectType("AccountPayload", { description: "Result of a change of an account that answers nothing else." })
export class AccountPayloadType {
  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("SessionsPayload", { description: "One's sessions after a change." })
export class SessionsPayloadType {
  @Field(() => [SessionType], { description: "Those that are still open, the last used first." })
  sessions: SessionType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
