import { newId } from "@tierline/shared/id.ts";
import { bulkRowsAtOnceOfAll, textLengthMax } from "@tierline/shared/limits.ts";
import { sentenceOfIssue } from "@tierline/shared/sentence-of-issue.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { isKeepable } from "../kernel/text.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { ConnectorRow } from "./connector.entity.ts";
import type { ConnectorType, UpdateConnectorInput } from "./connector.type.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { findConnector } from "./list-connectors.ts";
import {
  connectorIdOf,
  findDefinition,
  forgetSetups,
  openedSettings,
  sealPlace,
  setupIn,
  type ConnectorSetup,
} from "./settings.ts";

const mask = "••••••";

/** Stores how a connector is reached. Secrets are sealed before they touch the database and never come back out of it. */
export async function updateConnector(context: Context, input: UpdateConnectorInput): Promise<ConnectorType> {
  const definition = findDefinition(input.key);
  if (definition === null || context.viewer.path !== rootPath) throw notFound();
  assertKnownSettings(definition, input);
  await transaction(context, async (tx) => {
    const before = await lockedSetup(tx, input.key);
    assertSameVersion(before, input.version);
    const after = changed(tx, definition, before, input);
    assertFits(tx, definition, after, input);
    await store(tx, after);
    await record(tx, definition, before, after);
  });
  forgetSetups(context.vault);
  const connector = await findConnector(context, input.key);
  invariant(connector !== null, "a connector that was just stored is there");
  return connector;
}

function assertKnownSettings(
  definition: ConnectorDefinition<object>,
  { settings, bulkRowsAtOnce }: UpdateConnectorInput,
): void {
  const refusals = new Refusals();
  if (bulkRowsAtOnce != null && (bulkRowsAtOnce < 1 || bulkRowsAtOnce > bulkRowsAtOnceOfAll)) {
    refusals.add("INVALID", say("connector.bulkRows", { max: bulkRowsAtOnceOfAll }), "bulkRowsAtOnce");
  }
  const known = new Set(definition.settings.map(({ key }) => key));
  settings.forEach(({ key, value }, index) => {
    if (!known.has(key))
      refusals.add(
        "INVALID",
        say("connector.noSetting", { connector: definition.title, key }),
        "settings",
        `${index}`,
        "key",
      );
    if ((value ?? "").length > textLengthMax) {
      const message = say("connector.settingLength", { max: textLengthMax });
      refusals.add("TOO_LONG", message, "settings", `${index}`, "value");
    }
    if (!isKeepable(value ?? "")) refusals.add("INVALID", say("text.notKept"), "settings", `${index}`, "value");
  });
  refusals.settle();
}

async function lockedSetup(tx: Transaction, key: string): Promise<ConnectorSetup> {
  const [row] = await tx.em.execute<Pick<ConnectorRow, "mode" | "settings" | "version" | "bulkRowsAtOnce">[]>(
    `select mode, settings, version, bulk_rows_at_once as "bulkRowsAtOnce" from connector where path = ? and key = ? for update`,
    [rootPath, key],
  );
  return setupIn(key, row);
}

function assertSameVersion({ version }: ConnectorSetup, read: number): void {
  if (version === read) return;
  throw new Rejection({
    code: "STALE",
    message: say("connector.stale"),
    path: ["version"],
  });
}

function changed(
  tx: Transaction,
  definition: ConnectorDefinition<object>,
  before: ConnectorSetup,
  input: UpdateConnectorInput,
): ConnectorSetup {
  const settings = new Map(Object.entries(before.settings));
  for (const { key, value } of input.settings) {
    const isSecret = definition.settings.some((each) => each.key === key && each.isSecret);
    if (value === null || value === undefined) settings.delete(key);
    else settings.set(key, isSecret ? tx.vault.seal(value, sealPlace(definition.key, key)) : value);
  }
  return {
    key: before.key,
    mode: input.mode ?? before.mode,
    settings: Object.fromEntries(settings),
    bulkRowsAtOnce: input.bulkRowsAtOnce ?? before.bulkRowsAtOnce,
    version: before.version + 1,
  };
}

