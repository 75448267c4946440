import { encodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { acceptInvitation, findInvitation } from "./accept-invitation.ts";
import {
  changePassword,
  confirmEmailChange,
  endOtherSessions,
  endOwnSession,
  requestEmailChange,
} from "./own-account.ts";
import {
  AcceptInvitationPayloadType,
  AccountPayloadType,
  ChangePasswordInputType,
  ConfirmEmailChangePayloadType,
  EndSessionInputType,
  InvitationType,
  RequestEmailChangeInputType,
  RequestPasswordResetInputType,
  SessionsPayloadType,
  SessionType,
  TokenAndPasswordInputType,
  TokenInputType,
} from "./people.type.ts";
import { openSessionsOf, type OpenSession } from "./person-loaders.ts";
import { requestPasswordReset, resetPassword } from "./reset-password.ts";
import { toViewer } from "./viewer.resolver.ts";

@Resolver()
export class OwnAccountResolver {
  @Query(() => InvitationType, {
    nullable: true,
    description: "Who was invited, for whoever holds the link; null when it works no more.",
  })
  async invitation(
    @Arg("token", () => String, { description: "What stands behind the # of the link in the mail." }) token: string,
    @Ctx() request: RequestContext,
  ): Promise<InvitationType | null> {
    try {
      const { name, email, reseller_name: resellerName } = await findInvitation(request, token);
      return { name, email, resellerName };
    } catch (error) {
      if (error instanceof Rejection) return null; // it does not work, for whatever reason
      throw error;
    }
  }

  @Mutation(() => AcceptInvitationPayloadType, {
    description: "Sets the password of who was invited, and signs them in. The link works once.",
  })
  acceptInvitation(
    @Arg("input", () => TokenAndPasswordInputType, { description: "The link and the password." })
    input: TokenAndPasswordInputType,
    @Ctx() request: RequestContext,
  ): Promise<AcceptInvitationPayloadType> {
    const accept = async () => ({ viewer: toViewer(await acceptInvitation(request, input), request.clock.now()) });
    return answered(accept, { viewer: null });
  }

  @Mutation(() => AccountPayloadType, {
    description:
      "Mails a link that sets a new password, if there is such an account; the answer is the same if there is none. It works for an hour.",
  })
  requestPasswordReset(
    @Arg("input", () => RequestPasswordResetInputType, { description: "Whose password." })
    input: RequestPasswordResetInputType,
    @Ctx() request: RequestContext,
  ): Promise<AccountPayloadType> {
    return done(() => requestPasswordReset(request, input));
  }

  @Mutation(() => AccountPayloadType, {
    description:
      "Sets a new password by a link that was mailed, and ends all sessions of the account. The link works once.",
  })
  resetPassword(
    @Arg("input", () => TokenAndPasswordInputType, { description: "The link and the password." })
    input: TokenAndPasswordInputType,
    @Ctx() request: RequestContext,
  ): Promise<AccountPayloadType> {
    return done(() => resetPassword(request, input));
  }

  @Mutation(() => ConfirmEmailChangePayloadType, {
    description: "Confirms a change of e-mail at one address; it is done when the old and the new one have confirmed.",
  })
  confirmEmailChange(
    @Arg("input", () => TokenInputType, { description: "The link." }) input: TokenInputType,
    @Ctx() request: RequestContext,
  ): Promise<ConfirmEmailChangePayloadType> {
    return answered(async () => ({ isChanged: await confirmEmailChange(request, input.token) }), { isChanged: false });
  }

  @Requires("profile.update")
  @Mutation(() => AccountPayloadType, {
    description: "Mails a link to one's old address and one to the new; the address changes when both were opened.",
  })
  requestEmailChange(
    @Arg("input", () => RequestEmailChangeInputType, { description: "The new address." })
    input: RequestEmailChangeInputType,
    @Ctx() request: RequestContext,
  ): Promise<AccountPayloadType> {
    return done(() => requestEmailChange(request, input));
  }

  @Requires("profile.update")
  @Mutation(() => AccountPayloadType, { description: "Changes one's password; all other sessions end." })
  changePassword(
    @Arg("input", () => ChangePasswordInputType, { description: "Both passwords." }) input: ChangePasswordInputType,
    @Ctx() request: RequestContext,
  ): Promise<AccountPayloadType> {
    return done(() => changePassword(request, input));
  }

  @Requires("profile.update")
  @Query(() => [SessionType], { description: "Where one is signed in, the last used first." })
  mySessions(@Ctx() request: RequestContext): Promise<SessionType[]> {
    return ownSessions(request);
  }

  @Requires("profile.update")
  @Mutation(() => SessionsPayloadType, { description: "Ends one of one's own sessions." })
  endSession(
    @Arg("input", () => EndSessionInputType, { description: "Which one." }) input: EndSessionInputType,
    @Ctx() request: RequestContext,
  ): Promise<SessionsPayloadType> {
    return sessionsAfter(request, (context) => endOwnSession(context, input.id));
  }

  @Requires("profile.update")
  @Mutation(() => SessionsPayloadType, { description: "Ends all of one's own sessions but the one that asks." })
  endOtherSessions(@Ctx() request: RequestContext): Promise<SessionsPayloadType> {
    return sessionsAfter(request, endOtherSessions);
  }
}

async function done(verb: () => Promise<void>): Promise<AccountPayloadType> {
  return answered(async () => {
    await verb();
    return {};
  }, {});
}

async function sessionsAfter(
  request: RequestContext,
  verb: (context: Context) => Promise<unknown>,
): Promise<SessionsPayloadType> {
  await verb(signedIn(request));
  return { sessions: await ownSessions(request), userErrors: [] };
}

async function ownSessions(request: RequestContext): Promise<SessionType[]> {
  const context = signedIn(request);
  return toSessions(await openSessionsOf(request).clear(context.viewer.userId).load(context.viewer.userId), context);
}

export function toSessions(rows: readonly OpenSession[], { viewer }: Pick<Context, "viewer">): SessionType[] {
  return rows.map(({ id, user_agent: userAgent, ip: ipAddress, created_at, last_seen_at }) => ({
    id: encodeId("ses", id),
    userAgent,
    ipAddress,
    createdAt: new Date(created_at),
    lastSeenAt: new Date(last_seen_at),
    isCurrent: id === viewer.sessionId,
  }));
}
