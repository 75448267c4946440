import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { Secret } from "../../kernel/secret.ts";
import { outsideElement } from "../element.ts";
import {
  databaseAddressSetting,
  secretSetting,
  switchSetting,
  textSetting,
  timeoutDefinition,
  timeoutSetting,
} from "../setting.ts";
import type { SqlDatabase } from "../sql-client.ts";

export const radius = outsideElement("RADIUS_DATABASE", say("element.radius"));
/** Where the sessions are, behind the same setting of the console as the tables that let them begin. */
export const accessServer = outsideElement("RADIUS_DATABASE", say("element.accessServer"));

export const radiusSchema = z
  .object({
    databaseUrl: databaseAddressSetting(),
    /**
     * Of the access server that ends sessions when it is told to (RFC 5176), or of a RADIUS proxy before several. Empty: a session
     * that is open goes on until it ends by itself.
     */
    nasHost: textSetting().default(""),
    nasPort: z.coerce.number().int().min(1).max(65_535).default(3_799),
    nasSecret: secretSetting().default(() => new Secret("")),
    /** FreeRADIUS writes the sessions into `radacct`. */
    hasAccounting: switchSetting().default(false),
    timeoutMs: timeoutSetting(),
  })
  .refine(({ nasHost, nasSecret }) => nasHost === "" || nasSecret.reveal() !== "", {
    path: ["nasSecret"],
    error: "value.sharedSecret" satisfies SentenceKey,
  });
export type RadiusSettings = z.infer<typeof radiusSchema>;

export const radiusSettings: readonly SettingDefinition[] = [
  { key: "databaseUrl", label: say("setting.databaseAddress"), isSecret: true },
  { key: "nasHost", label: say("setting.accessServer"), isSecret: false },
  { key: "nasPort", label: say("setting.accessServerPort"), isSecret: false },
  { key: "nasSecret", label: say("setting.sharedSecret"), isSecret: true },
  { key: "hasAccounting", label: say("setting.accounting"), isSecret: false },
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

/** Whether anybody can be told to end a session. */
export function hasAccessServer({ nasHost }: RadiusSettings): boolean {
  return nasHost !== "";
}
