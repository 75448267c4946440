import { canRun } from "@tierline/shared/run-state.ts";
import { advanceRun } from "../provisioning/advance-run.ts";
import { createBreaker } from "../provisioning/breaker.ts";
import type { EngineParts, Hand } from "../provisioning/engine-parts.ts";
import { cancelled, manualTaskDone, retried, rollBackBegun } from "../provisioning/operate.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { circumstancesOf } from "../provisioning/write-transition.ts";
import { outsideOf, type OutsideRecord } from "./simulate-outside.ts";
import { randomRun, simulatedActions } from "./simulate-playbook.ts";
import { createScheduler, type Process, type Scheduler } from "./simulate-scheduler.ts";
import { MemoryRuns, type Link } from "./simulate-store.ts";

/**
 * A mistake planted on purpose, to see that the simulator finds it: nobody asks before repeating; a worker that was paused does
 * not look at its watch; besides, fences do not grow.
 */
export type PlantedFault = "NO_FENCE" | "NO_VERIFY" | "NO_TRUST";

export interface Simulation {
  readonly scheduler: Scheduler;
  readonly runs: MemoryRuns;
  readonly record: OutsideRecord;
  readonly trace: string[];
  /** Hooks that ran, by run: states in which it ended. */
  readonly told: Map<string, string[]>;
  /** Runs that nobody will do anything with any more. */
  readonly left: Set<string>;
  /** What went wrong on the way. */
  problem: string | null;
}

interface Worker extends Process {
  workerId: string;
  engine: EngineParts;
  isStopping: boolean;
  lastBeatMs: number;
  cutUntilMs: number;
}

const startMs = Date.UTC(2026, 10, 21, 12);
const chaosMs = 90_000;
const beatMs = 5_000;
const silenceMaxMs = 30_000;
const trustMs = 20_000;
const stepsMax = 60_000;
const retriesMax = 3;

/** Two or three workers, a few runs, people who press buttons, and ninety seconds in which everything may go wrong. */
export async function simulate(
  seed: number,
  planted: PlantedFault | null,
  problemOf: (simulation: Simulation) => string | null,
): Promise<Simulation> {
  const scheduler = createScheduler(seed, startMs);
  const { chance } = scheduler;
  const runs = new MemoryRuns(
    () => scheduler.nowMs,
    (id) => void deliverLater(world, id),
  );
  const record: OutsideRecord = { things: new Map(), keys: new Map(), sent: new Map() };
  const world: World = {
    scheduler,
    runs,
    record,
    trace: [],
    told: new Map(),
    left: new Set(),
    problem: null,
    planted,
    workers: [],
    names: 0,
    expected: 0,
  };
  runs.isFenced = planted !== "NO_FENCE";
  for (let count = chance.pick([1, 2, 2, 3]); count > 0; count -= 1) hire(world);
  for (let index = chance.pick([1, 2, 3, 4]); index > 0; index -= 1) void begin(world, index);
  void wreak(world);
  const isOver = await scheduler.run(() => {
    world.problem ??= runs.refused ?? problemOf(world);
    return world.problem !== null || world.left.size === world.expected;
  }, stepsMax);
  if (!isOver) world.problem ??= `nothing came of it after ${scheduler.steps} steps`;
  return world;
}

/** Runs begin at any moment of the bad time, so that most of it hits something. */
async function begin(world: World, index: number): Promise<void> {
  const { scheduler, runs } = world;
  const run = randomRun(scheduler.chance, index);
  world.expected += 1;
  await scheduler.after(scheduler.chance.between(0, chaosMs * 0.8), null);
  runs.add(run);
  void attend(world, run.id);
}

interface World extends Simulation {
  readonly planted: PlantedFault | null;
  readonly workers: Worker[];
  names: number;
  /** Runs that begin sooner or later. */
  expected: number;
}

function isCalm({ scheduler }: World): boolean {
  return scheduler.nowMs - startMs > chaosMs;
}

function say(world: World, text: string): void {
  world.trace.push(`${((world.scheduler.nowMs - startMs) / 1_000).toFixed(3).padStart(9)} s  ${text}`);
}

