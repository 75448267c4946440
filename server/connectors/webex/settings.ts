import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import { secretSetting, timeoutDefinition, timeoutSetting, webAddressSetting } from "../setting.ts";

export const webex = outsideElement("WEBEX", say("element.webex"));

const waitMsMax = 600_000;

export const webexSchema = z.object({
  /** Up to the version: `https://webexapis.com/v1`. */
  url: webAddressSetting(),
  accessToken: secretSetting().default(() => new Secret("")),
  /** How long something that was accepted is asked after, and how often. */
  waitMs: timeoutSetting(20_000, waitMsMax),
  pollMs: timeoutSetting(1_000, waitMsMax),
  timeoutMs: timeoutSetting(),
});
export type WebexSettings = z.infer<typeof webexSchema>;

export const webexSettings: readonly SettingDefinition[] = [
  { key: "url", label: say("setting.address"), isSecret: false },
  { key: "accessToken", label: say("setting.accessToken"), isSecret: true },
  { key: "waitMs", label: say("setting.waitForDone"), isSecret: false },
  { key: "pollMs", label: say("setting.askEvery"), isSecret: false },
  timeoutDefinition,
];
