import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { runStatement } from "../sql-client.ts";
import { askKamailio } from "./live.ts";
import { databaseOf, sipSchema, sipSettings, type SipSettings } from "./settings.ts";

export const definition: ConnectorDefinition<SipSettings> = {
  key: "sip",
  title: "SIP (Kamailio)",
  protocol: say("protocol.sip"),
  settings: sipSettings,
  schema: sipSchema,
  labSettings: (lab) => sipSchema.parse({ databaseUrl: lab.sipDatabaseUrl, realm: "sip.lab.test" }),
  probe: (settings, signal) =>
    healthOf(async () => {
      await runStatement(databaseOf(settings), { table: "subscriber", text: "select 1", values: [] }, signal);
      if (settings.rpcUrl === "") return say("connector.answers.database");
      await askKamailio(settings, "core.uptime", [], signal);
      return say("connector.answers.sip");
    }),
  endpointOf: (settings) => hostAndPort(settings.databaseUrl.reveal()),
};
