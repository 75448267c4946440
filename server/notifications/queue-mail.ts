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

type Means = Pick<Transaction, "em" | "clock" | "vault">;

/** The mail leaves if and only if the transaction commits. */
export async function queueMail(tx: Pick<Means, "em" | "clock">, mail: QueuedMail): Promise<void> {
  const now = tx.clock.now();
  for (const recipient of new Set(mail.recipients)) {
    await tx.em.execute(
      `insert into outbox_mail (id, path, cause, recipient, subject, body, created_at, due_at, attempts)
       values (?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (cause) do nothing`,
      [
        newId(now.getTime()),
        mail.path,
        `${mail.cause}:${recipient}`,
        recipient,
        oneLine(mail.subject),
        mail.body,
        now,
        now,
      ],
    );
  }
}

export interface LetterToUser extends Omit<QueuedMail, "recipients"> {
  readonly to: string;
  readonly userId: string;
}

/**
 * A mail whose text lets somebody in: it is sealed until it is sent. Where there is no such user nothing is queued, by the same
 * statement and the same work.
 */
export async function queueLetter(tx: Means, { to, userId, ...mail }: LetterToUser): Promise<void> {
  const now = tx.clock.now();
  const id = newId(now.getTime());
  await tx.em.execute(
    `insert into outbox_mail (id, path, cause, recipient, subject, body, is_sealed, created_at, due_at, attempts)
     select ?, ?, ?, ?, ?, ?, true, ?, ?, 0 from app_user where id = ?`,
    [id, mail.path, mail.cause, to, oneLine(mail.subject), tx.vault.seal(mail.body, mailPlace(id)), now, now, userId],
  );
}

/** As `queueLetter`, to an address that nobody here has yet. */
export async function queueSealedMail(tx: Means, { to, ...mail }: Omit<LetterToUser, "userId">): Promise<void> {
  const now = tx.clock.now();
  const id = newId(now.getTime());
  await tx.em.execute(
    `insert into outbox_mail (id, path, cause, recipient, subject, body, is_sealed, created_at, due_at, attempts)
     values (?, ?, ?, ?, ?, ?, true, ?, ?, 0)`,
    [id, mail.path, mail.cause, to, oneLine(mail.subject), tx.vault.seal(mail.body, mailPlace(id)), now, now],
  );
}

/** A line break in somebody's name must not become a header. */
function oneLine(subject: string): string {
  return subject.replaceAll(/\s+/g, " ");
}

export function mailPlace(id: string): string {
  return `outbox_mail|${id}`;
}
