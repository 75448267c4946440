import { newId } from "@tierline/shared/id.ts";
import { webhookOffHours, webhookWarnHours } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { webhookRetrySeconds } from "@tierline/shared/webhook-event.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { mailAboutEndpoint } from "./endpoint-mail.ts";
import type { Reply } from "./send-webhook.ts";
import type { OffReason } from "./webhook.entity.ts";

const hourMs = 3_600_000;
const retryAfterSecondsMax = 86_400;
/** Waits differ by a tenth either way, so that what failed together does not come back together. */
const jitter = 0.1;

interface Facts {
  readonly id: string;
  readonly path: string;
  readonly endpoint_id: string;
  readonly attempts: number;
  readonly failing_since: Date | null;
  readonly warned_at: Date | null;
  readonly off_reason: OffReason | null;
}

/** Writes down what came of an attempt, and what follows for the delivery and its endpoint. Answers whether it was taken. */
export function noteReply(context: Context, deliveryId: string, reply: Reply): Promise<boolean> {
  return transaction(context, async (tx) => {
    const facts = await lockedFacts(tx, deliveryId);
    if (facts === null) return true; // deleted meanwhile, with its endpoint
    await insertAttempt(tx, facts, reply);
    const isTaken = reply.status !== null && reply.status >= 200 && reply.status < 300;
    if (isTaken) await noteTaken(tx, facts);
    else await noteFailed(tx, facts, reply);
    return isTaken;
  });
}

/** Its endpoint may not hear of it any more: it is not sent. */
export async function withdraw({ em }: Context, deliveryId: string): Promise<true> {
  await em.execute("update webhook_delivery set state = 'FAILED', due_at = null where id = ?", [deliveryId]);
  return true;
}

async function lockedFacts({ em }: Transaction, deliveryId: string): Promise<Facts | null> {
  const [row] = await em.execute<(Omit<Facts, "failing_since" | "warned_at"> & Record<string, string | null>)[]>(
    `select d.id, d.path, d.endpoint_id, d.attempts, e.failing_since, e.warned_at, e.off_reason
     from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = ? for update`,
    [deliveryId],
  );
  if (row === undefined) return null;
  const dateOf = (text: string | null | undefined) => (text == null ? null : new Date(text));
  return { ...row, failing_since: dateOf(row["failing_since"]), warned_at: dateOf(row["warned_at"]) };
}

async function insertAttempt({ em, clock }: Transaction, { id, path }: Facts, reply: Reply): Promise<void> {
  const at = clock.now();
  await em.execute(
    `insert into webhook_attempt (id, path, delivery_id, at, status, answer, failure, duration_ms) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
    [
      newId(at.getTime()),
      path,
      id,
      at,
      reply.status,
      reply.answer,
      reply.failure === null ? null : JSON.stringify(reply.failure),
      reply.durationMs,
    ],
  );
}

async function noteTaken({ em }: Transaction, { id, endpoint_id }: Facts): Promise<void> {
  await em.execute(
    "update webhook_delivery set state = 'DELIVERED', due_at = null, attempts = attempts + 1 where id = ?",
    [id],
  );
  await em.execute("update webhook_endpoint set failing_since = null, failures = 0, warned_at = null where id = ?", [
    endpoint_id,
  ]);
}

async function noteFailed(tx: Transaction, facts: Facts, reply: Reply): Promise<void> {
  const now = tx.clock.now();
  const wait = waitAfter(facts.attempts, reply);
  const dueAt = wait === null ? null : new Date(now.getTime() + wait * 1_000);
  await tx.em.execute("update webhook_delivery set state = ?, due_at = ?, attempts = attempts + 1 where id = ?", [
    dueAt === null ? "FAILED" : "PENDING",
    dueAt,
    facts.id,
  ]);
  await tx.em.execute(
    "update webhook_endpoint set failures = failures + 1, failing_since = coalesce(failing_since, ?) where id = ?",
    [now, facts.endpoint_id],
  );
  await judgeEndpoint(tx, facts, reply);
}

/** Null when it was tried often enough. A receiver may ask for more time than the schedule gives, not for less. */
function waitAfter(attempts: number, { retryAfterSeconds }: Reply): number | null {
  const seconds = webhookRetrySeconds[attempts];
  if (seconds === undefined) return null;
  const asked = Math.min(retryAfterSeconds ?? 0, retryAfterSecondsMax);
  return Math.max(seconds * (1 - jitter + Math.random() * 2 * jitter), asked);
}

/** 410 says that nobody is there any more; silence for days says it too, a day after a warning. */
async function judgeEndpoint(tx: Transaction, facts: Facts, { status }: Reply): Promise<void> {
  if (facts.off_reason !== null) return;
  const now = tx.clock.now();
  const failingMs = facts.failing_since === null ? 0 : now.getTime() - facts.failing_since.getTime();
  const isOver = failingMs >= webhookOffHours * hourMs && facts.warned_at !== null;
  if (status === 410 || isOver) {
    const reason: OffReason = status === 410 ? "GONE" : "FAILING";
    await tx.em.execute(
      "update webhook_endpoint set off_reason = ?, due_at = null, version = version + 1 where id = ?",
      [reason, facts.endpoint_id],
    );
    await mailAboutEndpoint(tx, facts.endpoint_id, {
      subject: say("webhook.mail.off"),
      text: (url) => say(reason === "GONE" ? "webhook.mail.gone" : "webhook.mail.failed", { url }),
    });
  } else if (failingMs >= webhookWarnHours * hourMs && facts.warned_at === null) {
    await tx.em.execute("update webhook_endpoint set warned_at = ? where id = ?", [now, facts.endpoint_id]);
    const hours = webhookOffHours - webhookWarnHours;
    await mailAboutEndpoint(tx, facts.endpoint_id, {
      subject: say("webhook.mail.warning"),
      text: (url) => say("webhook.mail.failing", { url, hours }),
    });
  }
}
