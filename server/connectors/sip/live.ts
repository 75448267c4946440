import { z } from "zod";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { garbage, refused } from "../element.ts";
import { assertAccepted, exchange, jsonOf } from "../http-client.ts";
import { callSql } from "../sql-client.ts";
import type { Text } from "../text.ts";
import { databaseOf, sipServer, type SipSettings } from "./settings.ts";

/** Takes a phone off the air: out of Kamailio's memory where its JSON-RPC is configured, else out of the table alone. */
export async function removeContact(io: ConnectorIo, settings: SipSettings, username: Text): Promise<void> {
  if (settings.rpcUrl === "") {
    await callSql(io, databaseOf(settings), {
      table: "location",
      text: "delete from location where username = $1 and coalesce(domain, '') in ('', $2)",
      values: [username, settings.realm],
    });
    return;
  }
  const addressOfRecord = settings.hasDomainInContacts ? `${username}@${settings.realm}` : String(username);
  await callRpc(io, settings, "ul.rm", ["location", addressOfRecord], null);
}

/** Ends the calls that the phone made or takes. Without JSON-RPC nobody can be told to. */
export async function endDialogs(io: ConnectorIo, settings: SipSettings, username: Text): Promise<void> {
  if (settings.rpcUrl === "") return;
  const listed = await callRpc(io, settings, "dlg.list", [], []);
  for (const dialog of dialogsOf(listed)) {
    if (!isOf(dialog.from_uri, settings, username) && !isOf(dialog.to_uri, settings, username)) continue;
    await callRpc(io, settings, "dlg.end_dlg", [dialog.h_entry, dialog.h_id], null);
  }
}

function isOf(uri: string, settings: SipSettings, username: Text): boolean {
  const [, user, domain] = /^sips?:([^@]+)@([^:;>?]+)/i.exec(uri) ?? [];
  return user === String(username) && domain?.toLowerCase() === settings.realm.toLowerCase();
}

const dialogSchema = z.array(
  z.object({ h_entry: z.number().int(), h_id: z.number().int(), from_uri: z.string(), to_uri: z.string() }),
);

/** With no dialog at all Kamailio leaves the result out or answers an empty object. */
function dialogsOf(listed: unknown): z.infer<typeof dialogSchema> {
  if (listed === null || listed === undefined) return [];
  if (typeof listed === "object" && !Array.isArray(listed) && Object.keys(listed).length === 0) return [];
  const parsed = dialogSchema.safeParse(listed);
  if (!parsed.success) throw garbage(sipServer, "something that is not a list of dialogs");
  return parsed.data;
}

const answerSchema = z.object({
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});

/** JSON-RPC 2.0. Kamailio takes parameters by position and answers an absent contact or dialog with an error 404. */
export function callRpc(
  io: ConnectorIo,
  settings: SipSettings,
  method: string,
  parameters: readonly (string | number)[],
  planned: unknown,
): Promise<unknown> {
  const url = new URL(settings.rpcUrl);
  return io.call(
    { connector: "sip", method, target: url.pathname, body: parameters },
    (signal) => askKamailio(settings, method, parameters, signal),
    planned,
  );
}

/** Null when what the method is about does not exist. */
export async function askKamailio(
  settings: SipSettings,
  method: string,
  parameters: readonly (string | number)[],
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await exchange(sipServer, {
    method: "POST",
    url: new URL(settings.rpcUrl),
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", method, params: parameters, id: 1 }),
    timeoutMs: settings.timeoutMs,
    signal,
  });
  // Kamailio repeats the error of the call as the status of the HTTP answer, so the body counts wherever it is its own.
  if (!answer.contentType.includes("json")) assertAccepted(sipServer, answer, true);
  const parsed = answerSchema.safeParse(jsonOf(sipServer, answer));
  if (!parsed.success) throw garbage(sipServer, "JSON that is not a JSON-RPC answer");
  const { error } = parsed.data;
  if (error === undefined) return parsed.data.result ?? null;
  if (error.code === 404 || /not found/i.test(error.message)) return null;
  throw refused(sipServer, "retryable", `${error.code} ${error.message.slice(0, 200)}`);
}
