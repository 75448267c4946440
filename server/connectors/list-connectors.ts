import { encodeId } from "@tierline/shared/id.ts";
import { bulkRowsAtOncePerConnector } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { may } from "../kernel/requires.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ConnectorEntity, type ConnectorRow } from "./connector.entity.ts";
import type { ConnectorType } from "./connector.type.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { connectors } from "./registry.ts";
import { connectorIdOf, setupIn, usableSettings, type ConnectorSetup } from "./settings.ts";

/** Every kind of connector with its last known health, stored or not, in the console's order. */
export async function listConnectors(context: Context): Promise<ConnectorType[]> {
  const rows = await context.em.execute<object[]>("select * from connector where path = ?", [rootPath]);
  const byKey = new Map(mapped(context.em, ConnectorEntity, rows).map((row) => [row.key, row]));
  return connectors.map((definition) => toConnector(context, definition, byKey.get(definition.key)));
}

export async function findConnector(context: Context, key: string): Promise<ConnectorType | null> {
  return (await listConnectors(context)).find((each) => each.key === key) ?? null;
}

function toConnector(
  context: Context,
  definition: ConnectorDefinition<object>,
  row: ConnectorRow | undefined,
): ConnectorType {
  const setup = setupIn(definition.key, row);
  const mayEdit = may(context, "connector.edit");
  return {
    id: encodeId("con", connectorIdOf(definition.key)),
    key: definition.key,
    title: definition.title,
    protocol: definition.protocol,
    mode: setup.mode,
    endpoint: mayEdit ? endpointOf(context, definition, setup) : "",
    health: row?.health ?? "NOT_APPLICABLE",
    healthMessage: row?.healthMessage ?? say("connector.notAsked"),
    checkedAt: row?.checkedAt ?? null,
    latencyMs: row?.latencyMs ?? null,
    settings: definition.settings.map(({ key, label, isSecret }) => {
      const stored = setup.settings[key];
      const value = isSecret || !mayEdit ? null : (stored ?? null);
      return { key, label, isSecret, value, isSet: stored !== undefined };
    }),
    bulkRowsAtOnce: setup.bulkRowsAtOnce ?? bulkRowsAtOncePerConnector,
    version: setup.version,
  };
}

function endpointOf(context: Context, definition: ConnectorDefinition<object>, setup: ConnectorSetup): string {
  try {
    return definition.endpointOf(usableSettings(context.vault, definition, setup));
  } catch {
    return ""; // not set up: its health says so in words
  }
}
