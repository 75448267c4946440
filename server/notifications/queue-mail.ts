import { newId } from "@tierline/shared/id.ts";
import type { Transaction } from "../kernel/context.ts";

export interface QueuedMail {
  /** Tier that the mail is about. */
  readonly path: string;
  /** The same cause sends one mail to each recipient, however often it is told. */
  readonly cause: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** The mail leaves if and only if the transaction commits. */
export async function queueMail(tx: Pick<Transaction, "em" | "clock">, mail: QueuedMail): Promise<void> {
  const now = tx.clock.now();
  for (const recipient of new Set(mail.recipients)) {
    await tx.em.execute(
      `insert into outbox_mail (id, path, cause, recipient, subject, body, created_at, due_at, attempts)
       values (?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (cause) do nothing`,
      [newId(now.getTime()), mail.path, `${mail.cause}:${recipient}`, recipient, mail.subject, mail.body, now, now],
    );
  }
}
