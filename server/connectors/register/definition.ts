import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { assertAccepted } from "../http-client.ts";
import { hostAndPort } from "../setting.ts";
import { register, registerSchema, registerSettings, type RegisterSettings } from "./settings.ts";
import { askRegister } from "./subscriber.ts";

export const definition: ConnectorDefinition<RegisterSettings> = {
  key: "register",
  title: say("connectorTitle.register"),
  protocol: say("protocol.register"),
  settings: registerSettings,
  schema: registerSchema,
  labSettings: (lab) => registerSchema.parse({ url: lab.register }),
  probe: (settings, signal) =>
    healthOf(async () => {
      const answer = await askRegister(
        settings,
        { method: "GET", path: settings.healthPath, body: null },
        null,
        signal,
      );
      assertAccepted(register, answer, true);
      return say("connector.answers.register");
    }),
  endpointOf: (settings) => hostAndPort(settings.url),
};
