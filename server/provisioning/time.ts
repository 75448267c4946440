import type { Clock } from "../kernel/clock.ts";

/** Time and chance as the engine knows them: of the business clock in the product, virtual in the simulator. */
export interface Time {
  now(): Date;
  /** Resolves at that time by this clock, or as soon as the signal aborts. */
  until(at: Date, signal?: AbortSignal): Promise<void>;
  /** 0 up to 1. */
  random(): number;
}

/** A clock may be moved by hand, or jump after the machine slept: no wait goes longer than this without looking at it. */
const sliceMs = 1_000;

export function timeOf(clock: Clock): Time {
  return {
    now: () => clock.now(),
    random: () => Math.random(),
    async until(at, signal) {
      while (signal?.aborted !== true) {
        const leftMs = at.getTime() - clock.now().getTime();
        if (leftMs <= 0) return;
        await slice(Math.min(leftMs, sliceMs), signal);
      }
    },
  };
}

function slice(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
  });
}
