import { ConnectorFailure, type Health, type Outcome } from "../kernel/connector.ts";

/** What stands on the other side of a connector: how failures name it, in codes and to people. */
export interface Element {
  /** As in `Cannot connect to …`. */
  readonly name: string;
  readonly unreachable: string;
  readonly timeout: string;
  readonly refused: string;
  readonly garbage: string;
}

/** Codes `<PREFIX>_UNREACHABLE`, `_TIMEOUT`, `_REFUSED`, `_GARBAGE`, as shared/failure-code.ts explains them. */
export function outsideElement(
  prefix: "OCS" | "REGISTER" | "HTTP" | "MAIL" | "SIP_DATABASE" | "RADIUS_DATABASE",
  name: string,
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
  return new ConnectorFailure("retryable", element.unreachable, `Cannot connect to ${element.name}`, { cause });
}

/** Time ran out or the connection broke. Once something was sent, nobody here knows whether it was done. */
export function unanswered(element: Element, isSent: boolean, what: string, cause: unknown): ConnectorFailure {
  if (!isSent) return unreachable(element, cause);
  return new ConnectorFailure("unknown", element.timeout, `${element.name} ${what}: not known whether it was done`, {
    cause,
  });
}

export function refused(element: Element, outcome: Outcome, why: string): ConnectorFailure {
  return new ConnectorFailure(outcome, element.refused, `${element.name} refused: ${why}`);
}

/** What came back is not what the protocol says. The answer itself is not repeated: it could carry anything, secrets included. */
export function garbage(element: Element, what: string): ConnectorFailure {
  return new ConnectorFailure("permanent", element.garbage, `${element.name} answered with garbage: ${what}`);
}

export function tooLarge(element: Element, bytesMax: number): ConnectorFailure {
  return new ConnectorFailure(
    "permanent",
    "ANSWER_TOO_LARGE",
    `${element.name} sent more than ${bytesMax} bytes: the answer was cut off`,
  );
}

/** Runs a harmless question and turns the result into one line of health. */
export async function healthOf(ask: () => Promise<string>): Promise<Health> {
  const startedAt = performance.now();
  try {
    const message = await ask();
    const latencyMs = Math.round(performance.now() - startedAt);
    return latencyMs > slowMs
      ? { state: "DEGRADED", message: `${message}, slowly`, latencyMs }
      : { state: "OK", message, latencyMs };
  } catch (error) {
    return { state: "FAILED", message: error instanceof Error ? error.message : String(error), latencyMs: null };
  }
}

const slowMs = 2_000;
