import { newId } from "@tierline/shared/id.ts";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Clock } from "../kernel/clock.ts";
import type { Log } from "../kernel/log.ts";
import type { RefusedAttempt } from "../kernel/refused-attempt.ts";
import { tierVariables } from "../kernel/viewer.ts";
import { AuditEntity } from "./audit.entity.ts";

/** For so long equal attempts after the first are only counted, and told by one more entry. */
export const countedMs = 60_000;
/** Different ones that are counted at once; beyond that the oldest is told before its time. */
const countedMax = 10_000;
const lookEveryMs = 5_000;

export interface RefusedAttempts {
  /** The first of its kind is written at once, in a transaction of its own, however the verb's transaction ended. */
  note(attempt: RefusedAttempt): Promise<void>;
  /** As `note`, for what has to be found first: the answer does not wait, so its time tells nothing about what was found. */
  noteLater(attempts: Promise<readonly RefusedAttempt[]>): void;
  /** Writes what was only counted so far and is due; all of it when the process ends. */
  tell(all?: boolean): Promise<void>;
  close(): Promise<void>;
}

interface Counted {
  readonly since: number;
  latest: RefusedAttempt;
  more: number;
}

/**
 * Refused attempts as entries of the audit trail. Whoever tries the same again and again adds two rows a minute to it and no more:
 * the first, and one with the count of those that followed. A process that dies takes the count of its last minute with it.
 */
export function createRefusedAttempts({ orm, clock, log }: Parts): RefusedAttempts {
  const counting = new Map<string, Counted>();
  const underWay = new Set<Promise<void>>();

  async function write(attempt: RefusedAttempt, attempts: number): Promise<void> {
    const { path, ...told } = attempt;
    const em = orm.em.fork({ session: { variables: tierVariables(path) } });
    const at = clock.now();
    const row = { ...told, path, at, id: newId(at.getTime()), outcome: "REFUSED" as const, attempts };
    // That it was refused is answered in any case; that it could not be told is for the log.
    await em
      .insert(AuditEntity, { ...row, changes: [], note: null })
      .catch((error: unknown) => log.error({ err: error }, "a refused attempt was not written down"));
  }

  async function end(key: string): Promise<void> {
    const counted = counting.get(key);
    counting.delete(key);
    if (counted !== undefined && counted.more > 0) await write(counted.latest, counted.more);
  }

  async function tell(all = false): Promise<void> {
    const due = clock.now().getTime() - countedMs;
    const keys = [...counting].filter(([, { since }]) => all || since <= due).map(([key]) => key);
    for (const key of keys) await end(key);
  }

  async function note(attempt: RefusedAttempt): Promise<void> {
    const key = keyOf(attempt);
    const now = clock.now().getTime();
    const counted = counting.get(key);
    if (counted !== undefined && now - counted.since < countedMs) {
      counted.more += 1;
      counted.latest = attempt;
      return;
    }
    const ending = end(key);
    counting.set(key, { since: now, latest: attempt, more: 0 });
    const [oldest] = counting.keys();
    await Promise.all([
      ending,
      write(attempt, 1),
      counting.size > countedMax && oldest !== undefined ? end(oldest) : null,
    ]);
  }

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  const timer = setInterval(() => track(tell()), lookEveryMs);
  timer.unref();
  return {
    note,
    tell,
    noteLater(attempts) {
      const noted = async (): Promise<void> => {
        for (const attempt of await attempts) await note(attempt);
      };
      track(noted().catch((error: unknown) => log.error({ err: error }, "a refused attempt was not found out")));
    },
    async close() {
      clearInterval(timer);
      await Promise.all(underWay);
      await tell(true);
    },
  };
}

interface Parts {
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly log: Log;
}

/** Which thing it was about makes no difference, or whoever tries one id after the other fills the table. */
function keyOf({ actorId, path, operation, code }: RefusedAttempt): string {
  return [actorId, path, operation, code].join(" ");
}
