import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorIo } from "../../kernel/connector.ts";
import type { Unknown } from "../../kernel/secret.ts";
import { refused } from "../element.ts";
import { callSql } from "../sql-client.ts";
import type { Text } from "../text.ts";
import { databaseOf, sip, type SipSettings } from "./settings.ts";

export interface CallLimit {
  readonly username: Text;
  /** Calls at a time; null: as many as it likes. */
  readonly calls: number | Unknown | null;
}

/** A number under a name, as avpops reads the column `type` (kamctl: str:int). */
const numberByName = "1";

/**
 * How many calls a phone may have at a time, in Kamailio's `usr_preferences`, effective from its next call on. Counting and
 * refusing is its configuration's part: it loads the attribute and compares it with a profile of the module `dialog`.
 */
export async function putCallLimit(io: ConnectorIo, settings: SipSettings, limit: CallLimit): Promise<void> {
  if (limit.calls === null) return removeCallLimit(io, settings, limit);
  if (settings.callLimitAttribute === "") throw refused(sip, "permanent", say("outside.noCallLimits"));
  // The table knows no unique key, so the statement itself looks whether the attribute is there.
  await callSql(io, databaseOf(settings), {
    table: "usr_preferences",
    text:
      "with present as (update usr_preferences set type = $4::int, value = $5, last_modified = now() " +
      "where username = $1 and domain = $2 and attribute = $3 returning id) " +
      "insert into usr_preferences (username, domain, attribute, type, value, last_modified) " +
      "select $1, $2, $3, $4::int, $5, now() where not exists (select 1 from present)",
    values: [...keyOf(settings, limit), numberByName, valueOf(limit.calls)],
  });
}

/** What is not there is removed already. */
export async function removeCallLimit(
  io: ConnectorIo,
  settings: SipSettings,
  phone: Pick<CallLimit, "username">,
): Promise<void> {
  if (settings.callLimitAttribute === "") return;
  await callSql(io, databaseOf(settings), {
    table: "usr_preferences",
    text: "delete from usr_preferences where username = $1 and domain = $2 and attribute = $3",
    values: keyOf(settings, phone),
  });
}

/** Null: there is none. */
export async function readCallLimit(
  io: ConnectorIo,
  settings: SipSettings,
  phone: Pick<CallLimit, "username">,
): Promise<number | null> {
  if (settings.callLimitAttribute === "") return null;
  const answer = await callSql(
    io,
    databaseOf(settings),
    {
      table: "usr_preferences",
      text: "select value from usr_preferences where username = $1 and domain = $2 and attribute = $3",
      values: keyOf(settings, phone),
    },
    { rows: [], count: 0 },
  );
  const calls = Number(answer.rows[0]?.["value"]);
  return Number.isInteger(calls) ? calls : null;
}

function keyOf({ realm, callLimitAttribute }: SipSettings, { username }: Pick<CallLimit, "username">) {
  return [username, realm, callLimitAttribute];
}

function valueOf(calls: number | Unknown): Text {
  return typeof calls === "number" ? String(calls) : calls;
}
