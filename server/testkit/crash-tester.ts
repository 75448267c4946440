import { newId } from "@tierline/shared/id.ts";
import { pino } from "pino";
import { afterAll } from "vitest";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import type { Action } from "../provisioning/action.ts";
import { startEngine, type Engine } from "../provisioning/engine.ts";
import {
  registerActions,
  withProvisioning,
  type ProvisioningParts,
  type RunHook,
  type SettingsOf,
} from "../provisioning/parts.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";
import { createRunFeed } from "../provisioning/run-feed.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { toRunModel } from "../provisioning/run-row.ts";
import { startRun, type StartedRun, type StartRunInput } from "../provisioning/start-run.ts";
import { manualEngine, type ManualEngine } from "./crash-tester-engine.ts";
import { makeOutside, testActions, type Outside } from "./crash-tester-outside.ts";
import { resellersOfTests } from "./tree.ts";
import { testWorld, type World } from "./world.ts";

export interface CrashWorld {
  readonly world: World;
  readonly outside: Outside;
  readonly parts: ProvisioningParts;
  as(email: string): Context;
  /** A playbook of Acme with these tasks, as YAML or as an object. */
  playbook(key: string, tasks: readonly Readonly<Record<string, unknown>>[]): Promise<string>;
  start(playbookKey: string, variables?: Record<string, unknown>, more?: Partial<StartRunInput>): Promise<StartedRun>;
  engine(): Promise<Engine>;
  /** An engine that only moves when it is told to. */
  manual(): Promise<ManualEngine>;
  run(id: string): Promise<RunModel>;
  /** How often the feed of watched runs has asked the database. */
  feedReads(): number;
  /** Reads the run again and again until it is as expected. Bounded, so that a run that never gets there fails the test. */
  until(id: string, isThere: (run: RunModel) => boolean): Promise<RunModel>;
  /** How often `test.count` happened. */
  counted(name: string): Promise<number>;
}

const patienceMs = 20_000;
const log = pino({ level: process.env["TIERLINE_LOG"] ?? "silent" });
export const customerPath = `${resellersOfTests.acme.path}c1.`;

/** A world with an engine, test actions and an outside that remembers. */
export async function crashWorld(
  extra: { actions?: readonly Action[]; hooks?: readonly RunHook[]; settingsOf?: SettingsOf } = {},
): Promise<CrashWorld> {
  const world = await testWorld();
  const outside = makeOutside();
  let feedReads = 0;
  const parts: ProvisioningParts = {
    actions: registerActions([...testActions(() => outside), ...(extra.actions ?? [])]),
    hooks: extra.hooks ?? [],
    settingsOf: extra.settingsOf ?? (async () => ({})),
    audit: recordAudit,
    feed: createRunFeed(() => {
      feedReads += 1;
      return world.system().em;
    }),
  };
  const { em } = world.system();
  const ground = {
    ...parts,
    em,
    clock: world.clock,
    changes: world.changes,
    vault: world.vault,
    log,
    url: world.database.url,
  };
  const atEnd: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(atEnd.map((stop) => stop())));
  const as = (email: string): Context => withProvisioning(world.as(email), parts);
  const run = async (id: string): Promise<RunModel> => {
    const [row] = await world.database.rows<{ answer: unknown }>("select run_with_tasks($1) as answer", [id]);
    return toRunModel(row!.answer);
  };
  return {
    world,
    outside,
    parts,
    as,
    run,
    feedReads: () => feedReads,
    playbook: (key, tasks) => savePlaybook(as("owner@acme.test"), key, tasks),
    start: (key, variables = {}, more = {}) =>
      transaction(as("agent@acme.test"), (tx) => startRun(tx, { ...runInput(key, variables), ...more })),
    async engine() {
      const engine = await startEngine({ ...ground, directUrl: ground.url, concurrency: 10 });
      atEnd.push(() => engine.stop());
      return engine;
    },
    async manual() {
      const engine = await manualEngine(ground);
      atEnd.push(() => engine.close());
      return engine;
    },
    async until(id, isThere) {
      const endMs = Date.now() + patienceMs;
      for (let last = await run(id); ; last = await run(id)) {
        if (isThere(last)) return last;
        if (Date.now() > endMs) throw new Error(`The run did not get there: ${JSON.stringify(last, null, 1)}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    async counted(name) {
      const rows = await world.database.rows<{ value: number }>("select value from counter where kind = $1", [
        `test:${name}`,
      ]);
      return rows[0]?.value ?? 0;
    },
  };
}

export function runInput(key: string, variables: Record<string, unknown>) {
  return {
    kind: "PROVISION" as const,
    playbook: { key },
    path: customerPath,
    resellerId: resellersOfTests.acme.id,
    customerId: null,
    serviceId: null,
    orderId: null,
    title: `Test of ${key}`,
    variables,
  };
}

export async function savePlaybook(
  { em, clock }: Context,
  key: string,
  tasks: readonly Readonly<Record<string, unknown>>[],
): Promise<string> {
  const [playbook, version] = [newId(), newId()];
  const { path } = resellersOfTests.acme;
  const document = JSON.stringify({ key, title: key, kind: "provision", tasks });
  const createdAt = clock.now();
  await em.insert(PlaybookEntity, {
    id: playbook,
    path,
    key,
    title: key,
    description: "",
    latestVersion: 1,
    createdAt,
    version: 1,
  });
  await em.insert(PlaybookVersionEntity, {
    id: version,
    path,
    playbook,
    number: 1,
    format: "JSON",
    document,
    createdAt,
    createdBy: "test",
  });
  return version;
}
