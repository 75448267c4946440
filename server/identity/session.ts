import { createHash, randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { SessionEntity } from "./user.entity.ts";

/** A session ends after half an hour without use and after twelve hours in any case. */
export const idleMs = 30 * 60_000;
export const absoluteMs = 12 * 3_600_000;
/** Its last use is noted at most so often: a write a request would cost more than it tells. */
export const noteEveryMs = 60_000;
/** Ended sessions are kept so long for whoever asks who was signed in. */
const keptMs = 30 * 86_400_000;

export interface OpenedSession {
  readonly id: string;
  /** 256 random bits, for the cookie alone: the table holds their SHA-256. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Always a new one: an id that existed before signing in is never raised to a signed-in one. */
export async function openSession(tx: Transaction, userAgent: string, ip = ""): Promise<OpenedSession> {
  const now = tx.clock.now();
  const opened = {
    id: newId(now.getTime()),
    token: randomBytes(32).toString("base64url"),
    expiresAt: new Date(now.getTime() + absoluteMs),
  };
  await tx.em.insert(SessionEntity, {
    id: opened.id,
    path: tx.viewer.path,
    user: tx.viewer.userId,
    tokenHash: hashOfToken(opened.token),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: opened.expiresAt,
    endedAt: null,
    userAgent,
    ip,
  });
  return opened;
}

/**
 * The viewer's session goes on under a new token, with a proof of this moment; the former token opens nothing any more. Null when
 * it has ended, or there is none.
 */
export async function renewSession({ em, viewer, clock }: Transaction): Promise<OpenedSession | null> {
  const token = randomBytes(32).toString("base64url");
  const [renewed] = await em.execute<{ id: string; expires_at: string }[]>(
    "update session set token_hash = ?, proven_at = ? where id = ? and ended_at is null returning id, expires_at",
    [hashOfToken(token), clock.now(), viewer.sessionId],
  );
  return renewed === undefined ? null : { id: renewed.id, token, expiresAt: new Date(renewed.expires_at) };
}

/** Ends it at once and tells the open sockets that hang on it (topic `session:<id>`). */
export async function endSession(tx: Transaction, sessionId: string): Promise<void> {
  const ended = await tx.em.execute<{ path: string }[]>(
    "update session set ended_at = ? where id = ? and ended_at is null returning path",
    [tx.clock.now(), sessionId],
  );
  for (const { path } of ended) tx.announce({ topic: `session:${sessionId}`, path, sequence: 1 });
}

/** All of one person's that are open, but for one to be spared. */
export async function endSessionsOf(tx: Transaction, userId: string, spared: string | null = null): Promise<number> {
  const ended = await tx.em.execute<{ id: string; path: string }[]>(
    `update session set ended_at = ? where user_id = ? and ended_at is null and id is distinct from ?::uuid
     returning id, path`,
    [tx.clock.now(), userId, spared],
  );
  for (const { id, path } of ended) tx.announce({ topic: `session:${id}`, path, sequence: 1 });
  return ended.length;
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Sweep: forgets sessions that ended or ran out long ago. */
export async function forgetOldSessions({ em, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs);
  const gone = await em.execute<unknown[]>("delete from session where expires_at < ? returning 1", [before]);
  return gone.length;
}
