import { definition as mailDefinition } from "../connectors/mail/definition.ts";
import { sendMail } from "../connectors/mail/send-mail.ts";
import { settingsOf } from "../connectors/settings.ts";
import { ConnectorFailure, type ConnectorIo } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";
import { mailPlace } from "./queue-mail.ts";

interface DueMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  is_sealed: boolean;
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
     returning id, recipient, subject, body, is_sealed, attempts`,
    [now, firstDelayMs, delayMsMax, now],
  );
}

async function send(context: Context, mail: DueMail): Promise<boolean> {
  try {
    const settings = await settingsOf(context, mailDefinition);
    const text = mail.is_sealed ? context.vault.open(mail.body, mailPlace(mail.id)) : mail.body;
    await sendMail(unrecordedIo(mail.id), settings, { to: mail.recipient, subject: mail.subject, text });
    await context.em.execute(`update outbox_mail set sent_at = ?, last_error = null, ${putAway} where id = ?`, [
      context.clock.now(),
      mail.id,
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const isGivenUp = mail.attempts >= attemptsMax || error.code === "MAIL_REFUSED_RECIPIENT";
    context.log.warn({ mail: mail.id, attempt: mail.attempts, isGivenUp }, error.message);
    const away = isGivenUp ? `, ${putAway}` : "";
    await context.em.execute(`update outbox_mail set last_error = ?${away} where id = ?`, [
      error.message.slice(0, 500),
      mail.id,
    ]);
    return false;
  }
}

/** Not due any more; what was sealed is not needed any more either. */
const putAway = "due_at = null, body = case when is_sealed then '' else body end";

/** No run is behind these mails, so there is no log of attempts to write down first: the row is the record. */
function unrecordedIo(id: string): ConnectorIo {
  return {
    idempotencyKey: `outbox:${id}`,
    signal: new AbortController().signal,
    call: (_call, perform) => perform(new AbortController().signal),
  };
}
