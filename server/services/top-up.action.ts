import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { getAccount } from "../connectors/ocs/account.ts";
import { hasBalance, removeBalance, setBalance } from "../connectors/ocs/balance.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";
import { amountText, balanceTypes, ocsValueOf, rememberAccount, rememberBalances } from "./balances.ts";

/**
 * Adds once, however often it is repeated: the top-up is a balance of its own, named after run and task, and set only where it
 * is absent. Undoing takes away what is left of it.
 */
export const topUpAction = defineAction({
  key: "charging.top-up",
  title: say("action.charging.top-up.title"),
  description: say("action.charging.top-up.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input: z.object({
    account: knownLater,
    balance: z.enum(balanceTypes),
    amount: z.coerce.number().positive(),
    expiresAt: z.union([z.iso.datetime(), z.instanceof(Unknown)]).optional(),
  }),
  outputs: ["balanceId"],
  describe: ({ account, balance, amount }) =>
    say("detail.topUp", { amount: amountText(balance, amount), account: String(account) }),
  async do(task, { account, balance, amount, expiresAt }) {
    const settings = await task.settings(ocsDefinition);
    const expiry = expiresAt === undefined ? {} : { expiresAt };
    await setBalance(task.io, settings, { account, type: balance, value: ocsValueOf(balance, amount), ...expiry });
    await rememberBalances(task, settings, account);
    return { balanceId: task.io.idempotencyKey };
  },
  async verify(task, { account, balance }) {
    const { idempotencyKey: balanceId } = task.io;
    const found = await getAccount(task.io, await task.settings(ocsDefinition), { account });
    if (found === null || !hasBalance(found, { type: balance, id: balanceId })) return null;
    rememberAccount(task, found);
    return { balanceId };
  },
  async undo(task, { account, balance }) {
    const settings = await task.settings(ocsDefinition);
    await removeBalance(task.io, settings, { account, type: balance });
    await rememberBalances(task, settings, account);
  },
});
