import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { putCallLimit, readCallLimit } from "../connectors/sip/call-limit.ts";
import { definition as sipDefinition } from "../connectors/sip/definition.ts";
import {
  countContacts,
  putSubscriber,
  removeRest,
  removeSubscriber,
  verifySubscriber,
  verifySubscriberRemoved,
} from "../connectors/sip/subscriber.ts";
import type { Text } from "../connectors/text.ts";
import { defineAction, HalfDone, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { keptLimit } from "./limit-calls.action.ts";
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
 * known to nobody, so undoing makes the account anew with another one; its limit of calls is written down before it goes.
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
    await keptLimit(task, username);
    await removeSubscriber(task.io, await task.settings(sipDefinition), { username });
    forgetSecret(task, secretKey);
    return { username };
  },
  async verify(task, { username }) {
    const settings = await task.settings(sipDefinition);
    if (!(await verifySubscriberRemoved(task.io, settings, { username }))) return null;
    const isAllGone = settings.rpcUrl === "" && (await isOffTheAir(task, username));
    const finish = async (): Promise<{ username: Text }> => {
      if (!isAllGone) await removeRest(task.io, settings, { username });
      forgetSecret(task, secretKey);
      return { username };
    };
    return isAllGone ? finish() : new HalfDone(finish);
  },
  async undo(task, { username }) {
    const calls = await keptLimit(task, username);
    if (calls !== null) await putCallLimit(task.io, await task.settings(sipDefinition), { username, calls });
    await put(task, username);
    task.detail(say("detail.newPassword"));
  },
});

async function isOffTheAir(task: OutsideTask, username: Text): Promise<boolean> {
  const settings = await task.settings(sipDefinition);
  if ((await countContacts(task.io, settings, { username })) > 0) return false;
  return (await readCallLimit(task.io, settings, { username })) === null;
}

async function put(task: OutsideTask, username: Text): Promise<void> {
  const settings = await task.settings(sipDefinition);
  const password = await task.secret("sip-password");
  await putSubscriber(task.io, settings, { username, password });
  rememberSecret(task, secretKey, password);
  rememberParameters(task, { sipUsername: String(username), sipDomain: settings.realm });
}
