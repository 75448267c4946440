import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { changePlans } from "../connectors/ocs/account.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";

const plans = z.array(z.string().min(1));

/**
 * SetAccount says which tariff it shall be, so that a repetition changes nothing and nobody has to ask what became of it. What is
 * left on the account stays.
 */
export const changePlansAction = defineAction({
  key: "charging.change-plans",
  title: say("action.charging.change-plans.title"),
  description: say("action.charging.change-plans.description"),
  kind: "EXTERNAL",
  connector: "ocs",
  input: z.object({ account: knownLater, iccid: knownLater.optional(), plans, before: plans }),
  outputs: ["account"],
  describe: ({ account, plans: wanted }) =>
    say("detail.accountPlans", { account: String(account), plans: { allOf: wanted } }),
  async do(task, { account, iccid, plans: actionPlanIds }) {
    const card = iccid === undefined ? {} : { iccid };
    await changePlans(task.io, await task.settings(ocsDefinition), { account, actionPlanIds, ...card });
    return { account };
  },
  async undo(task, { account, iccid, before: actionPlanIds }) {
    const card = iccid === undefined ? {} : { iccid };
    await changePlans(task.io, await task.settings(ocsDefinition), { account, actionPlanIds, ...card });
  },
});
