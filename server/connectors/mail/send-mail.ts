import MailComposer from "nodemailer/lib/mail-composer";
import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { ConnectorFailure } from "../../kernel/connector.ts";
import type { Text } from "../text.ts";
import { messageIdOf } from "./message-id.ts";
import type { MailSettings } from "./settings.ts";
import { converse } from "./smtp.ts";

export interface MailInput {
  /** One address. */
  readonly to: Text;
  readonly subject: Text;
  /** Plain text, lines ending in \n. */
  readonly text: Text;
}

export interface SentMail {
  readonly messageId: string;
  /** The server's own words. */
  readonly reply: string;
}

/**
 * Hands a mail to the server. There is no asking afterwards: after an unknown outcome the same message with the same
 * Message-ID is handed over again (at least once, and recognisable).
 */
export function sendMail(io: ConnectorIo, settings: MailSettings, input: MailInput): Promise<SentMail> {
  const messageId = messageIdOf(io.idempotencyKey, settings.from);
  const { to, subject } = input;
  // A mail ends with a line end, wanted or not; without this nobody could tell afterwards whether it was meant.
  const text = typeof input.text === "string" ? input.text.replace(/\n+$/, "") : input.text;
  return io.call(
    {
      connector: "mail",
      method: "SMTP",
      target: String(to),
      body: { messageId, from: settings.from, to, subject, text },
    },
    async (signal) => {
      const envelope = { from: settings.from, to: addressOf(String(to)) };
      const source = await sourceOf({ messageId, from: settings.from, to, subject, text });
      return { messageId, reply: await converse(settings, { envelope, source }, signal) };
    },
    { messageId, reply: "" },
  );
}

/** Exactly one mailbox: a comma or a line break would make several, or a header. */
function addressOf(text: string): string {
  if (!/^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(text)) {
    throw new ConnectorFailure("permanent", "MAIL_REFUSED_RECIPIENT", say("outside.oneAddress"));
  }
  return text;
}

async function sourceOf(message: MailInput & { messageId: string; from: string }): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: message.messageId,
    from: message.from,
    to: String(message.to),
    subject: String(message.subject),
    text: String(message.text),
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
