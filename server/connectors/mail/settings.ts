import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import { secretSetting, switchSetting, textSetting, timeoutDefinition, timeoutSetting } from "../setting.ts";

export const mail = outsideElement("MAIL", say("element.mail"));

export const mailSchema = z.object({
  host: textSetting().min(1),
  port: z.coerce.number().int().min(1).max(65_535).default(587),
  /** TLS from the first byte (port 465). Otherwise STARTTLS is used wherever the server offers it. */
  isSecure: switchSetting().default(false),
  user: textSetting().default(""),
  password: secretSetting().default(() => new Secret("")),
  from: textSetting().pipe(z.email()),
  timeoutMs: timeoutSetting(),
});
export type MailSettings = z.infer<typeof mailSchema>;

export const mailSettings: readonly SettingDefinition[] = [
  { key: "host", label: say("setting.host"), isSecret: false },
  { key: "port", label: say("setting.port"), isSecret: false },
  { key: "isSecure", label: say("setting.tls"), isSecret: false },
  { key: "user", label: say("setting.user"), isSecret: false },
  { key: "password", label: say("setting.password"), isSecret: true },
  { key: "from", label: say("setting.sender"), isSecret: false },
  timeoutDefinition,
];
