import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import { secretSetting, textSetting, timeoutDefinition, timeoutSetting, webAddressSetting } from "../setting.ts";

export const http = outsideElement("HTTP", say("element.http"));

const hostWithPort = /^(\[[0-9a-f:.]+\]|[^\s:/@]+):\d{1,5}$/i;

export const httpSchema = z.object({
  /** Paths are taken from here; another address can be called as well, without the credentials. */
  url: webAddressSetting(),
  /** The whole `Authorization` header, sent to the host of `url` only; empty: none. */
  authorization: secretSetting().default(() => new Secret("")),
  /** `host:port`, separated by commas: where private addresses, and http without TLS, are meant. */
  allowedHosts: textSetting()
    .refine(
      (text) => text === "" || text.split(",").every((each) => hostWithPort.test(each.trim())),
      "host:port, separated by commas",
    )
    .default(""),
  timeoutMs: timeoutSetting(),
});
export type HttpSettings = z.infer<typeof httpSchema>;

export const httpSettings: readonly SettingDefinition[] = [
  { key: "url", label: say("setting.address"), isSecret: false },
  { key: "authorization", label: say("setting.authorization"), isSecret: true },
  { key: "allowedHosts", label: say("setting.allowedHosts"), isSecret: false },
  timeoutDefinition,
];
