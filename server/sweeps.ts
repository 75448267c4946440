import { systemContext } from "./api/request-context.ts";
import type { Services } from "./api/services.ts";
import { modules } from "./app.ts";
import type { Sweep } from "./kernel/module-shape.ts";

export interface Sweeping {
  stop(): Promise<void>;
}

/**
 * Timed work is rows with a due date. Every worker sweeps; each sweep takes the rows it works on by locks of its own statement,
 * so that two at once do the work once and none has to be alive.
 */
export function startSweeps(services: Services): Sweeping {
  const running = new Set<Promise<void>>();
  const timers = modules
    .flatMap((module) => module.sweeps ?? [])
    .map((sweep) => {
      // Spread over the interval, so that several workers do not ask in the same instant.
      const everyMs = sweep.everySeconds * 1_000 * (0.9 + Math.random() / 5);
      return setInterval(() => {
        const work = sweepOnce(services, sweep).finally(() => running.delete(work));
        running.add(work);
      }, everyMs);
    });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

async function sweepOnce(services: Services, sweep: Sweep): Promise<void> {
  const context = systemContext(services);
  try {
    await sweep.run(context);
  } catch (error) {
    services.log.error({ err: error, sweep: sweep.key }, "a sweep failed and comes again");
  }
}
