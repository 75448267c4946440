import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as registerDefinition } from "../connectors/register/definition.ts";
import { attach, detach, verifyDetached } from "../connectors/register/subscriber.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";

export const detachSubscriberAction = defineAction({
  key: "register.detach",
  title: say("action.register.detach.title"),
  description: say("action.register.detach.description"),
  kind: "EXTERNAL",
  connector: "register",
  input: z.object({ subscriber: knownLater, msisdn: knownLater, iccid: knownLater }),
  outputs: ["subscriber"],
  describe: ({ subscriber }) => `${subscriber}`,
  async do(task, { subscriber }) {
    await detach(task.io, await task.settings(registerDefinition), { subscriber });
    return { subscriber };
  },
  async verify(task, { subscriber }) {
    const isDetached = await verifyDetached(task.io, await task.settings(registerDefinition), { subscriber });
    return isDetached ? { subscriber } : null;
  },
  async undo(task, { subscriber, msisdn, iccid }) {
    await attach(task.io, await task.settings(registerDefinition), { subscriber, fields: { msisdn, iccid } });
  },
});
