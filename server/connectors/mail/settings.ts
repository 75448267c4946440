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
  { key: "host", label: "Host", isSecret: false },
  { key: "port", label: "Port", isSecret: false },
  { key: "isSecure", label: "TLS from the start", isSecret: false },
  { key: "user", label: "User", isSecret: false },
  { key: "password", label: "Password", isSecret: true },
  { key: "from", label: "Sender", isSecret: false },
  timeoutDefinition,
];
