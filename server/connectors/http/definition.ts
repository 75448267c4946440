import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { askHttp } from "./call.ts";
import { httpSchema, httpSettings, type HttpSettings } from "./settings.ts";

export const definition: ConnectorDefinition<HttpSettings> = {
  key: "http",
  title: say("connectorTitle.http"),
  protocol: "REST",
  settings: httpSettings,
  schema: httpSchema,
  labSettings: (lab) => httpSchema.parse({ url: lab.http, allowedHosts: hostAndPort(lab.http) }),
  probe: (settings, signal) =>
    healthOf(async () => {
      // Any answer will do: what the root path of somebody else's endpoint says is not known.
      const answer = await askHttp(settings, { method: "GET", target: "/", body: null }, signal);
      return say("connector.answers.http", { status: answer.status });
    }),
  endpointOf: (settings) => hostAndPort(settings.url),
};
