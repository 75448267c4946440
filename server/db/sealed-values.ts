import type pg from "pg";
import { connectors } from "../connectors/registry.ts";
import { sealPlace } from "../connectors/settings.ts";
import { factorPlace } from "../identity/verify-factor.ts";
import type { Vault } from "../kernel/vault.ts";
import { mailPlace } from "../notifications/queue-mail.ts";
import { trunkPlace } from "../onboarding/trunk.ts";
import { gatewayPlace } from "../payments/gateway.ts";
import { runSecretPlace } from "../provisioning/sql-run-store.ts";
import { secretPlace } from "../services/service-secret.ts";
import { webhookSecretPlace } from "../webhooks/webhook-secret.ts";

type Client = Pick<pg.ClientBase, "query">;

interface SealedValue {
  readonly sealed: string;
  readonly place: string;
}

const looksSealed = /^v1\.[A-Za-z0-9+/]{38,}={0,2}$/;

/** Where a secret stands in clear or, with the installation's key at hand, does not open in its place. */
export async function sealingProblems(client: Client, vault: Vault | null): Promise<string[]> {
  const values = [
    ...(await ofServices(client)),
    ...(await ofRuns(client)),
    ...(await ofConnectors(client)),
    ...(await ofMails(client)),
    ...(await ofWebhooks(client)),
    ...(await ofFactors(client)),
    ...(await ofGateways(client)),
    ...(await ofTrunks(client)),
  ];
  return values.filter((value) => !isSealed(value, vault)).map(({ place }) => place);
}

function isSealed({ sealed, place }: SealedValue, vault: Vault | null): boolean {
  if (!looksSealed.test(sealed)) return false;
  if (vault === null) return true;
  try {
    vault.open(sealed, place);
    return true;
  } catch {
    return false; // another key, another place or a changed byte: which of them nobody can tell
  }
}

async function ofServices(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; key: string; sealed: string }>(
    "select service_id::text as id, key, sealed from service_secret where sealed is not null",
  );
  return rows.map(({ id, key, sealed }) => ({ sealed, place: secretPlace(id, key) }));
}

async function ofRuns(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; name: string; sealed: string }>(
    "select run_id::text as id, name, sealed from run_secret",
  );
  return rows.map(({ id, name, sealed }) => ({ sealed, place: runSecretPlace(id, name) }));
}

async function ofConnectors(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ key: string; settings: Record<string, string> }>(
    "select key, settings from connector",
  );
  return rows.flatMap(({ key: connector, settings }) => {
    const secrets = connectors.find(({ key }) => key === connector)?.settings.filter(({ isSecret }) => isSecret) ?? [];
    return secrets.flatMap(({ key }) => {
      const sealed = settings[key];
      return sealed === undefined ? [] : [{ sealed, place: sealPlace(connector, key) }];
    });
  });
}

async function ofFactors(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; sealed: string | null }>(
    "select id::text as id, sealed_secret as sealed from factor where kind = 'TOTP'",
  );
  return rows.map(({ id, sealed }) => ({ sealed: sealed ?? "", place: factorPlace(id) }));
}

async function ofMails(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; body: string }>(
    "select id::text as id, body from outbox_mail where is_sealed and due_at is not null",
  );
  return rows.map(({ id, body }) => ({ sealed: body, place: mailPlace(id) }));
}

async function ofWebhooks(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; sealed: string }>(
    "select id::text as id, sealed from webhook_secret",
  );
  return rows.map(({ id, sealed }) => ({ sealed, place: webhookSecretPlace(id) }));
}

async function ofGateways(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; secret: string | null; webhook: string | null }>(
    "select id::text as id, sealed_secret as secret, sealed_webhook_secret as webhook from payment_gateway",
  );
  return rows.flatMap(({ id, secret, webhook }) => [
    ...(secret === null ? [] : [{ sealed: secret, place: gatewayPlace(id, "secret") }]),
    ...(webhook === null ? [] : [{ sealed: webhook, place: gatewayPlace(id, "webhookSecret") }]),
  ]);
}

async function ofTrunks(client: Client): Promise<SealedValue[]> {
  const { rows } = await client.query<{ id: string; pbx: string | null; gateway: string | null }>(
    "select id::text as id, sealed_pbx_password as pbx, sealed_gateway_password as gateway from pbx_trunk",
  );
  return rows.flatMap(({ id, pbx, gateway }) => [
    ...(pbx === null ? [] : [{ sealed: pbx, place: trunkPlace(id, "pbxPassword") }]),
    ...(gateway === null ? [] : [{ sealed: gateway, place: trunkPlace(id, "gatewayPassword") }]),
  ]);
}