function hire(world: World): void {
  const { scheduler, runs, record } = world;
  const name = `worker ${(world.names += 1)}`;
  const worker: Worker = {
    name,
    workerId: name,
    isDead: false,
    isStopping: false,
    pausedUntilMs: 0,
    cutUntilMs: 0,
    lastBeatMs: scheduler.nowMs,
    engine: null as never, // made in the next statement, which needs the worker
  };
  const mischief = {
    calls: () => (isCalm(world) ? 0 : 0.12),
    strike: () => void (!isCalm(world) && scheduler.chance.is(0.02) && hurt(world, worker)),
  };
  const actions = simulatedActions(outsideOf(record, scheduler, worker, mischief));
  const inHand = new Map<string, Hand>();
  const isNaive = world.planted === "NO_TRUST" || world.planted === "NO_FENCE";
  const log = () => undefined;
  worker.engine = {
    actions: world.planted === "NO_VERIFY" ? withoutVerify(actions) : actions,
    hooks: [async (_tx, { run, to }) => tell(world, run, to)],
    settingsOf: async () => ({}),
    store: runs.through(linkOf(world, worker)),
    time: {
      now: () => new Date(scheduler.nowMs),
      until: (at, signal) => scheduler.after(Math.max(0, at.getTime() - scheduler.nowMs), worker, signal),
      random: () => scheduler.chance.next(),
    },
    log: { info: log, warn: log, error: log },
    breaker: createBreaker(() => scheduler.nowMs),
    workerId: () => worker.workerId,
    isAlive: (workerId) => isNaive || isTrusted(world, worker, workerId),
    get isStopping() {
      return worker.isStopping;
    },
    inHand,
    announce: (changes) => changes.forEach(({ topic, sequence }) => announce(world, topic.slice(4), sequence)),
  };
  world.workers.push(worker);
  say(world, `${name} starts`);
  void beat(world, worker);
  void watch(world, worker);
}

function isTrusted({ scheduler }: World, worker: Worker, workerId: string): boolean {
  return workerId === worker.workerId && scheduler.nowMs - worker.lastBeatMs < trustMs;
}

/** The network between a worker and the database. */
function linkOf(world: World, worker: Worker): Link {
  const { scheduler } = world;
  const { chance } = scheduler;
  return async (statement) => {
    await scheduler.after(chance.between(0.2, 3), worker);
    const isCut = worker.cutUntilMs > scheduler.nowMs;
    if (isCut || (!isCalm(world) && chance.is(0.015))) {
      await scheduler.after(chance.between(1, 500), worker);
      throw new Error("Connection terminated unexpectedly");
    }
    const answer = await statement();
    if (!isCalm(world) && chance.is(0.04)) hurt(world, worker); // the worst of moments: written, and not known to be
    await scheduler.after(chance.between(0.2, 3), worker);
    if (!isCalm(world) && chance.is(0.015)) throw new Error("Connection terminated unexpectedly, after the commit");
    return answer;
  };
}

function tell({ told }: World, { id }: RunModel, state: string): void {
  told.set(id, [...(told.get(id) ?? []), state]);
}

/** Notifications reach every living worker, or get lost. */
function announce(world: World, runId: string, sequence: number): void {
  const { workers, scheduler, runs } = world;
  const run = runs.runs.get(runId);
  if (run !== undefined)
    say(
      world,
      `${runId} #${run.sequence} ${run.state} ${run.tasks.map((task) => `${task.key}:${task.state}`).join(" ")}`,
    );
  for (const worker of workers) {
    if (scheduler.chance.is(0.1)) continue;
    void scheduler.after(scheduler.chance.between(1, 30), worker).then(() => {
      const hand = worker.engine.inHand.get(runId);
      if (hand?.run != null && sequence > hand.run.sequence) hand.poke();
    });
  }
}

async function deliverLater(world: World, runId: string): Promise<void> {
  const { scheduler, runs, workers } = world;
  const { chance } = scheduler;
  const dueMs = runs.jobs.get(runId) ?? 0;
  await scheduler.after(Math.max(0, dueMs - scheduler.nowMs) + chance.between(0.5, 20), null);
  const run = runs.runs.get(runId);
  const ready = workers.filter(
    (worker) => !worker.isDead && !worker.isStopping && worker.pausedUntilMs <= scheduler.nowMs,
  );
  if (run === undefined || runs.jobs.get(runId) !== dueMs) return; // set anew meanwhile
  if (ready.length === 0) return void scheduler.after(500, null).then(() => deliverLater(world, runId));
  runs.jobs.delete(runId);
  const worker = chance.pick(ready);
  void work(world, worker, run);
  if (chance.is(0.05)) void work(world, chance.pick(ready), run); // delivered twice
}

async function work(world: World, worker: Worker, { id, path }: RunModel): Promise<void> {
  try {
    await advanceRun(worker.engine, { id, path });
  } catch (error) {
    say(world, `${worker.name} could not take ${id}: ${(error as Error).message}`);
  }
}

async function beat(world: World, worker: Worker): Promise<void> {
  const { scheduler, runs } = world;
  for (;;) {
    await scheduler.after(beatMs, worker);
    const isCut = worker.cutUntilMs > scheduler.nowMs;
    if (!isCut && !runs.isDead(worker.workerId)) {
      worker.lastBeatMs = scheduler.nowMs;
      continue;
    }
    for (const { inFlight } of worker.engine.inHand.values()) for (const attempt of inFlight.values()) attempt.abort();
    if (isCut) continue;
    worker.workerId = `${worker.name} again at ${scheduler.nowMs}`;
    worker.lastBeatMs = scheduler.nowMs;
    say(world, `${worker.name} was taken for dead and comes back as ${worker.workerId}`);
  }
}

