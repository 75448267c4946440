import "reflect-metadata";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { closeGrounds } from "./ground.ts";

/** What every topic is told. Small by default, so that all of them take minutes; `--size` and `--rounds` make it large. */
export interface BenchOptions {
  readonly seed: number;
  /** Rows, runs or sockets, as the topic says; null: its own small number. */
  readonly size: number | null;
  readonly rounds: number;
  /** P1: so many finished runs lie in the tables already. */
  readonly finished: number;
}

const topics: Readonly<Record<string, () => Promise<{ bench(options: BenchOptions): Promise<void> }>>> = {
  p1: () => import("./p1-runs.ts"),
  p2: () => import("./p2-progress.ts"),
  p3: () => import("./p3-bulk.ts"),
  p4: () => import("./p4-picker.ts"),
  p5: () => import("./p5-search.ts"),
  p6: () => import("./p6-page.ts"),
  p7: () => import("./p7-fan-out.ts"),
  p8: () => import("./p8-rating.ts"),
  "p8-settled": () => import("./p8-settled.ts"),
  p9: () => import("./p9-reports.ts"),
  p10: () => import("./p10-renewals.ts"),
  p11: () => import("./p11-ledger.ts"),
  p12: () => import("./p12-weights.ts"),
  p13: () => import("./p13-growth.ts"),
  screening: () => import("./screening.ts"),
  walls: () => import("./walls.ts"),
};

/** PostgreSQL would outlive us. */
async function fail(error: unknown): Promise<never> {
  console.error(error);
  process.removeAllListeners("uncaughtException").on("uncaughtException", () => undefined); // connections that are cut off
  await closeGrounds();
  process.exit(1);
}
process.on("uncaughtException", (error: Error & { code?: string }) => {
  if (error.code === "57P01") return; // a pool that was just closed, told that our PostgreSQL is stopping
  void fail(error);
});
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void closeGrounds().finally(() => process.exit(130)));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "20261122" },
    size: { type: "string" },
    rounds: { type: "string", default: "5" },
    finished: { type: "string", default: "0" },
  },
});
const options: BenchOptions = {
  seed: Number(values.seed),
  size: values.size === undefined ? null : Number(values.size),
  rounds: Number(values.rounds),
  finished: Number(values.finished),
};
const unknown = positionals.filter((name) => !(name in topics));
if (unknown.length > 0) {
  console.error(`No such topic: ${unknown.join(", ")}. There are ${Object.keys(topics).join(", ")}.`);
  process.exit(2);
}
const memoryGiB = (totalmem() / 2 ** 30).toFixed(0);
console.log(
  `Node ${process.version}, ${cpus().length} cores, ${memoryGiB} GiB, seed ${options.seed}, ${options.rounds} rounds`,
);
for (const [name, load] of Object.entries(topics)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    await (await load()).bench(options);
  } catch (error) {
    await fail(error);
  }
}
process.exit(0); // peers leave timers behind
