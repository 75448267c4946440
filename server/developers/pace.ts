import {
  costBucketPoints,
  costRefillPerSecond,
  requestsPerMinuteMax,
  resellerShares,
} from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Clock } from "../kernel/clock.ts";
import type { LeftOfPace, PacedProgram } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Program } from "../kernel/viewer.ts";

export interface Pace {
  /** Counts one request. @throws AccessError RATE_LIMITED with the seconds to wait */
  request(program: Program): void;
  /** Counts one of what may happen so often a minute under that name. @throws AccessError RATE_LIMITED with the seconds to wait */
  count(name: string, perMinute: number): void;
  /** Counts what an operation costs. @throws AccessError RATE_LIMITED with the seconds to wait */
  spend(program: Program, cost: number): void;
  left(program: PacedProgram): LeftOfPace;
  /** Forgets programs that have been idle long enough to have everything back. */
  sweep(): void;
}

interface Bucket {
  requests: number;
  points: number;
  at: number;
}

const minuteMs = 60_000;

interface Allowance {
  readonly requestsPerMinute: number;
  readonly points: number;
  readonly pointsPerSecond: number;
}

/**
 * Leaky buckets, one pair a program however many keys it has, and one for all of a reseller's programs together: they fill again
 * steadily, so that nobody waits for a full minute. Kept in the process that answers: with several, each has that much at each.
 */
export function createPace(clock: Clock): Pace {
  const buckets = new Map<string, Bucket>();
  const filled = (name: string, { requestsPerMinute, points, pointsPerSecond }: Allowance): Bucket => {
    const at = clock.now().getTime();
    const before = buckets.get(name) ?? { requests: requestsPerMinute, points, at };
    const passedMs = Math.max(0, at - before.at);
    const bucket = {
      requests: Math.min(requestsPerMinute, before.requests + (passedMs * requestsPerMinute) / minuteMs),
      points: Math.min(points, before.points + (passedMs * pointsPerSecond) / 1_000),
      at,
    };
    buckets.set(name, bucket);
    return bucket;
  };
  const pairOf = ({ clientId, resellerId, requestsPerMinute }: PacedProgram) =>
    [
      [filled(clientId, allowanceOf(requestsPerMinute, 1)), requestsPerMinute, 1],
      [filled(resellerId, allowanceOf(requestsPerMinuteMax, resellerShares)), requestsPerMinuteMax, resellerShares],
    ] as const;
  return {
    request(program) {
      const pair = pairOf(program);
      for (const [bucket, perMinute, shares] of pair)
        if (bucket.requests < 1) throw tooOften(((1 - bucket.requests) * 60) / (perMinute * shares));
      for (const [bucket] of pair) bucket.requests -= 1;
    },
    count(name, perMinute) {
      const bucket = filled(name, allowanceOf(perMinute, 1));
      if (bucket.requests < 1) throw tooOften(((1 - bucket.requests) * 60) / perMinute);
      bucket.requests -= 1;
    },
    spend(program, cost) {
      const pair = pairOf(program);
      for (const [bucket, , shares] of pair)
        if (bucket.points < cost) throw tooOften((cost - bucket.points) / (costRefillPerSecond * shares));
      for (const [bucket] of pair) bucket.points -= cost;
    },
    left(program) {
      const [[own], [shared]] = pairOf(program);
      return {
        requests: Math.floor(Math.min(own.requests, shared.requests)),
        points: Math.floor(Math.min(own.points, shared.points)),
      };
    },
    sweep() {
      const before = clock.now().getTime() - minuteMs;
      for (const [key, { at }] of buckets) if (at < before) buckets.delete(key);
    },
  };
}

function allowanceOf(requestsPerMinute: number, shares: number): Allowance {
  return {
    requestsPerMinute: requestsPerMinute * shares,
    points: costBucketPoints * shares,
    pointsPerSecond: costRefillPerSecond * shares,
  };
}

function tooOften(waitSeconds: number): AccessError {
  const seconds = Math.max(1, Math.ceil(waitSeconds));
  return new AccessError("RATE_LIMITED", say("access.tooOften", { seconds }), seconds);
}
