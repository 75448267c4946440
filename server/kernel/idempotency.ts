import { createHash } from "node:crypto";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "./context.ts";
import { AccessError, Rejection } from "./rejection.ts";

/** Kept 72 hours; a key in flight is given up after a minute, when its process must have died. */
const keptMs = 72 * 3_600_000;
const inFlightMs = 60_000;

interface Kept {
  operation: string;
  request_hash: string;
  state: "IN_PROGRESS" | "DONE";
  response: unknown;
  locked_until: Date;
}

/**
 * Runs a verb in one transaction, at most once per caller and key. The answer (plain JSON: ids rather than rows) commits with
 * the effect, so a process that dies leaves both or neither. The same key and arguments replay it; other arguments are
 * refused; a key in flight is a CONFLICT. A refused verb keeps no answer: it changed nothing and may be tried again.
 */
export async function once<T>(
  context: Context,
  operation: string,
  key: string,
  request: unknown,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  checkIdempotencyKey(key);
  const hash = hashOf(request);
  const mine = new Date(context.clock.now().getTime() + inFlightMs);
  const kept = await claim(context, operation, key, hash, mine);
  if (kept !== null) return replay<T>(kept, operation, hash);
  try {
    return await transaction(context, async (tx) => {
      const response = await work(tx);
      await finish(tx, key, mine, response);
      return response;
    });
  } catch (error) {
    await forget(context, key, mine);
    throw error;
  }
}

/** @throws Rejection INVALID */
export function checkIdempotencyKey(key: string): void {
  if (key.length > 0 && key.length <= 255 && !key.includes("\0")) return;
  throw new Rejection({ code: "INVALID", message: say("idempotency.keyLength"), path: ["idempotencyKey"] });
}

async function claim(context: Context, operation: string, key: string, hash: string, mine: Date): Promise<Kept | null> {
  const now = context.clock.now();
  const { userId, path } = context.viewer;
  const inserted = await context.em.execute<unknown[]>(
    `insert into idempotency (path, actor_id, key, operation, request_hash, state, locked_until, created_at)
     values (?, ?, ?, ?, ?, 'IN_PROGRESS', ?, ?)
     on conflict (actor_id, key) do update
       set operation = excluded.operation, request_hash = excluded.request_hash, state = 'IN_PROGRESS', response = null,
           locked_until = excluded.locked_until, created_at = excluded.created_at
       where idempotency.created_at < ? or (idempotency.state = 'IN_PROGRESS' and idempotency.locked_until < ?)
     returning 1`,
    [path, userId, key, operation, hash, mine, now, new Date(now.getTime() - keptMs), now],
  );
  if (inserted.length > 0) return null;
  const [kept] = await context.em.execute<Kept[]>(
    "select operation, request_hash, state, response, locked_until from idempotency where actor_id = ? and key = ?",
    [userId, key],
  );
  return kept ?? null;
}

function replay<T>(kept: Kept, operation: string, hash: string): T {
  if (kept.operation !== operation || kept.request_hash !== hash) {
    throw new Rejection({
      code: "IDEMPOTENCY_MISMATCH",
      message: say("idempotency.mismatch"),
      path: ["idempotencyKey"],
    });
  }
  if (kept.state === "IN_PROGRESS") {
    throw new AccessError("CONFLICT", say("idempotency.inFlight"), 1);
  }
  return kept.response as T;
}

/** Fails, and with it the whole transaction, when another process took the key over meanwhile. */
async function finish(tx: Transaction, key: string, mine: Date, response: unknown): Promise<void> {
  const updated = await tx.em.execute<unknown[]>(
    `update idempotency set state = 'DONE', response = ?::jsonb
     where actor_id = ? and key = ? and state = 'IN_PROGRESS' and locked_until = ? returning 1`,
    [JSON.stringify(response ?? null), tx.viewer.userId, key, mine],
  );
  if (updated.length === 0) throw new AccessError("CONFLICT", say("idempotency.takenOver"), 1);
}

async function forget(context: Context, key: string, mine: Date): Promise<void> {
  await context.em.execute(
    "delete from idempotency where actor_id = ? and key = ? and state = 'IN_PROGRESS' and locked_until = ?",
    [context.viewer.userId, key, mine],
  );
}

function hashOf(request: unknown): string {
  return createHash("sha256").update(canonical(request)).digest("base64url");
}

/** Key order and absent-versus-undefined make no difference between two requests. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
