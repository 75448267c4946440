import type { Transaction } from "../kernel/context.ts";
import { inBatches } from "../kernel/batch.ts";
import { apartFrom, type Apart } from "../kernel/tier-connection.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { RunAddress } from "./run-model.ts";

/**
 * Wakes the engine for a run that this transaction records, as soon as it has committed, and for all that wait for that in one
 * statement. Waking is a NOTIFY, and transactions with one in it commit one at a time, whatever they are about. Should it not come
 * to that, whoever watches over the runs finds this one within about a second.
 */
export function wakeAfterwards(tx: Transaction, address: RunAddress): void {
  if (tx.isTrial === true) return; // of what is taken back nothing is there to wake
  const apart = apartFrom(tx.em);
  const wake = wakers.get(apart) ?? inBatches({ lanes: 1, callsMax: runsMax, send: (runs) => wakeAll(apart, runs) });
  wakers.set(apart, wake);
  tx.afterwards(() => wake(address));
}

const runsMax = 100;
const wakers = new WeakMap<Apart, (address: RunAddress) => Promise<null>>();

async function wakeAll(apart: Apart, runs: readonly RunAddress[]): Promise<null[]> {
  await apart.ask(rootPath, "select wake_runs($1)", [JSON.stringify(runs)]);
  return runs.map(() => null);
}
