import { inject } from "vitest";
import { startLab, type Lab } from "../connectors/lab/start-lab.ts";
import { createDatabase, dropDatabase, ownerRole, urlFor } from "../db/roles.ts";
import type { ConnectorIo, OutsideCall } from "../kernel/connector.ts";
import { testPasswords } from "./cluster.ts";

export interface TestLab extends Lab {
  readonly databaseUrl: string;
  drop(): Promise<void>;
}

/** A demo network of the test's own, in this process, with a database of its own. */
export async function testLab(): Promise<TestLab> {
  const adminUrl = inject("adminUrl");
  const name = `lab_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await createDatabase(adminUrl, name);
  const databaseUrl = urlFor(adminUrl, ownerRole, testPasswords.owner, name);
  const lab = await startLab({ databaseUrl, portBase: 0 });
  return {
    ...lab,
    databaseUrl,
    async drop() {
      await lab.close();
      await dropDatabase(adminUrl, name);
    },
  };
}

export interface WatchedIo extends ConnectorIo {
  /** Every call in order, made or planned. */
  readonly calls: OutsideCall[];
}

/** Makes the calls, under the key of a run's task. */
export function doingIo(idempotencyKey: string, signal: AbortSignal = new AbortController().signal): WatchedIo {
  const calls: OutsideCall[] = [];
  return {
    idempotencyKey,
    signal,
    calls,
    call(call, perform) {
      calls.push(call);
      return perform(signal);
    },
  };
}

/** Makes none: what a plan is made with. */
export function planningIo(idempotencyKey: string): WatchedIo {
  const calls: OutsideCall[] = [];
  return {
    idempotencyKey,
    signal: new AbortController().signal,
    calls,
    call(call, _perform, planned) {
      calls.push(call);
      return Promise.resolve(planned);
    },
  };
}
