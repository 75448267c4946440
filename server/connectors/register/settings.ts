import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret, type Part } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import { secretSetting, textSetting, timeoutDefinition, timeoutSetting, webAddressSetting } from "../setting.ts";

export const register = outsideElement("REGISTER", say("element.register"));

const method = z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const path = textSetting().startsWith("/");

/**
 * Registers (HLR, HSS) speak a REST of their maker's own, so the requests are settings: paths and bodies with places
 * `{{subscriber}}` and `{{…}}` for whatever fields a playbook hands over.
 */
export const registerSchema = z.object({
  url: webAddressSetting(),
  /** The whole `Authorization` header, e.g. `Bearer …`; empty: none. */
  authorization: secretSetting().default(() => new Secret("")),
  attachMethod: method.default("PUT"),
  attachPath: path.default("/subscribers/{{subscriber}}"),
  attachBody: textSetting()
    .refine((text) => jsonTemplate(text) !== undefined, "value.jsonTemplate" satisfies SentenceKey)
    .default('{"state":"ACTIVE","msisdn":"{{msisdn}}","iccid":"{{iccid}}"}'),
  detachMethod: method.default("DELETE"),
  detachPath: path.default("/subscribers/{{subscriber}}"),
  getPath: path.default("/subscribers/{{subscriber}}"),
  /** Which field of the answer names the subscriber (checked against the one asked for) and which tells its state. */
  subscriberField: textSetting().default("subscriber"),
  stateField: textSetting().min(1).default("state"),
  activeState: textSetting().min(1).default("ACTIVE"),
  healthPath: path.default("/health"),
  timeoutMs: timeoutSetting(),
});
export type RegisterSettings = z.infer<typeof registerSchema>;

/** Undefined when the text is not JSON. */
export function jsonTemplate(text: string): Part | undefined {
  try {
    return JSON.parse(text) as Part; // whatever JSON.parse gives is a Part
  } catch {
    return undefined;
  }
}

export const registerSettings: readonly SettingDefinition[] = [
  { key: "url", label: say("setting.address"), isSecret: false },
  { key: "authorization", label: say("setting.authorization"), isSecret: true },
  { key: "attachMethod", label: say("setting.attachMethod"), isSecret: false },
  { key: "attachPath", label: say("setting.attachPath"), isSecret: false },
  { key: "attachBody", label: say("setting.attachBody"), isSecret: false },
  { key: "detachMethod", label: say("setting.detachMethod"), isSecret: false },
  { key: "detachPath", label: say("setting.detachPath"), isSecret: false },
  { key: "getPath", label: say("setting.getPath"), isSecret: false },
  { key: "subscriberField", label: say("setting.subscriberField"), isSecret: false },
  { key: "stateField", label: say("setting.stateField"), isSecret: false },
  { key: "activeState", label: say("setting.activeState"), isSecret: false },
  { key: "healthPath", label: say("setting.healthPath"), isSecret: false },
  timeoutDefinition,
];
