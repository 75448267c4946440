/** Seeded chance: mulberry32, so that a seed gives the same schedule on every machine. */
export interface Chance {
  /** 0 up to 1. */
  next(): number;
  between(low: number, high: number): number;
  is(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    is: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!, // never called with an empty list
  };
}

/** A process of the simulation: what waits in it stops for ever when it dies, and for a while when it is paused. */
export interface Process {
  readonly name: string;
  isDead: boolean;
  pausedUntilMs: number;
}

interface Waiting {
  atMs: number;
  readonly order: number;
  readonly process: Process | null;
  readonly resume: () => void;
  isOver: boolean;
}

/** Virtual time: nothing happens between two waits, and chance decides which of two at one time comes first. */
export interface Scheduler {
  readonly chance: Chance;
  readonly nowMs: number;
  readonly steps: number;
  /** Resolves after so long; never, if the process dies. Without a process it happens in any case, as a packet under way does. */
  after(ms: number, process: Process | null, signal?: AbortSignal): Promise<void>;
  /** Runs until `isOver` says so; false when nothing waits any more before that, or it takes too many steps. */
  run(isOver: () => boolean, stepsMax: number): Promise<boolean>;
}

export function createScheduler(seed: number, startMs: number): Scheduler {
  const chance = chanceOf(seed);
  const queue: Waiting[] = [];
  let nowMs = startMs;
  let steps = 0;
  const scheduler: Scheduler = {
    chance,
    get nowMs() {
      return nowMs;
    },
    get steps() {
      return steps;
    },
    after(ms, process, signal) {
      return new Promise((resolve) => {
        const waiting: Waiting = { atMs: nowMs + ms, order: chance.next(), process, resume: resolve, isOver: false };
        insert(queue, waiting);
        signal?.addEventListener("abort", () => wakeEarly(waiting), { once: true });
        if (signal?.aborted === true) wakeEarly(waiting);
      });
    },
    async run(isOver, stepsMax) {
      for (let next = queue.pop(); next !== undefined && steps < stepsMax; next = queue.pop()) {
        if (isOver()) return true;
        if (next.isOver || next.process?.isDead === true) continue;
        nowMs = Math.max(nowMs, next.atMs);
        const pausedUntilMs = next.process?.pausedUntilMs ?? 0;
        if (pausedUntilMs > nowMs) {
          next.atMs = pausedUntilMs;
          insert(queue, next);
          continue;
        }
        steps += 1;
        next.isOver = true;
        next.resume();
        await settled();
      }
      return isOver();
    },
  };
  return scheduler;
}

/** An abort is heard at once, but by a living process only. */
function wakeEarly(waiting: Waiting): void {
  if (waiting.isOver || waiting.process?.isDead === true) return;
  waiting.isOver = true;
  waiting.resume();
}

/** Latest first, so that the next one is popped. */
function insert(queue: Waiting[], waiting: Waiting): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLater(queue[middle]!, waiting)) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, waiting);
}

function isLater(a: Waiting, b: Waiting): boolean {
  return a.atMs > b.atMs || (a.atMs === b.atMs && a.order > b.order);
}

/** Until everything that follows from the last step has happened: promises only, no input or output. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
