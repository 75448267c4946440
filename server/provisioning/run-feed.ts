import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { isVisibleTo } from "../kernel/viewer.ts";
import { coalesced } from "./coalesce.ts";
import { runTopic, type RunView } from "./run-model.ts";
import { toRunView } from "./run-row.ts";

/**
 * Runs as they change, for any number of watchers: a changed run is read once per tick and process, whole, under the root tier;
 * each watcher is admitted by path and permission in memory, at every push. A slow one skips states, never the last.
 */
export interface RunFeed {
  watch(context: Context, id: string, signal: AbortSignal): AsyncGenerator<RunView>;
  readonly watcherCount: number;
}

/** How often watched runs are read at most. */
const tickMs = 20;
/** A notification may get lost: then the sequences tell. */
const healMs = 2_000;

/** A run that somebody watches. */
interface Subject {
  readonly id: string;
  readonly watchers: Set<Watcher>;
  readonly gone: AbortController;
  /** Of the state that was pushed last. */
  sequence: number;
}

interface Watcher {
  /** Pushed and not taken yet; null when there is no such run. */
  latest: RunView | null | undefined;
  wake: () => void;
}

interface Desk {
  readonly subjects: Map<string, Subject>;
  readonly system: () => EntityManager;
  readonly lookAt: (id: string) => void;
  healing: NodeJS.Timeout | null;
}

/** `system` sees the root tier. */
export function createRunFeed(system: () => EntityManager): RunFeed {
  const subjects = new Map<string, Subject>();
  const lookAt = coalesced(tickMs, async (ids) => {
    const watched = ids.filter((id) => subjects.has(id));
    const views = await readRuns(system(), watched);
    for (const id of watched) push(subjects.get(id), views.get(id) ?? null);
  });
  const desk: Desk = { subjects, system, lookAt, healing: null };
  return {
    get watcherCount() {
      return [...subjects.values()].reduce((count, { watchers }) => count + watchers.size, 0);
    },
    watch: (context, id, signal) => watch(desk, context, id, signal),
  };
}

async function* watch(desk: Desk, context: Context, id: string, signal: AbortSignal): AsyncGenerator<RunView> {
  const subject = desk.subjects.get(id) ?? open(desk, context, id); // before the first look, so that nothing falls between
  const watcher: Watcher = { latest: undefined, wake: () => undefined };
  const wakeAtEnd = (): void => watcher.wake();
  subject.watchers.add(watcher);
  signal.addEventListener("abort", wakeAtEnd, { once: true });
  desk.lookAt(id);
  try {
    for (let shown = 0; ;) {
      const view = await next(watcher, signal);
      if (view === undefined) return;
      require(context, "run.view");
      if (view === null || !isVisibleTo(context.viewer, view.path)) throw notFound();
      if (view.sequence <= shown) continue;
      shown = view.sequence;
      yield view;
    }
  } finally {
    signal.removeEventListener("abort", wakeAtEnd);
    close(desk, subject, watcher);
  }
}

function open(desk: Desk, { changes }: Context, id: string): Subject {
  const subject: Subject = { id, watchers: new Set(), gone: new AbortController(), sequence: 0 };
  desk.subjects.set(id, subject);
  void follow();
  desk.healing ??= setInterval(() => void heal(desk), healMs).unref();
  return subject;

  async function follow(): Promise<void> {
    for await (const _ of changes.subscribe(runTopic(id), subject.gone.signal)) desk.lookAt(id);
  }
}

function close(desk: Desk, subject: Subject, watcher: Watcher): void {
  subject.watchers.delete(watcher);
  if (subject.watchers.size > 0) return;
  desk.subjects.delete(subject.id);
  subject.gone.abort();
  if (desk.subjects.size > 0 || desk.healing === null) return;
  clearInterval(desk.healing);
  desk.healing = null;
}

async function heal({ subjects, system, lookAt }: Desk): Promise<void> {
  const sequences = await readSequences(system(), [...subjects.keys()]).catch(() => []);
  for (const { id, sequence } of sequences) if (subjects.get(id)?.sequence !== sequence) lookAt(id);
}

function push(subject: Subject | undefined, view: RunView | null): void {
  if (subject === undefined) return;
  subject.sequence = view?.sequence ?? 0;
  for (const watcher of subject.watchers) {
    watcher.latest = view;
    watcher.wake();
  }
}

/** The newest state that was not taken yet; undefined when the watcher has gone. */
async function next(watcher: Watcher, signal: AbortSignal): Promise<RunView | null | undefined> {
  while (watcher.latest === undefined && !signal.aborted) {
    await new Promise<void>((resolve) => (watcher.wake = resolve));
  }
  const { latest } = watcher;
  watcher.latest = undefined;
  return signal.aborted ? undefined : latest;
}

async function readRuns(em: EntityManager, ids: readonly string[]): Promise<Map<string, RunView>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ id: string; run: unknown }[]>(
    "select id, run_with_tasks(id) as run from provisioning_run where id in (?)",
    [ids],
  );
  return new Map(rows.map(({ id, run }) => [id, toRunView(run)]));
}

async function readSequences(em: EntityManager, ids: readonly string[]): Promise<{ id: string; sequence: number }[]> {
  return ids.length === 0 ? [] : em.execute("select id, sequence from provisioning_run where id in (?)", [ids]);
}
