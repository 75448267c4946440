import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as radiusDefinition } from "../connectors/radius/definition.ts";
import { isRateLimit, setRateLimits, type ReplyAttribute } from "../connectors/radius/login.ts";
import type { Text } from "../connectors/text.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { endOpenSessions, keptLogin, limitsOf } from "./radius-login.action.ts";

/**
 * The login stays with its password and whatever else it is told; only its rate limits become others. Saying them again changes
 * nothing, so that nobody has to ask what became of it. An open session has the limits that it began with, so it is ended: the
 * modem signs in again by itself. Undoing gives back the limits that the run has found.
 */
export const changeRadiusLimitsAction = defineAction({
  key: "radius.change-limits",
  title: say("action.radius.change-limits.title"),
  description: say("action.radius.change-limits.description"),
  kind: "EXTERNAL",
  connector: "radius",
  input: z.object({
    username: knownLater,
    downloadMbit: z.coerce.number().int().positive().optional(),
    uploadMbit: z.coerce.number().int().positive().optional(),
  }),
  outputs: ["username"],
  describe: ({ username, downloadMbit }) =>
    downloadMbit === undefined ? `${username}` : `${username}, ${downloadMbit} Mbit/s`,
  async do(task, { username, downloadMbit, uploadMbit }) {
    await keptLogin(task, username);
    await setLimits(task, username, limitsOf(downloadMbit, uploadMbit));
    return { username };
  },
  async undo(task, { username }) {
    const { replies } = await keptLogin(task, username);
    await setLimits(task, username, replies.filter(isRateLimit));
  },
});

async function setLimits(task: OutsideTask, username: Text, replies: readonly ReplyAttribute[]): Promise<void> {
  await setRateLimits(task.io, await task.settings(radiusDefinition), { username, replies });
  await endOpenSessions(task, username, "detail.sessionKeepsLimits");
}
