import type { ConnectorIo } from "../../kernel/connector.ts";
import type { Part, Secret, Unknown } from "../../kernel/secret.ts";
import { callSql } from "../sql-client.ts";
import type { Text } from "../text.ts";
import { databaseOf, type RadiusSettings } from "./settings.ts";

/** What the access server is told when the login is accepted, e.g. `Framed-IP-Address` or a rate limit. */
export interface ReplyAttribute {
  readonly attribute: string;
  readonly value: Text;
}

export interface LoginInput {
  readonly username: Text;
  readonly password: Secret | Unknown;
  readonly replies?: readonly ReplyAttribute[];
}

/** Rate limit in the attributes of the Wi-Fi Alliance's WISPr dictionary, which most access servers know; in bits per second. */
export function rateLimitReplies(downloadBitsPerSecond: number, uploadBitsPerSecond: number): ReplyAttribute[] {
  return [
    { attribute: "WISPr-Bandwidth-Max-Down", value: String(downloadBitsPerSecond) },
    { attribute: "WISPr-Bandwidth-Max-Up", value: String(uploadBitsPerSecond) },
  ];
}

const rateLimitAttributes = rateLimitReplies(0, 0).map(({ attribute }) => attribute);

export function isRateLimit({ attribute }: Pick<ReplyAttribute, "attribute">): boolean {
  return rateLimitAttributes.includes(attribute);
}

/**
 * Effective at once: FreeRADIUS asks the tables at every login. The replies come first, so that nobody is let in without their
 * limits. The password is stored readable because PAP, CHAP and MS-CHAP together need it so.
 */
export async function putLogin(io: ConnectorIo, settings: RadiusSettings, input: LoginInput): Promise<void> {
  await putReplies(io, settings, input);
  await putAttribute(io, settings, "radcheck", [input.username, "Cleartext-Password", ":=", input.password]);
}

async function putReplies(
  io: ConnectorIo,
  settings: RadiusSettings,
  { username, replies = [] }: Omit<LoginInput, "password">,
): Promise<void> {
  for (const { attribute, value } of replies)
    await putAttribute(io, settings, "radreply", [username, attribute, "=", value]);
}

/** These and no other: a limit that is not among them is taken away. Repeating it changes nothing. */
export async function setRateLimits(
  io: ConnectorIo,
  settings: RadiusSettings,
  { username, replies }: { readonly username: Text; readonly replies: readonly ReplyAttribute[] },
): Promise<void> {
  await putReplies(io, settings, { username, replies });
  for (const attribute of rateLimitAttributes) {
    if (replies.some((each) => each.attribute === attribute)) continue;
    const text = "delete from radreply where username = $1 and attribute = $2";
    await callSql(io, databaseOf(settings), { table: "radreply", text, values: [username, attribute] });
  }
}

/** Puts what of a login is not there. */
export async function completeLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  input: LoginInput & { readonly password: Secret },
  found: StoredLogin,
): Promise<void> {
  const replies = missingReplies(input, found);
  if (found.password === input.password.reveal()) await putReplies(io, settings, { username: input.username, replies });
  else await putLogin(io, settings, { ...input, replies });
}

/** Those of a login's replies that the tables do not hold. */
export function missingReplies({ replies = [] }: LoginInput, found: StoredLogin): ReplyAttribute[] {
  return replies.filter(
    ({ attribute, value }) =>
      !found.replies.some((each) => each.attribute === attribute && each.value === String(value)),
  );
}

/** FreeRADIUS's tables know no unique key, so the statement itself looks whether the attribute is there. */
async function putAttribute(
  io: ConnectorIo,
  settings: RadiusSettings,
  table: "radcheck" | "radreply",
  values: readonly Part[],
): Promise<void> {
  await callSql(io, databaseOf(settings), {
    table,
    text:
      `with present as (update ${table} set op = $3, value = $4 where username = $1 and attribute = $2 returning id) ` +
      `insert into ${table} (username, attribute, op, value) ` +
      "select $1, $2, $3, $4 where not exists (select 1 from present)",
    values,
  });
}

export async function verifyLogin(io: ConnectorIo, settings: RadiusSettings, input: LoginInput): Promise<boolean> {
  const answer = await callSql(io, databaseOf(settings), {
    table: "radcheck",
    text: "select id from radcheck where username = $1 and attribute = 'Cleartext-Password' and value = $2",
    values: [input.username, input.password],
  });
  return answer.count > 0;
}

/** Can anybody log in under this name, whatever the password? */
export async function hasLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  input: { readonly username: Text },
): Promise<boolean> {
  const answer = await callSql(io, databaseOf(settings), {
    table: "radcheck",
    text: "select id from radcheck where username = $1",
    values: [input.username],
  });
  return answer.count > 0;
}

/** The login is kept and refused, whatever the password. */
export async function blockLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  { username }: { readonly username: Text },
): Promise<void> {
  await putAttribute(io, settings, "radcheck", [username, "Auth-Type", ":=", "Reject"]);
}

/** It is let in again. What is not blocked is let in already. */
export async function admitLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  { username }: { readonly username: Text },
): Promise<void> {
  const text = "delete from radcheck where username = $1 and attribute = 'Auth-Type'";
  await callSql(io, databaseOf(settings), { table: "radcheck", text, values: [username] });
}

/** A login as it stands in the tables, to be given back as it was. The password is in the clear there, so keep this sealed. */
export interface StoredLogin {
  readonly password: string | null;
  readonly replies: readonly { readonly attribute: string; readonly value: string }[];
}

export async function readLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  input: { readonly username: Text },
): Promise<StoredLogin> {
  const check = await callSql(io, databaseOf(settings), {
    table: "radcheck",
    text: "select value from radcheck where username = $1 and attribute = 'Cleartext-Password'",
    values: [input.username],
  });
  const reply = await callSql(io, databaseOf(settings), {
    table: "radreply",
    text: "select attribute, value from radreply where username = $1 order by id",
    values: [input.username],
  });
  const [password] = check.rows.map(({ value }) => String(value));
  const replies = reply.rows.map(({ attribute, value }) => ({ attribute: String(attribute), value: String(value) }));
  return { password: password ?? null, replies };
}

/** The check goes first: from then on nobody logs in. What is not there is removed already. */
export async function removeLogin(
  io: ConnectorIo,
  settings: RadiusSettings,
  input: { readonly username: Text },
): Promise<void> {
  for (const table of ["radcheck", "radreply"] as const) await removeRows(io, settings, table, input.username);
}

/** The second half of the above. */
export async function removeReplies(
  io: ConnectorIo,
  settings: RadiusSettings,
  input: { readonly username: Text },
): Promise<void> {
  await removeRows(io, settings, "radreply", input.username);
}

async function removeRows(
  io: ConnectorIo,
  settings: RadiusSettings,
  table: "radcheck" | "radreply",
  username: Text,
): Promise<void> {
  const text = `delete from ${table} where username = $1`;
  await callSql(io, databaseOf(settings), { table, text, values: [username] });
}
