import { z } from "zod";
import type { GatewayMode } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ConnectorFailure, connectorTimeoutMs } from "../../kernel/connector.ts";
import { installation } from "../../kernel/installation.ts";
import { garbage, outsideElement, refused, type Element } from "../element.ts";
import { exchange, jsonOf, type HttpAnswer } from "../http-client.ts";

export const paypalElement = outsideElement("HTTP", say("element.paypal"));
export const stripeElement = outsideElement("HTTP", say("element.stripe"));

export interface ProviderCall {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One call of a provider's API. What is refused is told apart by the caller; no other status comes back. */
export async function callProvider(
  element: Element,
  { method, url, headers, body }: ProviderCall,
): Promise<HttpAnswer> {
  const answer = await exchange(element, {
    method,
    url: new URL(url),
    headers,
    ...(body === undefined ? {} : { body }),
    timeoutMs: connectorTimeoutMs,
    signal: AbortSignal.timeout(connectorTimeoutMs),
  });
  const { status } = answer;
  if (status === 429 || status === 503) throw refused(element, "retryable", `status ${status}`);
  if (status >= 500 || status === 409) throw refused(element, "unknown", `status ${status}`); // 409: the same call is under way
  if (status === 401 || status === 403) throw refused(element, "permanent", say("payment.keyRefused"));
  if (status < 200 || (status >= 300 && status < 400)) throw garbage(element, `status ${status}`);
  return answer;
}

/** @throws ConnectorFailure when it is not what the provider's API says */
export function parsed<T>(element: Element, schema: z.ZodType<T>, answer: HttpAnswer): T {
  const result = schema.safeParse(jsonOf(element, answer));
  if (result.success) return result.data;
  throw garbage(element, `JSON without ${result.error.issues[0]?.path.join(".") ?? "what it should have"}`);
}

/** What was refused and will be however often it is asked. */
export function refusedBy(element: Element, { status, text }: HttpAnswer): ConnectorFailure {
  const said = /"(?:message|description)"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  return refused(element, "permanent", said ?? `status ${status}`);
}

/** Where a provider's API is in the demo network. @throws ConnectorFailure where there is none */
export function labAddress(element: Element, name: "paypal" | "stripe"): string {
  const { lab } = installation();
  if (lab !== null) return `${lab.payments}/${name}`;
  throw new ConnectorFailure("permanent", element.unreachable, say("connector.labDown"));
}

export type Addresses = Readonly<Record<Exclude<GatewayMode, "LAB">, string>>;

/** Null for what is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
