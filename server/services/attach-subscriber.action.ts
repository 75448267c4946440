import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as registerDefinition } from "../connectors/register/definition.ts";
import { attach, detach, verifyAttached } from "../connectors/register/subscriber.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";

export const attachSubscriberAction = defineAction({
  key: "register.attach",
  title: say("action.register.attach.title"),
  description: say("action.register.attach.description"),
  kind: "EXTERNAL",
  connector: "register",
  input: z.object({ subscriber: knownLater, msisdn: knownLater, iccid: knownLater }),
  outputs: ["subscriber"],
  describe: ({ subscriber, msisdn }) =>
    say("detail.attach", { subscriber: String(subscriber), number: String(msisdn) }),
  async do(task, { subscriber, msisdn, iccid }) {
    await attach(task.io, await task.settings(registerDefinition), { subscriber, fields: { msisdn, iccid } });
    return { subscriber };
  },
  async verify(task, { subscriber }) {
    const isAttached = await verifyAttached(task.io, await task.settings(registerDefinition), { subscriber });
    return isAttached ? { subscriber } : null;
  },
  async undo(task, { subscriber }) {
    await detach(task.io, await task.settings(registerDefinition), { subscriber });
  },
});
