import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { createAccount, getAccount, removeAccount } from "../connectors/ocs/account.ts";
import { hasBalance, setBalance } from "../connectors/ocs/balance.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import type { OcsSettings } from "../connectors/ocs/settings.ts";
import { defineAction, HalfDone, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { balanceTypes, ocsValueOf, rememberAccount, rememberBalances, type BalanceType } from "./balances.ts";

const allowance = z.object({ balance: z.enum(balanceTypes), amount: z.coerce.number().positive() });
const input = z.object({
  account: knownLater,
  iccid: knownLater.optional(),
  plans: z.array(z.string().min(1)).default([]),
  allowances: z.array(allowance).default([]),
});
type Input = z.output<typeof input>;

/** SetAccount says what shall be and each allowance has a name of its own, so that a repetition adds nothing. */
export const createAccountAction = defineAction({
  key: "charging.create-account",
  title: say("action.charging.create-account.title"),
  description: say("action.charging.create-account.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input,
  outputs: ["account"],
  describe: ({ account }) => say("detail.account", { account: String(account) }),
  async do(task, { account, iccid, plans, allowances }) {
    const settings = await task.settings(ocsDefinition);
    await createAccount(task.io, settings, {
      account,
      actionPlanIds: plans,
      ...(iccid === undefined ? {} : { iccid }),
    });
    await setAllowances(task, settings, { account, allowances });
    return { account };
  },
  async verify(task, { account, allowances }) {
    const settings = await task.settings(ocsDefinition);
    const found = await getAccount(task.io, settings, { account });
    if (found === null) return null;
    const missing = allowances.filter(
      ({ balance }) => !hasBalance(found, { type: balance, id: balanceIdOf(task, balance) }),
    );
    if (missing.length > 0) {
      return new HalfDone(async () => {
        await setAllowances(task, settings, { account, allowances: missing });
        return { account };
      });
    }
    rememberAccount(task, found);
    return { account };
  },
  async undo(task, { account }) {
    await removeAccount(task.io, await task.settings(ocsDefinition), { account });
    const { serviceId } = task.run;
    if (serviceId === null) return;
    task.remember(async (tx) => {
      await tx.em.execute("update service set balances = '[]', balances_at = ? where id = ?", [
        tx.clock.now(),
        serviceId,
      ]);
    });
  },
});

async function setAllowances(
  task: OutsideTask,
  settings: OcsSettings,
  { account, allowances }: Pick<Input, "account" | "allowances">,
): Promise<void> {
  for (const { balance, amount } of allowances) {
    const allowed = {
      account,
      type: balance,
      value: ocsValueOf(balance, amount),
      balanceId: balanceIdOf(task, balance),
    };
    await setBalance(task.io, settings, allowed);
  }
  if (allowances.length > 0) await rememberBalances(task, settings, account);
}

function balanceIdOf(task: OutsideTask, balance: BalanceType): string {
  return `${task.io.idempotencyKey}:${balance.slice(1)}`;
}
