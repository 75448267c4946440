import { randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { emailChangeHours, invitationHours, passwordResetMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { publicAddressFor } from "../kernel/public-address.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { AccountLinkKind } from "./account-link.entity.ts";
import { hashOfToken } from "./session.ts";

const hourMs = 3_600_000;
const lifeMs: Record<AccountLinkKind, number> = {
  INVITATION: invitationHours * hourMs,
  PASSWORD_RESET: passwordResetMinutes * 60_000,
  EMAIL_OLD: emailChangeHours * hourMs,
  EMAIL_NEW: emailChangeHours * hourMs,
};

const pages: Record<AccountLinkKind, string> = {
  INVITATION: "/accept-invitation",
  PASSWORD_RESET: "/reset-password",
  EMAIL_OLD: "/confirm-email",
  EMAIL_NEW: "/confirm-email",
};

/** Used or run out, a link is kept so long for whoever asks what became of it. */
const keptMs = 30 * 86_400_000;

/**
 * Answers the link, for the mail alone. The token stands behind `#`, which browsers send to nobody, so that it is in no log.
 * For a user that does not exist nothing is written, by the same statement.
 */
export async function issueLink(
  tx: Transaction,
  kind: AccountLinkKind,
  { userId, path, email }: { readonly userId: string; readonly path: string; readonly email: string },
): Promise<string> {
  const now = tx.clock.now();
  const token = randomBytes(32).toString("base64url");
  await tx.em.execute(
    `insert into account_link (id, path, user_id, kind, token_hash, email, created_at, expires_at)
     select ?, path, id, ?, ?, ?, ?, ? from app_user where id = ?`,
    [newId(now.getTime()), kind, hashOfToken(token), email, now, new Date(now.getTime() + lifeMs[kind]), userId],
  );
  return `${await publicAddressFor(tx, path)}${pages[kind]}#${token}`;
}

export interface Link {
  readonly user_id: string;
  readonly kind: AccountLinkKind;
  readonly email: string;
}

type Means = Pick<Context, "em" | "clock">;

/** Whom a link is for, without using it up. @throws Rejection EXPIRED: used, withdrawn, replaced, too old or never given out. */
export async function readLink({ em, clock }: Means, kinds: readonly AccountLinkKind[], token: string): Promise<Link> {
  const [link] = await em.execute<Link[]>(
    `select user_id, kind, email from account_link
     where token_hash = ? and kind in (?) and used_at is null and expires_at > ?`,
    [hashOfToken(token), [...kinds], clock.now()],
  );
  return foundOr(link);
}

/** Uses it up: of two who come at once, one gets it. @throws as `readLink` */
export async function takeLink({ em, clock }: Means, kinds: readonly AccountLinkKind[], token: string): Promise<Link> {
  const now = clock.now();
  const [link] = await em.execute<Link[]>(
    `update account_link set used_at = ? where token_hash = ? and kind in (?) and used_at is null and expires_at > ?
     returning user_id, kind, email`,
    [now, hashOfToken(token), [...kinds], now],
  );
  return foundOr(link);
}

function foundOr(link: Link | undefined): Link {
  if (link !== undefined) return link;
  throw new Rejection({ code: "EXPIRED", message: say("link.expired"), path: ["token"] });
}

/** Those that were not used lead nowhere from now on. */
export async function withdrawLinks(
  { em }: Pick<Context, "em">,
  userId: string,
  kinds: readonly AccountLinkKind[],
): Promise<void> {
  await em.execute("delete from account_link where user_id = ? and kind in (?)", [userId, [...kinds]]);
}

/** Sweep: forgets links that ran out long ago. */
export async function forgetOldLinks({ em, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs);
  const gone = await em.execute<unknown[]>("delete from account_link where expires_at < ? returning 1", [before]);
  return gone.length;
}
