import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { askOcs } from "./json-rpc.ts";
import { ocsSchema, ocsSettings, type OcsSettings } from "./settings.ts";

/** CGRateS over its JSON-RPC, from the public documentation of the 0.10 and 0.11 series. */
export const definition: ConnectorDefinition<OcsSettings> = {
  key: "ocs",
  title: say("connectorTitle.ocs"),
  protocol: "CGRateS JSON-RPC",
  settings: ocsSettings,
  schema: ocsSchema,
  labSettings: (lab) => ocsSchema.parse({ url: lab.ocs }),
  probe: (settings, signal) =>
    healthOf(async () => {
      await askOcs(settings, { method: "CoreSv1.Status", parameters: {} }, signal);
      return say("connector.answers.ocs");
    }),
  endpointOf: (settings) => hostAndPort(settings.url),
};
