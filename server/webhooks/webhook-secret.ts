import { randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import type { WebhookEndpointRow } from "./webhook.entity.ts";

/** A fresh one of 256 bits, as Standard Webhooks writes it. Sealed rather than hashed: it has to sign. */
export async function insertSecret(
  tx: Transaction,
  endpoint: Pick<WebhookEndpointRow, "id" | "path">,
): Promise<string> {
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  await tx.em.execute("insert into webhook_secret (id, path, endpoint_id, sealed, created_at) values (?, ?, ?, ?, ?)", [
    id,
    endpoint.path,
    endpoint.id,
    tx.vault.seal(secret, webhookSecretPlace(id)),
    now,
  ]);
  return secret;
}

/** Those that sign at this moment, the newest first. */
export async function secretsOf({ em, clock, vault }: Context, endpointId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string; sealed: string }[]>(
    "select id, sealed from webhook_secret where endpoint_id = ? and (expires_at is null or expires_at > ?) order by id desc",
    [endpointId, clock.now()],
  );
  return rows.map(({ id, sealed }) => vault.open(sealed, webhookSecretPlace(id)));
}

export function webhookSecretPlace(id: string): string {
  return `webhook_secret|${id}`;
}
