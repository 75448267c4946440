import type { UserErrorLike } from "../../api/user-errors.ts";
import type { ConnectorCardFragment } from "./connectors.generated.ts";

export type Setting = ConnectorCardFragment["settings"][number];

/** What was typed, by key. A setting that is not in it stays as it is; null goes back to the default. */
export type Typed = Readonly<Record<string, string | null>>;

export interface SettingChange {
  readonly key: string;
  readonly value: string | null;
}

/** Only what changed is sent: a secret that was not typed anew is not touched, since nobody here knows it. */
export function changesOf(settings: readonly Setting[], typed: Typed): SettingChange[] {
  return settings.flatMap(({ key, value, isSecret, isSet }): SettingChange[] => {
    const text = typed[key];
    if (text === undefined) return [];
    if (isSecret) return text === "" || (text === null && !isSet) ? [] : [{ key, value: text }];
    if (text === null || text === "") return isSet ? [{ key, value: null }] : [];
    return text === value ? [] : [{ key, value: text }];
  });
}

/** The server names a setting by its place in what was sent. */
export function errorsByKey(
  errors: readonly UserErrorLike[],
  sent: readonly SettingChange[],
): { byKey: Record<string, string>; general: string[] } {
  const byKey: Record<string, string> = {};
  const general: string[] = [];
  for (const { path, message } of errors) {
    const key = path?.[0] === "settings" ? sent[Number(path[1])]?.key : undefined;
    if (key === undefined) general.push(message);
    else byKey[key] ??= message;
  }
  return { byKey, general };
}
