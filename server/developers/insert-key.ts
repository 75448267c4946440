import { newId } from "@tierline/shared/id.ts";
import type { Transaction } from "../kernel/context.ts";
import { ApiKeyEntity } from "./api-client.entity.ts";
import { newKeyToken, type KeyToken } from "./key-token.ts";

interface NewKey {
  readonly clientId: string;
  /** The program's tier. */
  readonly path: string;
  readonly days: number;
}

const dayMs = 86_400_000;

/** A key of which the database keeps its beginning and its hash. */
export async function insertKey(tx: Transaction, { clientId, path, days }: NewKey): Promise<KeyToken> {
  const made = newKeyToken();
  const createdAt = tx.clock.now();
  await tx.em.insert(ApiKeyEntity, {
    id: newId(createdAt.getTime()),
    path,
    client: clientId,
    prefix: made.prefix,
    tokenHash: made.hash,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * dayMs),
    lastUsedAt: null,
    revokedAt: null,
  });
  return made;
}
