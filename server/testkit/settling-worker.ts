import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { systemContext } from "../api/request-context.ts";
import { transaction } from "../kernel/context.ts";
import { readConfig } from "../kernel/config.ts";
import { openServices } from "../open-services.ts";
import type { EndedCall } from "../rating/ended-call.ts";
import { settleCalls } from "../rating/settle-calls.ts";
import { settleLiveCalls } from "../rating/settle-live-calls.ts";

/** A process that is told of calls and settles them and those that were live, over and over. It lives to be killed. */
const [url = ""] = process.argv.slice(2);
const services = await openServices(
  readConfig({ PORT: "0", DATABASE_URL: url, TIERLINE_LOG: "silent" }),
  randomBytes(32),
  "worker",
);
const callsAtOnce = 15;

process.once("disconnect", () => process.exit(0)); // the test has gone
process.once("message", ({ calls, now }: { calls: readonly Told[]; now: string }) => void work(calls, new Date(now)));
process.send?.("ready");

/** As it came over from the test. */
interface Told extends Omit<EndedCall, "startedAt" | "answeredAt" | "endedAt"> {
  readonly startedAt: string;
  readonly answeredAt: string;
  readonly endedAt: string;
}

async function work(told: readonly Told[], now: Date): Promise<void> {
  const context = { ...systemContext(services), clock: { now: () => now } };
  const calls = told.map((call): EndedCall => {
    const { startedAt, answeredAt, endedAt } = call;
    return { ...call, startedAt: new Date(startedAt), answeredAt: new Date(answeredAt), endedAt: new Date(endedAt) };
  });
  for (;;) {
    // Each in an order of its own, so that several meet at different calls.
    const shuffled = calls.toSorted(() => Math.random() - 0.5);
    for (let from = 0; from < shuffled.length; from += callsAtOnce) {
      const part = shuffled.slice(from, from + callsAtOnce);
      await transaction(context, (tx) => settleCalls(tx, part));
      await settleLiveCalls(context);
      process.send?.("settled");
    }
    process.send?.("all");
  }
}
