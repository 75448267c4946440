import { createHash } from "node:crypto";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { sentenceOfIssue } from "@tierline/shared/sentence-of-issue.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { Secret } from "../kernel/secret.ts";
import type { Vault } from "../kernel/vault.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { ConnectorRow } from "./connector.entity.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { connectors } from "./registry.ts";

export type ConnectorMode = "LAB" | "REAL";

/** How a connector is set up, as it is stored. Connectors belong to the operator, at the root of the tree. */
export interface ConnectorSetup {
  readonly key: string;
  readonly mode: ConnectorMode;
  /** Texts by key; those of secret settings are sealed. */
  readonly settings: Readonly<Record<string, string>>;
  /** Null: nobody has said. */
  readonly bulkRowsAtOnce: number | null;
  readonly version: number;
}

type Asking = Pick<Context, "em" | "vault">;
type StoredSetup = Pick<ConnectorRow, "mode" | "settings" | "version"> & {
  readonly bulkRowsAtOnce?: number | null | undefined;
};

const cacheMs = 2_000;
const caches = new WeakMap<Vault, Map<string, { readonly row: StoredSetup | undefined; readonly until: number }>>();

/**
 * The settings to call an outside system with: the lab's, or those that the operator has stored. A change is seen within two
 * seconds. Throws ConnectorFailure CONNECTOR_NOT_SET_UP (permanent) when there are none or they do not fit.
 */
export async function settingsOf<Settings extends object>(
  context: Asking,
  definition: ConnectorDefinition<Settings>,
): Promise<Settings> {
  return usableSettings(context.vault, definition, await setupOf(context, definition.key));
}

/** As `settingsOf`, for callers that know the connector by its key alone. */
export async function settingsByKey(context: Asking, key: string): Promise<object> {
  return settingsOf(context, definitionOf(key));
}

export function definitionOf(key: string): ConnectorDefinition<object> {
  const definition = findDefinition(key);
  if (definition !== null) return definition;
  throw new ConnectorFailure("permanent", "CONNECTOR_NOT_SET_UP", say("connector.unknown", { key }));
}

export function findDefinition(key: string): ConnectorDefinition<object> | null {
  return connectors.find((each) => each.key === key) ?? null;
}

export function usableSettings<Settings extends object>(
  vault: Vault,
  definition: ConnectorDefinition<Settings>,
  setup: ConnectorSetup,
): Settings {
  const { lab } = installation();
  if (setup.mode === "LAB") {
    if (lab !== null) return definition.labSettings(lab);
    throw notSetUp(definition, say("connector.labDown"));
  }
  const parsed = definition.schema.safeParse(openedSettings(vault, definition, setup.settings));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = issue === undefined ? "" : sentenceOfIssue(issue);
  throw notSetUp(definition, say("connector.setting", { setting: issue?.path.join(".") ?? "", reason }));
}

/** The stored texts with their secrets opened: for a schema to read and for nothing else. */
export function openedSettings(
  vault: Vault,
  definition: ConnectorDefinition<object>,
  stored: Readonly<Record<string, string>>,
): Record<string, string | Secret> {
  const known = definition.settings.filter(({ key }) => stored[key] !== undefined);
  return Object.fromEntries(
    known.map(({ key, isSecret }) => {
      const text = stored[key] ?? "";
      return [key, isSecret ? new Secret(vault.open(text, sealPlace(definition.key, key))) : text];
    }),
  );
}

/** Where a sealed setting belongs; elsewhere it does not open. */
export function sealPlace(connectorKey: string, settingKey: string): string {
  return `connector|${rootPath}|${connectorKey}|${settingKey}`;
}

/** What the row says; a connector that nobody has touched has none, or one without a mode: it is the lab's where one runs. */
export function setupIn(key: string, row: StoredSetup | undefined): ConnectorSetup {
  const mode = row?.mode ?? (installation().lab === null ? "REAL" : "LAB");
  const { settings = {}, bulkRowsAtOnce = null, version = 1 } = row ?? {};
  return { key, mode, settings, bulkRowsAtOnce, version };
}

/** Follows from the key, so that a connector has its id before anybody stores something. */
export function connectorIdOf(key: string): string {
  const hex = createHash("sha256").update(`connector ${key}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** For whoever has just changed a connector: this process sees it at once. */
export function forgetSetups(vault: Vault): void {
  caches.delete(vault);
}

async function setupOf(context: Asking, key: string): Promise<ConnectorSetup> {
  const cache = caches.get(context.vault) ?? new Map();
  caches.set(context.vault, cache);
  const kept = cache.get(key);
  if (kept !== undefined && kept.until > performance.now()) return setupIn(key, kept.row);
  const [row] = await context.em.execute<StoredSetup[]>(
    "select mode, settings, version from connector where path = ? and key = ?",
    [rootPath, key],
  );
  cache.set(key, { row, until: performance.now() + cacheMs });
  return setupIn(key, row);
}

function notSetUp(definition: ConnectorDefinition<object>, why: Words): ConnectorFailure {
  return new ConnectorFailure(
    "permanent",
    "CONNECTOR_NOT_SET_UP",
    say("connector.notSetUp", { connector: definition.title, why }),
  );
}
