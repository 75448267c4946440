import { say, type Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure, type ConnectorIo, type OutsideCall } from "../kernel/connector.ts";
import { masked, type Part } from "../kernel/secret.ts";
import { FenceLost, type LogLine } from "./run-model.ts";

const textMax = 4_000;
const linesMax = 200;

export interface JournalOptions {
  readonly runId: string;
  readonly taskKey: string;
  readonly attempt: number;
  readonly isUndo: boolean;
  now(): Date;
}

/** What an attempt says of itself while it runs: for the log, and for deciding what may have happened. */
export interface Journal {
  readonly options: JournalOptions;
  readonly lines: LogLine[];
  detail: Words | null;
  /** Calls that were begun. */
  calls: number;
  /** A call came through, or it is not known whether it did. */
  isTouched: boolean;
  /** Not doing it yet, but asking whether an earlier attempt did. */
  isAsking: boolean;
  /** The connectors that were called, and whether each call was answered. */
  readonly reached: { readonly connector: string; readonly isFailure: boolean }[];
  note(level: LogLine["level"], message: string, request?: string | null, response?: string | null): void;
}

export function openJournal(options: JournalOptions): Journal {
  const { taskKey, attempt, isUndo, now } = options;
  const lines: LogLine[] = [];
  return {
    options,
    lines,
    detail: null,
    calls: 0,
    isTouched: false,
    isAsking: false,
    reached: [],
    note(level, text, request = null, response = null) {
      const message = isUndo ? `Undo: ${text}` : text;
      if (lines.length < linesMax) lines.push({ taskKey, attempt, at: now(), level, message, request, response });
    },
  };
}

/** Every call through it leaves a line; secrets are masked before anything is written. */
export function recordingIo(journal: Journal, signal: AbortSignal, isInCharge: () => boolean): ConnectorIo {
  const { runId, taskKey } = journal.options;
  return {
    idempotencyKey: idempotencyKeyOf(runId, taskKey),
    signal,
    async call(call, perform, _planned, describe) {
      if (signal.aborted) throw new ConnectorFailure("retryable", "TASK_TIMEOUT", say("task.timeOver"));
      if (!isInCharge()) throw new FenceLost(runId);
      const request = limited(masked(call.body));
      journal.calls += 1;
      try {
        const answer = await perform(signal);
        journal.isTouched = true;
        journal.reached.push({ connector: call.connector, isFailure: false });
        journal.note(
          "INFO",
          titleOf(call),
          request,
          limited(describe === undefined ? masked(answer as Part) : describe(answer)),
        );
        return answer;
      } catch (error) {
        const isKnown = error instanceof ConnectorFailure;
        journal.isTouched ||= !(isKnown && error.outcome === "retryable");
        journal.reached.push({ connector: call.connector, isFailure: isKnown && error.outcome !== "permanent" });
        journal.note("WARNING", titleOf(call), request, isKnown ? `${error.outcome}: ${error.message}` : "failed");
        throw error;
      }
    },
  };
}

export function idempotencyKeyOf(runId: string, taskKey: string): string {
  return `${runId}:${taskKey}`;
}

export function titleOf({ connector, method, target }: OutsideCall): string {
  return `${connector} ${method} ${target}`;
}

function limited(text: string | undefined): string | null {
  if (text === undefined) return null; // JSON of an answer that is nothing
  return text.length > textMax ? `${text.slice(0, textMax)}… (${text.length} characters)` : text;
}
