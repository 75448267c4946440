import type { Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure, connectorTimeoutMs, type Health } from "../kernel/connector.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { ConnectorType } from "./connector.type.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { findConnector } from "./list-connectors.ts";
import { connectors } from "./registry.ts";
import { connectorIdOf, findDefinition, settingsOf } from "./settings.ts";

/** A probe is given up a little after the connector's own limit, so that the connector's words are heard. */
const probeTimeoutMs = connectorTimeoutMs + 2_000;
const intervalSeconds = 15;
const jitterSeconds = 4;

/** Asks one outside system now, and keeps what it says for everybody. */
export async function checkConnector(context: Context, key: string): Promise<ConnectorType> {
  const definition = findDefinition(key);
  if (definition === null) throw notFound();
  await probeAndKeep(context, definition);
  const connector = await findConnector(context, key);
  if (connector === null) throw notFound();
  return connector;
}

/** Asks every connector that was not asked for a while; of several workers one asks. Answers how many were asked. */
export async function probeDueConnectors(context: Context): Promise<number> {
  const due: ConnectorDefinition<object>[] = [];
  for (const definition of connectors) if (await claim(context, definition)) due.push(definition);
  await Promise.all(due.map((definition) => probeAndKeep(context, definition)));
  return due.length;
}

/** Never throws: a connector that cannot even be set up is a health, too. */
export async function probe(context: Context, definition: ConnectorDefinition<object>): Promise<Health> {
  try {
    const settings = await settingsOf(context, definition);
    return await definition.probe(settings, AbortSignal.timeout(probeTimeoutMs));
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const state = error.code === "CONNECTOR_NOT_SET_UP" ? "NOT_APPLICABLE" : "FAILED";
    return { state, message: error.words, latencyMs: null };
  }
}

async function probeAndKeep(context: Context, definition: ConnectorDefinition<object>): Promise<void> {
  const health = await probe(context, definition);
  // What was found holds for the whole installation, whoever asked: the row is the operator's.
  const { em } = inTier(context, rootPath);
  await em.execute(
    `insert into connector (id, path, key, settings, health, health_message, latency_ms, checked_at, version)
     values (?, ?, ?, '{}', ?, ?::jsonb, ?, ?, 1)
     on conflict (path, key) do update set health = excluded.health, health_message = excluded.health_message,
       latency_ms = excluded.latency_ms, checked_at = excluded.checked_at`,
    [
      connectorIdOf(definition.key),
      rootPath,
      definition.key,
      health.state,
      JSON.stringify(shortened(health.message)),
      health.latencyMs,
      context.clock.now(),
    ],
  );
}

/** What an outside system wrote may be long; a sentence of ours is not. */
function shortened(message: Words): Words {
  return typeof message === "string" ? message.slice(0, 500) : message;
}

/** Takes the turn for one connector. The interval differs from connector to connector, so that they do not all ask at once. */
async function claim(context: Context, { key }: ConnectorDefinition<object>): Promise<boolean> {
  const now = context.clock.now();
  const jitter = Number.parseInt(connectorIdOf(key).slice(0, 8), 16) % jitterSeconds;
  const askedBefore = new Date(now.getTime() - (intervalSeconds - jitter) * 1_000);
  const rows = await context.em.execute<{ due: boolean }[]>(
    `update connector set checked_at = ? where path = ? and key = ? and (checked_at is null or checked_at <= ?)
     returning true as due`,
    [now, rootPath, key, askedBefore],
  );
  if (rows.length > 0) return true;
  const known = await context.em.execute<unknown[]>("select 1 from connector where path = ? and key = ?", [
    rootPath,
    key,
  ]);
  return known.length === 0;
}
