import { newId } from "@tierline/shared/id.ts";
import { transaction, type Context } from "../../server/kernel/context.ts";
import { createRunFeed } from "../../server/provisioning/run-feed.ts";
import { startRun } from "../../server/provisioning/start-run.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround } from "./ground.ts";
import { betweenFloors, quantile, us } from "./measure.ts";
import { engineOf } from "./p1-runs.ts";
import { throughHttp } from "./p2-through-http.ts";
import { input, prepareOurs } from "./six-tasks.ts";

const { acme } = resellersOfTests;
const heldRuns = 100;
const confirmations = 40;

/** P2: from confirming to the first task at the watcher, while many other panels are open: within one process, and as it is used. */
export async function bench({ size, rounds }: BenchOptions): Promise<void> {
  const panels = size ?? 1_000;
  console.log(`P2 progress: ${confirmations} runs a round with ${panels} open panels (target: p99 100 ms)`);
  const ground = await openGround();
  const { actions, context } = await prepareOurs(ground);
  const feed = createRunFeed(() => ground.at("r1.").em);
  const held = Array.from({ length: heldRuns }, () => newId());
  await transaction(context, async (tx) => {
    for (const id of held) await startRun(tx, { ...input, id });
  });
  await ground.rows("update provisioning_run set state = 'WAITING', waiting_for = 'PERSON'"); // for ever, and watched
  const gone = new AbortController();
  const watchers = Array.from({ length: panels }, (_, at) => drain(held[at % heldRuns]!));
  const engine = await engineOf(ground, actions);
  await betweenFloors(ground, async () => {
    const times: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      for (let count = 0; count < confirmations; count += 1) {
        const ms = await firstTask({ ...context, em: ground.at(acme.path).em });
        if (round >= 0) times.push(ms * 1_000);
      }
    }
    const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${us(quantile(times, share))}`).join(", ");
    console.log(
      `  within one process: start → first task ${shown} (${times.length} runs; ${feed.watcherCount} panels still open)`,
    );
    gone.abort();
    await Promise.all(watchers);
    await engine.stop();
    await throughHttp(ground, held, panels, confirmations * rounds);
  });
  await ground.close();

  async function drain(id: string): Promise<void> {
    for await (const _ of feed.watch(context, id, gone.signal)) if (gone.signal.aborted) return;
  }

  /** Answers milliseconds. Waits for the run's end before the next one, so that runs do not queue behind each other. */
  async function firstTask(confirming: Context): Promise<number> {
    const startMs = performance.now();
    const { id } = await transaction(confirming, (tx) => startRun(tx, input));
    let firstMs = 0;
    for await (const { tasks, finishedAt } of feed.watch(context, id, gone.signal)) {
      if (firstMs === 0 && tasks?.some(({ state }) => state !== "PENDING")) firstMs = performance.now() - startMs;
      if (finishedAt !== null) return firstMs;
    }
    throw new Error("The panel was closed before the run ended.");
  }
}