/** Real settings have to be whole; as long as the lab answers, only those that were handed in are looked at. */
function assertFits(
  tx: Transaction,
  definition: ConnectorDefinition<object>,
  after: ConnectorSetup,
  input: UpdateConnectorInput,
): void {
  const parsed = definition.schema.safeParse(openedSettings(tx.vault, definition, after.settings));
  if (parsed.success) return;
  const refusals = new Refusals();
  for (const issue of parsed.error.issues) {
    const key = String(issue.path[0] ?? "");
    const index = input.settings.findIndex((each) => each.key === key);
    if (after.mode === "LAB" && (index === -1 || after.settings[key] === undefined)) continue;
    const label = definition.settings.find((each) => each.key === key)?.label ?? key;
    const path = index === -1 ? ["settings"] : ["settings", `${index}`, "value"];
    const isMissing = after.settings[key] === undefined;
    refusals.add(
      isMissing ? "REQUIRED" : "INVALID",
      isMissing
        ? say("connector.valueNeeded", { setting: label })
        : say("connector.valueWrong", { setting: label, reason: sentenceOfIssue(issue) }),
      ...path,
    );
  }
  refusals.settle();
}

async function store(tx: Transaction, setup: ConnectorSetup): Promise<void> {
  const settings = JSON.stringify(setup.settings);
  const notAsked = JSON.stringify(say("connector.notAsked"));
  await tx.em.execute(
    `insert into connector (id, path, key, mode, settings, health, health_message, bulk_rows_at_once, version)
     values (?, ?, ?, ?, ?::jsonb, 'NOT_APPLICABLE', ?::jsonb, ?, ?)
     on conflict (path, key) do update set mode = excluded.mode, settings = excluded.settings, version = excluded.version,
       bulk_rows_at_once = excluded.bulk_rows_at_once,
       health = 'NOT_APPLICABLE', health_message = excluded.health_message, latency_ms = null, checked_at = null`,
    [
      connectorIdOf(setup.key),
      rootPath,
      setup.key,
      setup.mode,
      settings,
      notAsked,
      setup.bulkRowsAtOnce,
      setup.version,
    ],
  );
}

/** Connectors stand below the audit trail in the order of the folders, so the row is written here. Secrets are told as changed. */
async function record(
  tx: Transaction,
  definition: ConnectorDefinition<object>,
  before: ConnectorSetup,
  after: ConnectorSetup,
): Promise<void> {
  const settings = definition.settings.filter(({ key }) => before.settings[key] !== after.settings[key]);
  const shown = (isSecret: boolean, text: string | undefined) => (text === undefined ? null : isSecret ? mask : text);
  const changes = settings.map(({ key, isSecret }) => ({
    field: key,
    before: shown(isSecret, before.settings[key]),
    after: shown(isSecret, after.settings[key]),
  }));
  const rows = ({ bulkRowsAtOnce: count }: ConnectorSetup) => (count === null ? null : String(count));
  if (rows(before) !== rows(after)) {
    changes.push({ field: "bulkRowsAtOnce", before: rows(before), after: rows(after) });
  }
  if (before.mode !== after.mode) changes.push({ field: "mode", before: before.mode, after: after.mode });
  const { viewer } = tx;
  await tx.em.execute(
    `insert into audit_entry (id, path, at, actor_id, actor, on_behalf_of, channel, operation, subject_kind, subject_id, subject, changes, request_id, ip)
     values (?, ?, ?, ?, ?, ?, ?, 'connector.update', 'connector', ?, ?::jsonb, ?::jsonb, ?, ?)`,
    [
      newId(tx.clock.now().getTime()),
      rootPath,
      tx.clock.now(),
      viewer.userId,
      viewer.name,
      viewer.onBehalfOf?.name ?? null,
      viewer.channel,
      connectorIdOf(definition.key),
      JSON.stringify(definition.title),
      JSON.stringify(changes),
      tx.requestId,
      tx.http?.ip ?? null,
    ],
  );
}
