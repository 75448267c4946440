import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { outsideElement } from "../element.ts";
import { databaseAddressSetting, timeoutDefinition, timeoutSetting } from "../setting.ts";
import type { SqlDatabase } from "../sql-client.ts";

export const radius = outsideElement("RADIUS_DATABASE", say("element.radius"));

export const radiusSchema = z.object({ databaseUrl: databaseAddressSetting(), timeoutMs: timeoutSetting() });
export type RadiusSettings = z.infer<typeof radiusSchema>;

export const radiusSettings: readonly SettingDefinition[] = [
  { key: "databaseUrl", label: say("setting.databaseAddress"), isSecret: true },
  timeoutDefinition,
];

export function databaseOf(settings: RadiusSettings): SqlDatabase {
  return {
    connector: "radius",
    element: radius,
    databaseUrl: settings.databaseUrl,
    timeoutMs: settings.timeoutMs,
  };
}
