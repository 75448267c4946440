import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { secretSetting, textSetting, timeoutSetting } from "../setting.ts";

const timeoutMsMax = 280_000;

export const ansibleSchema = z.object({
  /** Where the playbooks lie; nothing outside of it is run. Empty: the connector is not used. */
  playbookFolder: textSetting().default(""),
  /** A file, or hosts separated by commas with a comma at the end. */
  inventory: textSetting().min(1).default("localhost,"),
  executable: textSetting().min(1).default("ansible-playbook"),
  /** Ansible Vault's password; empty: none. */
  vaultPassword: secretSetting().default(() => new Secret("")),
  /** Below the usual deadline of a task, so that the end of a run is Ansible's own. */
  timeoutMs: timeoutSetting(timeoutMsMax, timeoutMsMax),
});
export type AnsibleSettings = z.infer<typeof ansibleSchema>;

export const ansibleSettings: readonly SettingDefinition[] = [
  { key: "playbookFolder", label: say("setting.playbookFolder"), isSecret: false },
  { key: "inventory", label: say("setting.inventory"), isSecret: false },
  { key: "executable", label: say("setting.program"), isSecret: false },
  { key: "vaultPassword", label: say("setting.vaultPassword"), isSecret: true },
  { key: "timeoutMs", label: say("setting.timeLimit"), isSecret: false },
];
