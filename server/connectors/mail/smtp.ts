import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { NodemailerError } from "nodemailer/lib/errors";
import { say } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../../kernel/connector.ts";
import { garbage, refused, tooLarge, unanswered, unreachable } from "../element.ts";
import { mail, type MailSettings } from "./settings.ts";

const replyBytesMax = 64_000;

export interface SmtpMessage {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly source: Buffer;
}

/**
 * One SMTP conversation. Without a message it ends after the greeting and the sign-in: a probe.
 * Throws ConnectorFailure: an answer of 4xx is retryable and of 5xx permanent; silence is unknown once the message was begun.
 */
export async function converse(
  settings: MailSettings,
  message: SmtpMessage | null,
  callerSignal: AbortSignal,
): Promise<string> {
  const limit = AbortSignal.timeout(settings.timeoutMs);
  const signal = AbortSignal.any([callerSignal, limit]);
  if (signal.aborted) throw unreachable(mail, signal.reason);
  let isSent = false;
  const { promise: broken, reject: fail } = Promise.withResolvers<never>();
  const connection = open(settings);
  connection.on("error", (error: NodemailerError) => fail(failureOf(error, isSent)));
  connection.on("end", () => fail(unanswered(mail, isSent, say("outside.hungUp"), null)));
  const stop = (): void => {
    const what = limit.aborted
      ? say("outside.noAnswerWithin", { seconds: settings.timeoutMs / 1000 })
      : say("outside.notWaitedFor");
    fail(unanswered(mail, isSent, what, signal.reason));
  };
  signal.addEventListener("abort", stop, { once: true });
  const work = async (): Promise<string> => {
    await called((done) => connection.connect(done));
    if (settings.user !== "") {
      const auth = { user: settings.user, pass: settings.password.reveal() };
      await called((done) => connection.login(auth, done));
    }
    if (message === null) return "";
    isSent = true;
    const envelope = { from: message.envelope.from, to: [message.envelope.to] };
    const info = await called<{ response?: string } | undefined>((done) =>
      connection.send(envelope, message.source, done),
    );
    return info?.response ?? "";
  };
  try {
    const reply = await Promise.race([work(), broken]);
    connection.quit();
    return reply;
  } catch (error) {
    connection.close();
    throw error instanceof ConnectorFailure ? error : failureOf(error as NodemailerError, isSent);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function open(settings: MailSettings): SMTPConnection {
  return new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.isSecure,
    connectionTimeout: settings.timeoutMs,
    greetingTimeout: settings.timeoutMs,
    socketTimeout: settings.timeoutMs,
    dnsTimeout: settings.timeoutMs,
    maxResponseSize: replyBytesMax,
  });
}

function called<T>(begin: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    begin((error, value) => (error ? reject(error) : resolve(value as T))); // with no error the value is what was asked for
  });
}

function failureOf(error: NodemailerError, isSent: boolean): ConnectorFailure {
  const status = error.responseCode ?? 0;
  const reply = String(error.response ?? "").slice(0, 200);
  if (/exceeds maximum allowed size/.test(error.message)) return tooLarge(mail, replyBytesMax);
  if (status >= 500 && status < 600) {
    if (error.command !== "RCPT TO") return refused(mail, "permanent", reply);
    return new ConnectorFailure(
      "permanent",
      "MAIL_REFUSED_RECIPIENT",
      say("outside.recipient", { element: mail.name, reply }),
    );
  }
  if (status >= 400 && status < 500) return refused(mail, "retryable", reply);
  if (error.code === "EPROTOCOL") return garbage(mail, "not SMTP");
  if (error.code === "EAUTH" || error.code === "EENVELOPE") return refused(mail, "permanent", error.message);
  return unanswered(mail, isSent, say("outside.broke"), error);
}
