import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as radiusDefinition } from "../connectors/radius/definition.ts";
import { endSessions } from "../connectors/radius/end-sessions.ts";
import {
  completeLogin,
  hasLogin,
  missingReplies,
  putLogin,
  rateLimitReplies,
  readLogin,
  removeLogin,
  removeReplies,
  type ReplyAttribute,
  type StoredLogin,
} from "../connectors/radius/login.ts";
import { hasAccessServer } from "../connectors/radius/settings.ts";
import type { Text } from "../connectors/text.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { Secret } from "../kernel/secret.ts";
import { defineAction, HalfDone, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { forgetSecret, rememberParameters, rememberSecret } from "./service-secret.ts";

const input = z.object({
  username: knownLater,
  downloadMbit: z.coerce.number().int().positive().optional(),
  uploadMbit: z.coerce.number().int().positive().optional(),
});
type Input = z.output<typeof input>;

const stored = z.object({
  password: z.string().nullable(),
  replies: z.array(z.object({ attribute: z.string(), value: z.string() })),
});
const secretKey = "radiusPassword";
const bitsPerMegabit = 1_000_000;

export const createRadiusLoginAction = defineAction({
  key: "radius.create-login",
  title: say("action.radius.create-login.title"),
  description: say("action.radius.create-login.description"),
  kind: "EXTERNAL",
  connector: "radius",
  input,
  outputs: ["username"],
  describe: ({ username, downloadMbit }) =>
    downloadMbit === undefined ? `${username}` : `${username}, ${downloadMbit} Mbit/s`,
  async do(task, login) {
    await put(task, login);
    return { username: login.username };
  },
  async verify(task, asked) {
    const settings = await task.settings(radiusDefinition);
    const login = await loginOf(task, asked);
    const { username, password, replies } = login;
    const found = await readLogin(task.io, settings, { username });
    const isIn = found.password === password.reveal();
    const missing = missingReplies(login, found);
    if (!isIn && missing.length === replies.length) return null;
    const finish = async (): Promise<{ username: Text }> => {
      await completeLogin(task.io, settings, login, found);
      remember(task, username, password);
      return { username };
    };
    return isIn && missing.length === 0 ? finish() : new HalfDone(finish);
  },
  async undo(task, { username }) {
    await removeLogin(task.io, await task.settings(radiusDefinition), { username });
    await endOpenSessions(task, username);
    forgetSecret(task, secretKey);
    rememberParameters(task, { radiusUsername: null });
  },
});

/** Undoing gives the login back as it was: it is written down, sealed, before it is taken away. */
export const removeRadiusLoginAction = defineAction({
  key: "radius.remove-login",
  title: say("action.radius.remove-login.title"),
  description: say("action.radius.remove-login.description"),
  kind: "EXTERNAL",
  connector: "radius",
  input,
  outputs: ["username"],
  describe: ({ username }) => `${username}`,
  async do(task, { username }) {
    await keptLogin(task, username);
    await removeLogin(task.io, await task.settings(radiusDefinition), { username });
    await endOpenSessions(task, username);
    forgetSecret(task, secretKey);
    return { username };
  },
  async verify(task, { username }) {
    const settings = await task.settings(radiusDefinition);
    if (await hasLogin(task.io, settings, { username })) return null;
    const { replies } = await readLogin(task.io, settings, { username });
    const finish = async (): Promise<{ username: Text }> => {
      if (replies.length > 0) await removeReplies(task.io, settings, { username });
      await endOpenSessions(task, username);
      forgetSecret(task, secretKey);
      return { username };
    };
    // Whether a session was ended cannot be asked; ending it once more does no harm.
    return replies.length === 0 && !hasAccessServer(settings) ? finish() : new HalfDone(finish);
  },
  async undo(task, login) {
    const { password, replies } = await keptLogin(task, login.username);
    if (password === null) return put(task, login); // it was gone before
    const { username } = login;
    await putLogin(task.io, await task.settings(radiusDefinition), {
      username,
      password: new Secret(password),
      replies,
    });
    remember(task, username, new Secret(password));
  },
});

/**
 * The login is gone by now and nobody can sign in with it (or signs in with its new limits), so an access server that is silent or
 * refuses is no reason for the task to fail: its items would stay taken, and a retry could do no more than this. It was asked as often as RADIUS does; what is left
 * is a session that ends at the next break of the line, and the task says so.
 */
export async function endOpenSessions(
  task: OutsideTask,
  username: Text,
  whatIsLeft: "detail.sessionOpen" | "detail.sessionKeepsLimits" = "detail.sessionOpen",
): Promise<void> {
  try {
    await endSessions(task.io, await task.settings(radiusDefinition), { username });
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    task.detail(say(whatIsLeft, { why: error.words }));
  }
}

/** As it was before the run touched it. */
export async function keptLogin(task: OutsideTask, username: Text): Promise<StoredLogin> {
  const settings = await task.settings(radiusDefinition);
  const text = await task.kept("login", async () => JSON.stringify(await readLogin(task.io, settings, { username })));
  return stored.parse(JSON.parse(text));
}

async function put(task: OutsideTask, asked: Input): Promise<void> {
  const login = await loginOf(task, asked);
  await putLogin(task.io, await task.settings(radiusDefinition), login);
  remember(task, login.username, login.password);
}

async function loginOf(task: OutsideTask, { username, downloadMbit, uploadMbit }: Input) {
  return { username, password: await task.secret("radius-password"), replies: limitsOf(downloadMbit, uploadMbit) };
}

export function limitsOf(downloadMbit: number | undefined, uploadMbit: number | undefined): ReplyAttribute[] {
  if (downloadMbit === undefined) return [];
  return rateLimitReplies(downloadMbit * bitsPerMegabit, (uploadMbit ?? downloadMbit) * bitsPerMegabit);
}

function remember(task: OutsideTask, username: Text, password: Awaited<ReturnType<OutsideTask["secret"]>>): void {
  rememberSecret(task, secretKey, password);
  rememberParameters(task, { radiusUsername: String(username) });
}