/** About once a second; less often once it is calm, when there is little to see. */
async function watch(world: World, worker: Worker): Promise<void> {
  const { scheduler, runs, workers } = world;
  for (;;) {
    await scheduler.after(scheduler.chance.between(900, 1_200) * (isCalm(world) ? 5 : 1), worker);
    if (worker.cutUntilMs > scheduler.nowMs) continue;
    for (const other of workers) {
      const isSilent = scheduler.nowMs - other.lastBeatMs > silenceMaxMs;
      if (other === worker || runs.isDead(other.workerId) || (!other.isDead && !isSilent)) continue;
      say(world, `${worker.name} takes over from ${other.workerId}`);
      runs.takeOver(other.workerId);
    }
    runs.letGoOfStrays(worker.workerId, worker.engine.inHand);
    runs.wakeForgotten();
  }
}

/** Now and then, whatever the workers are at. */
async function wreak(world: World): Promise<void> {
  const { scheduler, workers } = world;
  const { chance } = scheduler;
  while (!isCalm(world)) {
    await scheduler.after(chance.between(10, 12_000), null);
    if (workers.every((each) => each.isDead)) hire(world);
    hurt(world, chance.pick(workers.filter((each) => !each.isDead)));
  }
}

function hurt(world: World, worker: Worker): void {
  const { scheduler } = world;
  const { chance } = scheduler;
  const deed = chance.pick(["kill", "kill", "pause", "pause", "cut", "stop"] as const);
  say(world, `${worker.name}: ${deed}`);
  // Short, or so long that it is taken for dead.
  if (deed === "pause")
    worker.pausedUntilMs =
      scheduler.nowMs + (chance.is(0.5) ? chance.between(10, 5_000) : chance.between(31_000, 60_000));
  if (deed === "cut") worker.cutUntilMs = scheduler.nowMs + chance.between(100, 40_000);
  if (deed === "kill") worker.isDead = true;
  if (deed === "stop") stop(world, worker);
  if (deed === "kill" || deed === "stop")
    void scheduler.after(chance.between(200, 8_000), null).then(() => hire(world));
}

/** SIGTERM: nothing new is begun; after twenty seconds the process is gone. */
function stop({ scheduler }: World, worker: Worker): void {
  worker.isStopping = true;
  for (const hand of worker.engine.inHand.values()) hand.poke();
  void scheduler.after(20_000, null).then(() => (worker.isDead = true));
}

/** The people around one run: they approve, cancel, retry and roll back, and at last leave it alone. */
async function attend(world: World, runId: string): Promise<void> {
  const { scheduler, runs, left } = world;
  const { chance } = scheduler;
  const isImpatient = chance.is(0.15);
  const wantsUndone = chance.is(0.35);
  for (;;) {
    await scheduler.after(chance.between(500, isCalm(world) ? 60_000 : 15_000), null);
    const run = runs.runs.get(runId)!; // runs are never removed
    const now = new Date(scheduler.nowMs);
    if (run.finishedAt === null) {
      const manual = run.tasks.find((task) => task.state === "WAITING");
      if (isImpatient && chance.is(0.3) && canRun.cancel(run).isAllowed) {
        press(world, run, "cancels", cancelled(run, { ...circumstancesOf(someEngine(world), new Set()), now }));
      } else if (manual !== undefined && run.state !== "ROLLING_BACK" && chance.is(0.6)) {
        press(world, run, "approves", manualTaskDone(run, manual.key, now, null, "Somebody"));
      }
    } else if (run.state === "FAILED" && run.retriesUsed < retriesMax && chance.is(0.5)) {
      press(world, run, "retries", retried(run, false));
    } else if (run.state === "ROLL_BACK_FAILED" || (wantsUndone && run.state !== "ROLLED_BACK")) {
      press(world, run, "rolls back", rollBackBegun(run));
    } else if (isCalm(world) || chance.is(0.5)) {
      left.add(runId);
      return;
    }
  }
}

function someEngine({ workers }: World): EngineParts {
  return workers[0]!.engine; // at least one was hired
}

function press(world: World, run: RunModel, deed: string, transition: ReturnType<typeof retried>): void {
  say(world, `somebody ${deed} ${run.id}`);
  world.runs.record(run, transition);
  if (transition.run.finishedAt !== null) tell(world, run, transition.run.state);
  announce(world, run.id, transition.run.sequence);
}

function withoutVerify(actions: EngineParts["actions"]): EngineParts["actions"] {
  return new Map([...actions].map(([key, action]) => [key, { ...action, verify: undefined } as typeof action]));
}
