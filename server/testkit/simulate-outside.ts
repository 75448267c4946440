import { ConnectorFailure } from "../kernel/connector.ts";
import type { SimulatedOutside } from "./simulate-playbook.ts";
import type { Process, Scheduler } from "./simulate-scheduler.ts";

/**
 * The outside's own record. It knows no idempotency keys on purpose: a request that arrives twice counts twice, so only asking
 * before repeating keeps an effect single.
 */
export interface OutsideRecord {
  /** Target → how often it was put there and not taken away. */
  readonly things: Map<string, number>;
  readonly keys: Map<string, string>;
  /** Target → how often something arrived that cannot be taken back. */
  readonly sent: Map<string, number>;
}

export interface Mischief {
  /** Probability that a call suffers something; 0 once it is calm. */
  calls(): number;
  /** May hurt the worker while its request is on its way. */
  strike(): void;
}

const answerTimeoutMs = 5_000;
/** A request arrives before anybody can have taken over and asks; that is what "asked for" rests on. */
const latencyMaxMs = 40;
const slowAnswerMaxMs = 4_500;

/** The outside as one worker reaches it. */
export function outsideOf(
  record: OutsideRecord,
  scheduler: Scheduler,
  worker: Process,
  mischief: Mischief,
): SimulatedOutside {
  const { chance } = scheduler;
  const latency = (): number => chance.between(1, latencyMaxMs);
  return {
    async request(kind, target, key, signal) {
      const suffers = chance.is(mischief.calls());
      const fault = suffers
        ? chance.pick(["REFUSED", "LOST_BEFORE", "LOST_AFTER", "LOST_AFTER", "HANGS", "BUG"] as const)
        : null;
      if (fault === "REFUSED") {
        await scheduler.after(latency(), worker, signal);
        throw new ConnectorFailure("retryable", "OUTSIDE_UNREACHABLE", "Cannot connect to the outside");
      }
      const isDone =
        fault === null || fault === "LOST_AFTER" || fault === "BUG" || (fault === "HANGS" && chance.is(0.5));
      const arrival = scheduler.after(latency(), null).then(() => (isDone ? apply(record, kind, target, key) : null));
      mischief.strike();
      if (fault === null || fault === "BUG") {
        const answer = await arrival;
        await scheduler.after(chance.is(0.4) ? chance.between(100, slowAnswerMaxMs) : latency(), worker, signal);
        if (fault === "BUG") throw new TypeError("cannot read properties of undefined");
        return answer;
      }
      await scheduler.after(fault === "HANGS" ? 10 * 60_000 : answerTimeoutMs, worker, signal);
      throw new ConnectorFailure(
        "unknown",
        "OUTSIDE_TIMEOUT",
        "The outside did not answer: not known whether it was done",
      );
    },
  };
}

function apply(record: OutsideRecord, kind: string, target: string, key: string): string | null {
  const { things, keys, sent } = record;
  if (kind === "PUT") {
    things.set(target, (things.get(target) ?? 0) + 1);
    keys.set(target, key);
  }
  if (kind === "SEND") sent.set(target, (sent.get(target) ?? 0) + 1);
  if (kind === "DELETE") {
    things.delete(target);
    keys.delete(target);
  }
  return keys.get(target) ?? null;
}
