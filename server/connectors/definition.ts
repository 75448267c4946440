import type { Words } from "@tierline/shared/sentence.ts";
import type { z } from "zod";
import type { Health, SettingDefinition } from "../kernel/connector.ts";
import type { LabEndpoints } from "../kernel/installation.ts";
import { Secret } from "../kernel/secret.ts";

export type { LabEndpoints } from "../kernel/installation.ts";

/**
 * One kind of outside system. Its deeds are plain functions beside it, `(io, settings, input) => Promise<output>`; this is what
 * the console needs to configure and watch it. Methods, not function properties, so that a list can hold connectors of
 * different settings: whoever holds the list parses with `schema` first.
 */
export interface ConnectorDefinition<Settings extends object> {
  /** The same word as `OutsideCall.connector`. */
  readonly key: string;
  readonly title: Words;
  readonly protocol: Words;
  readonly settings: readonly SettingDefinition[];
  /** Takes every value as text (as stored) or already parsed; secrets come out as `Secret`. */
  readonly schema: z.ZodType<Settings>;
  labSettings(lab: LabEndpoints): Settings;
  /** Never throws: what is wrong is the health. Changes nothing outside and does not count as a call. */
  probe(settings: Settings, signal: AbortSignal): Promise<Health>;
  /** Host and port, without credentials: what a circuit breaker counts by and the console shows. */
  endpointOf(settings: Settings): string;
}

/** Settings as they are stored: text by key. The caller seals those whose definition says `isSecret`. */
export function settingTexts(settings: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Secret ? value.reveal() : String(value),
    ]),
  );
}
