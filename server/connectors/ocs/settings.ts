import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import { secretSetting, textSetting, timeoutDefinition, timeoutSetting, webAddressSetting } from "../setting.ts";

export const ocs = outsideElement("OCS", say("element.ocs"));

export const ocsSchema = z.object({
  /** Of the JSON-RPC endpoint, usually ending in `/jsonrpc`. */
  url: webAddressSetting(),
  tenant: textSetting().min(1).default("cgrates.org"),
  /** For CGRateS's `use_basic_auth`; empty where it is off. */
  user: textSetting().default(""),
  password: secretSetting().default(() => new Secret("")),
  timeoutMs: timeoutSetting(),
});
export type OcsSettings = z.infer<typeof ocsSchema>;

export const ocsSettings: readonly SettingDefinition[] = [
  { key: "url", label: say("setting.jsonRpc"), isSecret: false },
  { key: "tenant", label: say("setting.tenant"), isSecret: false },
  { key: "user", label: say("setting.user"), isSecret: false },
  { key: "password", label: say("setting.password"), isSecret: true },
  timeoutDefinition,
];
