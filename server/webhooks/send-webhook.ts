import { Webhook } from "standardwebhooks";
import { encodeId } from "@tierline/shared/id.ts";
import { webhookAnswerBytesMax, webhookTimeoutSeconds } from "@tierline/shared/limits.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { guardAddress, notAllowed } from "../connectors/http/address-guard.ts";
import { http } from "../connectors/http/settings.ts";
import { exchange, type HttpAnswer } from "../connectors/http-client.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { installation } from "../kernel/installation.ts";

export interface Message {
  readonly url: string;
  readonly eventId: string;
  readonly body: string;
  /** Each of them signs. */
  readonly secrets: readonly string[];
  readonly at: Date;
}

/** What came of one attempt. */
export interface Reply {
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly answer: string;
  readonly failure: Words | null;
  /** How long the receiver wants to be left alone. */
  readonly retryAfterSeconds: number | null;
  readonly durationMs: number;
}

const timeoutMs = webhookTimeoutSeconds * 1_000;

/**
 * One attempt, as Standard Webhooks 1.0 says (https://www.standardwebhooks.com): the address is looked up now, checked, and that very
 * one is connected to; of the answer no more than its beginning is read, and no redirect is followed.
 */
export async function sendWebhook(message: Message): Promise<Reply> {
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  try {
    const { status, text, retryAfter } = await post(message);
    const answer = text.replaceAll("\0", "\uFFFD"); // which PostgreSQL keeps in no text
    return { status, answer, failure: null, retryAfterSeconds: secondsOf(retryAfter, message.at), durationMs: took() };
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    return { status: null, answer: "", failure: error.words, retryAfterSeconds: null, durationMs: took() };
  }
}

async function post({ url: address, eventId, body, secrets, at }: Message): Promise<HttpAnswer> {
  const url = URL.parse(address);
  if (url === null) throw notAllowed(say("address.notWeb"));
  const addresses = await guardAddress(url, installation().webhookHosts, timeoutMs);
  const id = encodeId("evt", eventId);
  return exchange(http, {
    method: "POST",
    url,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
    },
    body,
    timeoutMs,
    signal: new AbortController().signal,
    addresses,
    answerBytesMax: webhookAnswerBytesMax,
  });
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function secondsOf(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1_000));
}
