import { costBucketPoints, costRefillPerSecond } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Clock } from "../kernel/clock.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Program } from "../kernel/viewer.ts";

/** What is left of a program's two allowances. */
export interface Left {
  readonly requests: number;
  readonly points: number;
}

export interface Pace {
  /** Counts one request. @throws AccessError RATE_LIMITED with the seconds to wait */
  request(program: Program): void;
  /** Counts what an operation costs. @throws AccessError RATE_LIMITED with the seconds to wait */
  spend(program: Program, cost: number): void;
  left(program: Program): Left;
  /** Forgets programs that have been idle long enough to have everything back. */
  sweep(): void;
}

interface Bucket {
  requests: number;
  points: number;
  at: number;
}

const minuteMs = 60_000;

/**
 * Leaky buckets, one pair a program however many keys it has: they fill again steadily, so that nobody waits for a full minute.
 * Kept in the process that answers: with several, a program has that much at each.
 */
export function createPace(clock: Clock): Pace {
  const buckets = new Map<string, Bucket>();
  const filled = ({ clientId, requestsPerMinute }: Program): Bucket => {
    const at = clock.now().getTime();
    const before = buckets.get(clientId) ?? { requests: requestsPerMinute, points: costBucketPoints, at };
    const passedMs = Math.max(0, at - before.at);
    const bucket = {
      requests: Math.min(requestsPerMinute, before.requests + (passedMs * requestsPerMinute) / minuteMs),
      points: Math.min(costBucketPoints, before.points + (passedMs * costRefillPerSecond) / 1_000),
      at,
    };
    buckets.set(clientId, bucket);
    return bucket;
  };
  return {
    request(program) {
      const bucket = filled(program);
      if (bucket.requests < 1) throw tooOften(((1 - bucket.requests) * 60) / program.requestsPerMinute);
      bucket.requests -= 1;
    },
    spend(program, cost) {
      const bucket = filled(program);
      if (bucket.points < cost) throw tooOften((cost - bucket.points) / costRefillPerSecond);
      bucket.points -= cost;
    },
    left(program) {
      const { requests, points } = filled(program);
      return { requests: Math.floor(requests), points: Math.floor(points) };
    },
    sweep() {
      const before = clock.now().getTime() - minuteMs;
      for (const [key, { at }] of buckets) if (at < before) buckets.delete(key);
    },
  };
}

function tooOften(waitSeconds: number): AccessError {
  const seconds = Math.max(1, Math.ceil(waitSeconds));
  return new AccessError("RATE_LIMITED", say("access.tooOften", { seconds }), seconds);
}
