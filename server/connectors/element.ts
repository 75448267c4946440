import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure, type Health, type Outcome } from "../kernel/connector.ts";

/** What stands on the other side of a connector: how failures name it, in codes and to people. */
export interface Element {
  /** As in `Cannot connect to …`. */
  readonly name: Sentence;
  readonly unreachable: string;
  readonly timeout: string;
  readonly refused: string;
  readonly garbage: string;
}

/** Codes `<PREFIX>_UNREACHABLE`, `_TIMEOUT`, `_REFUSED`, `_GARBAGE`, as shared/failure-code.ts explains them. */
export function outsideElement(
  prefix: "OCS" | "REGISTER" | "HTTP" | "WEBEX" | "MAIL" | "SIP_DATABASE" | "RADIUS_DATABASE",
  name: Sentence,
): Element {
  return {
    name,
    unreachable: `${prefix}_UNREACHABLE`,
    timeout: `${prefix}_TIMEOUT`,
    refused: `${prefix}_REFUSED`,
    garbage: `${prefix}_GARBAGE`,
  };
}

export function unreachable(element: Element, cause: unknown): ConnectorFailure {
  return new ConnectorFailure("retryable", element.unreachable, say("outside.unreachable", { element: element.name }), {
    cause,
  });
}

/** Time ran out or the connection broke. Once something was sent, nobody here knows whether it was done. */
export function unanswered(element: Element, isSent: boolean, what: Sentence, cause: unknown): ConnectorFailure {
  if (!isSent) return unreachable(element, cause);
  return new ConnectorFailure("unknown", element.timeout, say("outside.unanswered", { element: element.name, what }), {
    cause,
  });
}

export function refused(element: Element, outcome: Outcome, why: Words): ConnectorFailure {
  return new ConnectorFailure(outcome, element.refused, say("outside.refused", { element: element.name, why }));
}

/** What came back is not what the protocol says. The answer itself is not repeated: it could carry anything, secrets included. */
export function garbage(element: Element, what: Words): ConnectorFailure {
  return new ConnectorFailure("permanent", element.garbage, say("outside.garbage", { element: element.name, what }));
}

export function tooLarge(element: Element, bytesMax: number): ConnectorFailure {
  return new ConnectorFailure(
    "permanent",
    "ANSWER_TOO_LARGE",
    say("outside.tooLarge", { element: element.name, max: bytesMax }),
  );
}

/** Runs a harmless question and turns the result into one line of health. */
export async function healthOf(ask: () => Promise<Sentence>): Promise<Health> {
  const startedAt = performance.now();
  try {
    const message = await ask();
    const latencyMs = Math.round(performance.now() - startedAt);
    return latencyMs > slowMs
      ? { state: "DEGRADED", message: say("connector.slowly", { answer: message }), latencyMs }
      : { state: "OK", message, latencyMs };
  } catch (error) {
    return { state: "FAILED", message: wordsOf(error), latencyMs: null };
  }
}

function wordsOf(error: unknown): Words {
  if (error instanceof ConnectorFailure) return error.words;
  return error instanceof Error ? error.message : String(error);
}

const slowMs = 2_000;
