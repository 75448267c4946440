import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { runStatement } from "../sql-client.ts";
import { databaseOf, radiusSchema, radiusSettings, type RadiusSettings } from "./settings.ts";

export const definition: ConnectorDefinition<RadiusSettings> = {
  key: "radius",
  title: say("connectorTitle.radius"),
  protocol: say("protocol.radius"),
  settings: radiusSettings,
  schema: radiusSchema,
  labSettings: (lab) => radiusSchema.parse({ databaseUrl: lab.radiusDatabaseUrl }),
  probe: (settings, signal) =>
    healthOf(async () => {
      await runStatement(databaseOf(settings), { table: "radcheck", text: "select 1", values: [] }, signal);
      return say("connector.answers.database");
    }),
  endpointOf: (settings) => hostAndPort(settings.databaseUrl.reveal()),
};
