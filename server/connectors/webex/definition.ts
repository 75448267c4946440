import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { askWebex, assertTaken } from "./call.ts";
import { webexSchema, webexSettings, type WebexSettings } from "./settings.ts";

/** Webex Wholesale over its REST API, from its public description (developer.webex.com). */
export const definition: ConnectorDefinition<WebexSettings> = {
  key: "webex",
  title: say("connectorTitle.webex"),
  protocol: "REST",
  settings: webexSettings,
  schema: webexSchema,
  labSettings: (lab) => webexSchema.parse({ url: lab.webex, pollMs: 20 }),
  probe: (settings, signal) =>
    healthOf(async () => {
      assertTaken(await askWebex(settings, { method: "GET", path: "/wholesale/customers?max=1" }, signal), true);
      return say("connector.answers.webex");
    }),
  endpointOf: (settings) => hostAndPort(settings.url),
};
