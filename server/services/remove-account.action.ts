import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { createAccount, getAccount, removeAccount, verifyAccountRemoved } from "../connectors/ocs/account.ts";
import { setBalance } from "../connectors/ocs/balance.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";

const kept = z.array(z.object({ type: z.string(), id: z.string(), value: z.number() }));

/** Undoing makes the account anew with what was left on it, which is written down before it is taken away. */
export const removeAccountAction = defineAction({
  key: "charging.remove-account",
  title: say("action.charging.remove-account.title"),
  description: say("action.charging.remove-account.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input: z.object({
    account: knownLater,
    iccid: knownLater.optional(),
    plans: z.array(z.string().min(1)).default([]),
  }),
  outputs: ["account", "balances"],
  describe: ({ account }) => say("detail.account", { account: String(account) }),
  async do(task, { account }) {
    const settings = await task.settings(ocsDefinition);
    const balances = await task.kept("balances", async () => {
      const found = await getAccount(task.io, settings, { account });
      return JSON.stringify(found?.balances ?? []);
    });
    await removeAccount(task.io, settings, { account });
    return { account, balances };
  },
  async verify(task, { account }) {
    const isGone = await verifyAccountRemoved(task.io, await task.settings(ocsDefinition), { account });
    return isGone ? { account, balances: await task.kept("balances", async () => "[]") } : null;
  },
  async undo(task, { account, iccid, plans }, output) {
    const settings = await task.settings(ocsDefinition);
    await createAccount(task.io, settings, {
      account,
      actionPlanIds: plans,
      ...(iccid === undefined ? {} : { iccid }),
    });
    const text = output?.balances ?? (await task.kept("balances", async () => "[]"));
    for (const { type, id, value } of kept.parse(JSON.parse(String(text))))
      await setBalance(task.io, settings, { account, type, value, balanceId: id });
  },
});
