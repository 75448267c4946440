import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { healthOf } from "../element.ts";
import { mailSchema, mailSettings, type MailSettings } from "./settings.ts";
import { converse } from "./smtp.ts";

export const definition: ConnectorDefinition<MailSettings> = {
  key: "mail",
  title: say("connectorTitle.mail"),
  protocol: "SMTP",
  settings: mailSettings,
  schema: mailSchema,
  labSettings: (lab) => mailSchema.parse({ host: lab.smtp.host, port: lab.smtp.port, from: "welcome@tierline.test" }),
  probe: (settings, signal) =>
    healthOf(async () => {
      await converse(settings, null, signal);
      return say("connector.answers.mail");
    }),
  endpointOf: (settings) => `${settings.host}:${settings.port}`,
};
