import { isIPv4 } from "node:net";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { ConnectorFailure } from "../../kernel/connector.ts";
import { callSql } from "../sql-client.ts";
import type { Text } from "../text.ts";
import { askAccessServer, assertEnded, describePacket } from "./access-server.ts";
import type { Attributes } from "./packet.ts";
import { databaseOf, hasAccessServer, type RadiusSettings } from "./settings.ts";

/** Of one login at once: more than any plan allows. */
const sessionsMax = 16;

/**
 * Tells the access server to end what is open under a login (RFC 5176); without one that can be told it does nothing. Where
 * FreeRADIUS writes sessions into `radacct`, each that is open there is named by its own id, as some access servers want it, and by
 * the server it was opened at, so that a proxy finds it; else the login's name stands for all. Repeating it does no harm.
 */
export async function endSessions(
  io: ConnectorIo,
  settings: RadiusSettings,
  { username }: { readonly username: Text },
): Promise<void> {
  if (!hasAccessServer(settings)) return;
  const known = settings.hasAccounting ? await openSessions(io, settings, username) : [];
  let refusal: ConnectorFailure | null = null;
  for (const session of known.length === 0 ? [{}] : known) {
    try {
      await endSession(io, settings, username, session);
    } catch (error) {
      // One that is refused is no reason to leave the others; who does not answer will not answer to those either.
      if (!(error instanceof ConnectorFailure) || error.outcome !== "permanent") throw error;
      refusal ??= error;
    }
  }
  if (refusal !== null) throw refusal;
}

async function openSessions(io: ConnectorIo, settings: RadiusSettings, username: Text): Promise<Attributes[]> {
  const { rows } = await callSql(
    io,
    databaseOf(settings),
    {
      table: "radacct",
      text:
        "select acctsessionid as session, host(nasipaddress) as nas from radacct " +
        `where username = $1 and acctstoptime is null order by radacctid desc limit ${sessionsMax}`,
      values: [username],
    },
    { rows: [], count: 0 }, // a plan shows what is sure to be asked
  );
  return rows.map(({ session, nas }) => ({
    ...(isIPv4(String(nas)) ? { "NAS-IP-Address": String(nas) } : {}),
    "Acct-Session-Id": String(session),
  }));
}

/** The time and the digest that a packet carries besides are its wrapping, and stand in no log. */
async function endSession(
  io: ConnectorIo,
  settings: RadiusSettings,
  username: Text,
  session: Attributes,
): Promise<void> {
  await io.call(
    {
      connector: "radius",
      method: "Disconnect-Request",
      target: String(username),
      body: { "User-Name": username, ...session },
    },
    async (signal) => {
      const answer = await askAccessServer(settings, { "User-Name": String(username), ...session }, signal);
      assertEnded(answer);
      return describePacket(answer);
    },
    "Disconnect-ACK",
    (answer) => answer,
  );
}
