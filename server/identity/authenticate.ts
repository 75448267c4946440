import { inTier, type Context } from "../kernel/context.ts";
import { rootPath, type Viewer } from "../kernel/viewer.ts";
import { actAs, endActing, type Acting } from "./act-as.ts";
import { actForReseller } from "./act-for-reseller.ts";
import { accountColumns, isDeactivated, viewerOf, type Account } from "./account.ts";
import { boundToOwnPassword, boundToSecondFactor, hasFactorSql, mustChangePasswordSql } from "./factor-duty.ts";
import { hashOfToken, idleMs, noteEveryMs } from "./session.ts";

interface SessionAccount extends Account, Acting {
  readonly session_id: string;
  readonly last_seen_at: string;
  readonly proven_at: string;
  readonly has_factor: boolean;
  readonly must_change: boolean;
}

/**
 * Who holds this session, with the rights of this moment; null when it has ended, was idle too long, or its user, customer or
 * reseller may not work any more. Asked at every operation, over HTTP and WebSocket alike. `actingFor` names a reseller below theirs
 * in whose place they work.
 * @throws AccessError NOT_FOUND, FORBIDDEN (whom they act for)
 */
export async function authenticate(
  system: Context,
  token: string,
  actingFor: string | null = null,
): Promise<Viewer | null> {
  if (token.length === 0 || token.length > 100) return null;
  const context = inTier(system, rootPath);
  const now = context.clock.now();
  const [account] = await context.em.execute<SessionAccount[]>(
    `select s.id as session_id, s.last_seen_at, coalesce(s.proven_at, s.created_at) as proven_at, ${hasFactorSql} as has_factor,
            ${mustChangePasswordSql} as must_change, s.acting_as_id as acting_as, s.acting_mode, s.acting_until, ${accountColumns}
     from session s join app_user u on u.id = s.user_id left join customer k on k.id = u.customer_id
     where s.token_hash = ? and s.ended_at is null and s.expires_at > ? and s.last_seen_at > ?`,
    [hashOfToken(token), now, new Date(now.getTime() - idleMs)],
  );
  if (account === undefined || isDeactivated(account)) return null;
  if (now.getTime() - Date.parse(account.last_seen_at) >= noteEveryMs) {
    await context.em.execute("update session set last_seen_at = ? where id = ? and last_seen_at < ?", [
      now,
      account.session_id,
      now,
    ]);
  }
  const proven = { ...viewerOf(account, account.session_id, "CONSOLE"), provenAt: new Date(account.proven_at) };
  const own = boundToOwnPassword(boundToSecondFactor(proven, account, account.has_factor), account.must_change);
  const viewer = await actAs(context, own, account);
  const { onBehalfOf } = viewer;
  if (onBehalfOf?.kind === "USER" && onBehalfOf.hasEnded && onBehalfOf.until > now) {
    await endActing(context, account.session_id);
  }
  return actingFor === null ? viewer : actForReseller(system, account, viewer, actingFor);
}
