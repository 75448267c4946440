import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { SettingDefinition } from "../../kernel/connector.ts";
import { outsideElement } from "../element.ts";
import {
  databaseAddressSetting,
  switchSetting,
  textSetting,
  timeoutDefinition,
  timeoutSetting,
  webAddressSetting,
} from "../setting.ts";
import type { SqlDatabase } from "../sql-client.ts";

export const sip = outsideElement("SIP_DATABASE", say("element.sip"));
/** Kamailio itself, behind the same setting of the console as its database. */
export const sipServer = outsideElement("SIP_DATABASE", say("element.sipServer"));

/** Of the column, as Kamailio's own scripts make it. */
const attributeLengthMax = 32;

export const sipSchema = z.object({
  databaseUrl: databaseAddressSetting(),
  /** The SIP domain that phones sign in to: `domain` of the row and realm of the digest. */
  realm: textSetting().min(1),
  /**
   * Of Kamailio's JSON-RPC over HTTP (modules xhttp and jsonrpcs). Kamailio keeps contacts and calls in its memory, so
   * without it a removed phone stays reachable until its registration lapses. Empty: only the `location` row is removed.
   */
  rpcUrl: z.union([z.literal(""), webAddressSetting()]).default(""),
  /** Kamailio's `usrloc` parameter `use_domain`: contacts are kept under user@domain instead of user. */
  hasDomainInContacts: switchSetting().default(false),
  /**
   * Attribute of Kamailio's table `usr_preferences` under which its configuration finds how many calls a phone may have at a
   * time. Empty: it keeps no such limits.
   */
  callLimitAttribute: textSetting().max(attributeLengthMax).default("max_calls"),
  /**
   * Where Kamailio writes down its calls (module acc, `cdrs_table`), with the columns that its configuration adds. Empty: a call whose end
   * it could not tell is given up.
   */
  cdrTable: z.union([z.literal(""), textSetting().regex(/^[a-z_][a-z0-9_]*$/)]).default(""),
  timeoutMs: timeoutSetting(),
});
export type SipSettings = z.infer<typeof sipSchema>;

export const sipSettings: readonly SettingDefinition[] = [
  { key: "databaseUrl", label: say("setting.databaseAddress"), isSecret: true },
  { key: "realm", label: say("setting.sipDomain"), isSecret: false },
  { key: "rpcUrl", label: say("setting.kamailio"), isSecret: false },
  { key: "hasDomainInContacts", label: say("setting.contactDomain"), isSecret: false },
  { key: "callLimitAttribute", label: say("setting.callLimit"), isSecret: false },
  { key: "cdrTable", label: say("setting.cdrTable"), isSecret: false },
  timeoutDefinition,
];

export function databaseOf(settings: SipSettings): SqlDatabase {
  return {
    connector: "sip",
    element: sip,
    databaseUrl: settings.databaseUrl,
    timeoutMs: settings.timeoutMs,
  };
}
