import { newId } from "@tierline/shared/id.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import type { NotificationKind } from "./notification.entity.ts";

export interface Notice {
  readonly userId: string;
  /** Tier path of what it is about: within what the user sees. */
  readonly path: string;
  readonly kind: NotificationKind;
  readonly title: Words;
  /** One more sentence; may be empty. */
  readonly detail: Words;
  readonly runId?: string | null;
  readonly itemId?: string | null;
  readonly problemId?: string | null;
  readonly caseId?: string | null;
  readonly customerId?: string | null;
  readonly importId?: string | null;
  /** The same cause is told once, however often its handler runs. */
  readonly cause: string;
}

export function userTopic(userId: string): string {
  return `user:${userId}`;
}

/** Tells one person something, wherever they are in the console: seen as soon as the transaction has committed. */
export async function notify(tx: Pick<Transaction, "em" | "clock" | "announce">, notice: Notice): Promise<void> {
  const at = tx.clock.now();
  const inserted = await tx.em.execute<unknown[]>(
    `insert into notification (id, path, user_id, at, kind, title, detail, run_id, item_id, problem_id, case_id, customer_id,
       import_id, cause)
     values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) on conflict (cause) do nothing returning 1`,
    [
      newId(at.getTime()),
      notice.path,
      notice.userId,
      at,
      notice.kind,
      JSON.stringify(notice.title),
      JSON.stringify(notice.detail),
      notice.runId ?? null,
      notice.itemId ?? null,
      notice.problemId ?? null,
      notice.caseId ?? null,
      notice.customerId ?? null,
      notice.importId ?? null,
      notice.cause,
    ],
  );
  if (inserted.length === 0) return;
  tx.announce({ topic: userTopic(notice.userId), path: notice.path, sequence: at.getTime() });
}
