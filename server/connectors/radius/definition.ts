import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { runStatement } from "../sql-client.ts";
import { askAccessServer } from "./access-server.ts";
import { databaseOf, hasAccessServer, radiusSchema, radiusSettings, type RadiusSettings } from "./settings.ts";

/** Nobody has this name (RFC 2606), so that asking to end its session shows that the access server answers, and ends none. */
export const nobody = "nobody@tierline.invalid";

export const definition: ConnectorDefinition<RadiusSettings> = {
  key: "radius",
  title: say("connectorTitle.radius"),
  protocol: say("protocol.radius"),
  settings: radiusSettings,
  schema: radiusSchema,
  labSettings: ({ radiusDatabaseUrl, accessServer: { host, port, secret } }) =>
    radiusSchema.parse({
      databaseUrl: radiusDatabaseUrl,
      nasHost: host,
      nasPort: port,
      nasSecret: secret,
      hasAccounting: true,
    }),
  probe: (settings, signal) =>
    healthOf(async () => {
      await runStatement(databaseOf(settings), { table: "radcheck", text: "select 1", values: [] }, signal);
      if (!hasAccessServer(settings)) return say("connector.answers.database");
      await askAccessServer(settings, { "User-Name": nobody }, signal);
      return say("connector.answers.radius");
    }),
  endpointOf: (settings) => hostAndPort(settings.databaseUrl.reveal()),
};
