import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as mailDefinition } from "../connectors/mail/definition.ts";
import { sendMail } from "../connectors/mail/send-mail.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction, knownLater } from "../provisioning/action.ts";
import { mailTemplates, writeMail } from "./mail-template.ts";

/**
 * A mail server cannot be asked whether it took a message, so there is no `verify`: after an unknown outcome the same message
 * with the same Message-ID is handed over again. A mail cannot be called back either, so there is no `undo`: put it last.
 */
export const sendMailAction = defineAction({
  key: "mail.send",
  title: say("action.mail.send.title"),
  description: say("action.mail.send.description"),
  kind: "EXTERNAL",
  connector: "mail",
  input: z.object({
    to: z.union([z.string(), z.instanceof(Unknown)]),
    template: z.enum(mailTemplates),
    language: z.string().default("en"),
    customerName: knownLater,
    serviceName: knownLater,
    offeringName: knownLater,
    resellerName: knownLater,
  }),
  outputs: ["messageId"],
  describe: ({ to, template }) =>
    to === "" ? say("detail.noAddress", { template }) : say("detail.mail", { template, to: String(to) }),
  async do(task, { to, template, language, ...names }) {
    if (to === "") {
      task.detail(say("detail.noMail"));
      return { messageId: "" };
    }
    const values = {
      customerName: String(names.customerName),
      serviceName: String(names.serviceName),
      offeringName: String(names.offeringName),
      resellerName: String(names.resellerName),
    };
    const settings = await task.settings(mailDefinition);
    const { messageId } = await sendMail(task.io, settings, { to, ...writeMail(template, language, values) });
    return { messageId };
  },
});
