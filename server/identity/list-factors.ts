import type { FactorKind } from "@tierline/shared/kinds.ts";
import type { Context } from "../kernel/context.ts";
import type { KnownPasskey } from "./passkey.ts";

/** A factor that works, and nothing that anybody could use it by. */
export interface ListedFactor extends Pick<KnownPasskey, "credential_id" | "transports"> {
  readonly id: string;
  readonly kind: FactorKind;
  readonly name: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

/** In the order in which they were added. */
export function factorsOf({ em }: Pick<Context, "em">, userId: string): Promise<ListedFactor[]> {
  return em.execute<ListedFactor[]>(
    `select id, kind, name, created_at, last_used_at, credential_id, transports from factor
     where user_id = ? and confirmed_at is not null order by id`,
    [userId],
  );
}

/** How many of the ten are left. */
export async function recoveryCodesLeft({ em }: Pick<Context, "em">, userId: string): Promise<number> {
  const [{ count }] = await em.execute<[{ count: number }]>(
    "select count(*)::int as count from recovery_code where user_id = ? and used_at is null",
    [userId],
  );
  return count;
}
