import type { ConnectorIo } from "../../kernel/connector.ts";
import type { Secret, Unknown } from "../../kernel/secret.ts";
import { callSql } from "../sql-client.ts";
import type { Text } from "../text.ts";
import { removeCallLimit } from "./call-limit.ts";
import { ha1Of } from "./ha1.ts";
import { endDialogs, removeContact } from "./live.ts";
import { databaseOf, type SipSettings } from "./settings.ts";

export interface SubscriberInput {
  readonly username: Text;
  readonly password: Secret | Unknown;
}

/** Effective at once: Kamailio asks the table at every registration and call. The password itself is never stored. */
export async function putSubscriber(io: ConnectorIo, settings: SipSettings, input: SubscriberInput): Promise<void> {
  await callSql(io, databaseOf(settings), {
    table: "subscriber",
    text:
      "insert into subscriber (username, domain, password, ha1) values ($1, $2, '', $3) " +
      "on conflict (username, domain) do update set ha1 = excluded.ha1 where subscriber.ha1 <> excluded.ha1",
    values: [input.username, settings.realm, ha1Of(input.username, settings.realm, input.password)],
  });
}

export async function verifySubscriber(
  io: ConnectorIo,
  settings: SipSettings,
  input: SubscriberInput,
): Promise<boolean> {
  const answer = await callSql(io, databaseOf(settings), {
    table: "subscriber",
    text: "select username from subscriber where username = $1 and domain = $2 and ha1 = $3",
    values: [input.username, settings.realm, ha1Of(input.username, settings.realm, input.password)],
  });
  return answer.count > 0;
}

/** Is the phone known, whatever its password? */
export async function hasSubscriber(
  io: ConnectorIo,
  settings: SipSettings,
  input: { readonly username: Text },
): Promise<boolean> {
  const answer = await callSql(io, databaseOf(settings), {
    table: "subscriber",
    text: "select username from subscriber where username = $1 and domain = $2",
    values: [input.username, settings.realm],
  });
  return answer.count > 0;
}

export async function verifySubscriberRemoved(
  io: ConnectorIo,
  settings: SipSettings,
  input: { readonly username: Text },
): Promise<boolean> {
  return !(await hasSubscriber(io, settings, input));
}

/**
 * Takes the right to sign in first, so that the phone cannot come back, then its contact, then its calls, then its limit of calls,
 * which holds until the last of them is over. What is not there is removed already.
 */
export async function removeSubscriber(
  io: ConnectorIo,
  settings: SipSettings,
  input: { readonly username: Text },
): Promise<void> {
  await callSql(io, databaseOf(settings), {
    table: "subscriber",
    text: "delete from subscriber where username = $1 and domain = $2",
    values: [input.username, settings.realm],
  });
  await removeRest(io, settings, input);
}

/** Of a phone that may not sign in any more: its contact, its calls and their limit. */
export async function removeRest(
  io: ConnectorIo,
  settings: SipSettings,
  input: { readonly username: Text },
): Promise<void> {
  await removeContact(io, settings, input.username);
  await endDialogs(io, settings, input.username);
  await removeCallLimit(io, settings, input);
}

/** How many contacts the phone has registered right now. */
export async function countContacts(
  io: ConnectorIo,
  settings: SipSettings,
  input: { readonly username: Text },
): Promise<number> {
  const answer = await callSql(io, databaseOf(settings), {
    table: "location",
    text: "select contact from location where username = $1 and coalesce(domain, '') in ('', $2)",
    values: [input.username, settings.realm],
  });
  return answer.count;
}
