import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import { definition as webexDefinition } from "../connectors/webex/definition.ts";
import { createWebexSubscriber, findWebexSubscriber, removeWebexSubscriber } from "../connectors/webex/subscriber.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";
import { tellOfFailed } from "./webex-customer.action.ts";

/** Recognised by the mail address at that customer; undoing deletes the subscriber. */
export const webexSubscriberAction = defineAction({
  key: "webex.create-subscriber",
  title: say("action.webex.create-subscriber.title"),
  description: say("action.webex.create-subscriber.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: z.object({
    customerId: knownLater,
    email: knownLater,
    package: z.string().min(1),
    firstName: knownLater.optional(),
    lastName: knownLater.optional(),
    /** One of both is asked for by packages with calling. */
    primaryPhoneNumber: knownLater.optional(),
    extension: knownLater.optional(),
  }),
  outputs: ["subscriberId"],
  describe: ({ email }) => `${email}`,
  async do(task, { customerId, email, package: name, ...said }) {
    const details = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const standing = await createWebexSubscriber(task.io, await task.settings(webexDefinition), {
      customerId,
      email,
      package: name,
      ...details,
    });
    tellOfFailed(task, standing);
    return { subscriberId: standing.id };
  },
  async verify(task, { customerId, email }) {
    const standing = await findWebexSubscriber(task.io, await task.settings(webexDefinition), { customerId, email });
    return standing === null ? null : { subscriberId: standing.id };
  },
  async undo(task, { customerId, email }) {
    await removeWebexSubscriber(task.io, await task.settings(webexDefinition), { customerId, email });
  },
});
