import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as sipDefinition } from "../connectors/sip/definition.ts";
import {
  countContacts,
  putSubscriber,
  removeSubscriber,
  takeOffTheAir,
  verifySubscriber,
  verifySubscriberRemoved,
} from "../connectors/sip/subscriber.ts";
import type { Text } from "../connectors/text.ts";
import { defineAction, HalfDone, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { forgetSecret, rememberParameters, rememberSecret } from "./service-secret.ts";

const input = z.object({ username: knownLater });
const secretKey = "sipPassword";

/** The password is made by the task, kept sealed, and never leaves in a log: the SIP server is given its digest only. */
export const createSipAccountAction = defineAction({
  key: "sip.create-account",
  title: say("action.sip.create-account.title"),
  description: say("action.sip.create-account.description"),
  kind: "EXTERNAL",
  connector: "sip",
  input,
  outputs: ["username"],
  describe: ({ username }) => `${username}`,
  async do(task, { username }) {
    await put(task, username);
    return { username };
  },
  async verify(task, { username }) {
    const settings = await task.settings(sipDefinition);
    const password = await task.secret("sip-password");
    if (!(await verifySubscriber(task.io, settings, { username, password }))) return null;
    rememberSecret(task, secretKey, password);
    rememberParameters(task, { sipUsername: String(username), sipDomain: settings.realm });
    return { username };
  },
  async undo(task, { username }) {
    await removeSubscriber(task.io, await task.settings(sipDefinition), { username });
    forgetSecret(task, secretKey);
    rememberParameters(task, { sipUsername: null, sipDomain: null });
  },
});

/**
 * A phone may still be on the air although its row is gone, so a row that is gone is but the first half. The old password is
 * known to nobody, so undoing makes the account anew with another one.
 */
export const removeSipAccountAction = defineAction({
  key: "sip.remove-account",
  title: say("action.sip.remove-account.title"),
  description: say("action.sip.remove-account.description"),
  kind: "EXTERNAL",
  connector: "sip",
  input,
  outputs: ["username"],
  describe: ({ username }) => `${username}`,
  async do(task, { username }) {
    await removeSubscriber(task.io, await task.settings(sipDefinition), { username });
    forgetSecret(task, secretKey);
    return { username };
  },
  async verify(task, { username }) {
    const settings = await task.settings(sipDefinition);
    if (!(await verifySubscriberRemoved(task.io, settings, { username }))) return null;
    const isOffTheAir = settings.rpcUrl === "" && (await countContacts(task.io, settings, { username })) === 0;
    const finish = async (): Promise<{ username: Text }> => {
      if (!isOffTheAir) await takeOffTheAir(task.io, settings, { username });
      forgetSecret(task, secretKey);
      return { username };
    };
    return isOffTheAir ? finish() : new HalfDone(finish);
  },
  async undo(task, { username }) {
    await put(task, username);
    task.detail(say("detail.newPassword"));
  },
});

async function put(task: OutsideTask, username: Text): Promise<void> {
  const settings = await task.settings(sipDefinition);
  const password = await task.secret("sip-password");
  await putSubscriber(task.io, settings, { username, password });
  rememberSecret(task, secretKey, password);
  rememberParameters(task, { sipUsername: String(username), sipDomain: settings.realm });
}
