import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as radiusDefinition } from "../connectors/radius/definition.ts";
import { admitLogin, blockLogin } from "../connectors/radius/login.ts";
import type { Text } from "../connectors/text.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { endOpenSessions } from "./radius-login.action.ts";

const input = z.object({ username: knownLater });

/** The login stays as it is, and is refused; done again it changes nothing, so that nobody has to ask what became of it. */
export const blockLoginAction = defineAction({
  key: "radius.block-login",
  title: say("action.radius.block-login.title"),
  description: say("action.radius.block-login.description"),
  kind: "EXTERNAL",
  connector: "radius",
  input,
  outputs: ["username"],
  describe: ({ username }) => `${username}`,
  async do(task, { username }) {
    await block(task, username);
    return { username };
  },
  undo: (task, { username }) => admit(task, username),
});

export const admitLoginAction = defineAction({
  key: "radius.admit-login",
  title: say("action.radius.admit-login.title"),
  description: say("action.radius.admit-login.description"),
  kind: "EXTERNAL",
  connector: "radius",
  input,
  outputs: ["username"],
  describe: ({ username }) => `${username}`,
  async do(task, { username }) {
    await admit(task, username);
    return { username };
  },
  undo: (task, { username }) => block(task, username),
});

async function block(task: OutsideTask, username: Text): Promise<void> {
  await blockLogin(task.io, await task.settings(radiusDefinition), { username });
  await endOpenSessions(task, username);
}

async function admit(task: OutsideTask, username: Text): Promise<void> {
  await admitLogin(task.io, await task.settings(radiusDefinition), { username });
}
