import { definition as mailDefinition } from "../connectors/mail/definition.ts";
import { sendMail } from "../connectors/mail/send-mail.ts";
import { settingsOf } from "../connectors/settings.ts";
import { ConnectorFailure, type ConnectorIo } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";

interface DueMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
}

const batchSize = 20;
const attemptsMax = 10;
const firstDelayMs = 30_000;
const delayMsMax = 3_600_000;

/**
 * Hands queued mail to the mail server: at least once, with the same Message-ID each time. A row is taken by moving its due time
 * on before anything is sent, so that a relay that dies leaves it to the next. Answers how many were sent.
 */
export async function relayMail(context: Context): Promise<number> {
  const mails = await claim(context);
  let sent = 0;
  for (const mail of mails) if (await send(context, mail)) sent += 1;
  return sent;
}

async function claim(context: Context): Promise<DueMail[]> {
  const now = context.clock.now();
  return context.em.execute<DueMail[]>(
    `update outbox_mail set attempts = attempts + 1,
       due_at = ?::timestamptz + least(? * power(2, attempts), ?) * interval '1 millisecond'
     where id in (select id from outbox_mail where due_at <= ? order by due_at, id limit ${batchSize} for update skip locked)
     returning id, recipient, subject, body, attempts`,
    [now, firstDelayMs, delayMsMax, now],
  );
}

async function send(context: Context, mail: DueMail): Promise<boolean> {
  try {
    const settings = await settingsOf(context, mailDefinition);
    await sendMail(unrecordedIo(mail.id), settings, { to: mail.recipient, subject: mail.subject, text: mail.body });
    await context.em.execute("update outbox_mail set sent_at = ?, due_at = null, last_error = null where id = ?", [
      context.clock.now(),
      mail.id,
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const isGivenUp = mail.attempts >= attemptsMax || error.code === "MAIL_REFUSED_RECIPIENT";
    context.log.warn({ mail: mail.id, attempt: mail.attempts, isGivenUp }, error.message);
    const due = isGivenUp ? ", due_at = null" : "";
    await context.em.execute(`update outbox_mail set last_error = ?${due} where id = ?`, [
      error.message.slice(0, 500),
      mail.id,
    ]);
    return false;
  }
}

/** No run is behind these mails, so there is no log of attempts to write down first: the row is the record. */
function unrecordedIo(id: string): ConnectorIo {
  return {
    idempotencyKey: `outbox:${id}`,
    signal: new AbortController().signal,
    call: (_call, perform) => perform(new AbortController().signal),
  };
}
