import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { setDisabled } from "../connectors/ocs/account.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";

const input = z.object({ account: knownLater, iccid: knownLater.optional() });
type Input = z.output<typeof input>;

/** Nothing is used of a disabled account, and what is left on it stays. Said again it changes nothing. */
export const disableAccountAction = defineAction({
  key: "charging.disable-account",
  title: say("action.charging.disable-account.title"),
  description: say("action.charging.disable-account.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input,
  outputs: ["account"],
  describe: ({ account }) => say("detail.account", { account: String(account) }),
  async do(task, given) {
    await set(task, given, true);
    return { account: given.account };
  },
  undo: (task, given) => set(task, given, false),
});

export const enableAccountAction = defineAction({
  key: "charging.enable-account",
  title: say("action.charging.enable-account.title"),
  description: say("action.charging.enable-account.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input,
  outputs: ["account"],
  describe: ({ account }) => say("detail.account", { account: String(account) }),
  async do(task, given) {
    await set(task, given, false);
    return { account: given.account };
  },
  undo: (task, given) => set(task, given, true),
});

async function set(task: OutsideTask, { account, iccid }: Input, isDisabled: boolean): Promise<void> {
  const card = iccid === undefined ? {} : { iccid };
  await setDisabled(task.io, await task.settings(ocsDefinition), { account, isDisabled, ...card });
}
