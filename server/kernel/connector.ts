import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { Part } from "./secret.ts";

/** One exchange with an outside system, the same in a plan, in a log and on the wire. */
export interface OutsideCall {
  /** Key of the connector: `ocs`, `sip`, `radius`, `register`, `mail`, `http`, `webex`, `ansible`. */
  readonly connector: string;
  /** HTTP method, JSON-RPC method, `SQL`, `SMTP`, `RUN`. */
  readonly method: string;
  /** URL path, table, recipient: what is addressed, without credentials. */
  readonly target: string;
  readonly body: Part;
}

export type Outcome = "retryable" | "permanent" | "unknown";

/**
 * An outside system refused, failed or fell silent. `retryable`: surely nothing happened, try again. `permanent`: trying again
 * cannot help. `unknown`: it may have happened; ask (`verify`) before trying again.
 */
export class ConnectorFailure extends Error {
  override readonly name = "ConnectorFailure";
  readonly outcome: Outcome;
  /** Upper-case and stable, e.g. `OCS_UNREACHABLE`; shared/failure-code.ts says what to check. */
  readonly code: string;
  readonly words: Words;
  constructor(outcome: Outcome, code: string, words: Words, options?: ErrorOptions) {
    super(rendered(words, "en"), options);
    this.outcome = outcome;
    this.code = code;
    this.words = words;
  }
}

/** Through which every outside call goes: it is written down first, then made. */
export interface ConnectorIo {
  /** `<run>:<task>`: sent along wherever the target understands such a key. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** In a plan nothing is performed and `planned` is the answer. Answers are logged through `describe` (default JSON, cut at 4 kB). */
  call<T>(
    call: OutsideCall,
    perform: (signal: AbortSignal) => Promise<T>,
    planned: T,
    describe?: (answer: T) => string,
  ): Promise<T>;
}

export type HealthState = "OK" | "DEGRADED" | "FAILED" | "NOT_APPLICABLE";
export interface Health {
  readonly state: HealthState;
  /** One line for people: what answered, or why not. */
  readonly message: Words;
  readonly latencyMs: number | null;
}

/** A setting as the console shows and edits it. Secrets are stored encrypted and never read back. */
export interface SettingDefinition {
  readonly key: string;
  readonly label: Words;
  readonly isSecret: boolean;
}

/** Limits every connector keeps: a call that takes longer is `unknown`, an answer that is larger is `permanent` garbage. */
export const connectorTimeoutMs = 5_000;
export const connectorAnswerBytesMax = 1_000_000;
