import "reflect-metadata";
import { pino } from "pino";
import { openOrm } from "../db/orm.ts";
import { LocalChanges } from "../kernel/changes.ts";
import { systemClock } from "../kernel/clock.ts";
import { CounterEntity } from "../kernel/ground.entity.ts";
import { createVault } from "../kernel/vault.ts";
import { startEngine } from "../provisioning/engine.ts";
import { registerActions } from "../provisioning/parts.ts";
import { createRunFeed } from "../provisioning/run-feed.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";
import { RunEntity, RunSecretEntity, TaskEntity, TaskLogEntity, WorkerEntity } from "../provisioning/run.entity.ts";
import { chaosActions } from "./chaos-actions.ts";

/** One worker process of the chaos test: the product's engine with actions that can be counted. It lives to be killed. */
const [url = "", outsideUrl = "", concurrency = "20"] = process.argv.slice(2);
const entities = [
  PlaybookEntity,
  PlaybookVersionEntity,
  RunEntity,
  RunSecretEntity,
  TaskEntity,
  TaskLogEntity,
  WorkerEntity,
  CounterEntity,
];
const orm = await openOrm({ url, entities, poolSize: 10 });
await startEngine({
  actions: registerActions(chaosActions(outsideUrl)),
  hooks: [],
  settingsOf: async () => ({}),
  audit: async () => undefined,
  feed: createRunFeed(() => orm.em.fork()),
  em: orm.em,
  clock: systemClock,
  changes: new LocalChanges(),
  vault: createVault(Buffer.alloc(32, 7)),
  log: pino({ level: process.env["TIERLINE_LOG"] ?? "silent" }),
  url,
  directUrl: url,
  concurrency: Number(concurrency),
});
console.log("ready");
process.once("disconnect", () => process.exit(0)); // the test has gone
