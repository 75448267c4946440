import { encodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { accountColumns, isDeactivated, viewerOf, type Account } from "./account.ts";
import { actForReseller } from "./act-for-reseller.ts";

/**
 * A person as they are now, for work that goes on when they have left: in their own place or that of a reseller below. Null for who
 * is gone. `system` sees the root tier.
 * @throws AccessError as `actForReseller`
 */
export async function viewerOfUser(
  system: Context,
  userId: string,
  actingForId: string | null,
): Promise<Viewer | null> {
  const [account] = await system.em.execute<Account[]>(
    `select ${accountColumns} from app_user u left join customer k on k.id = u.customer_id where u.id = ?`,
    [userId],
  );
  if (account === undefined || isDeactivated(account)) return null;
  const viewer = viewerOf(account, null, "SYSTEM");
  return actingForId === null ? viewer : actForReseller(system, account, viewer, encodeId("rsl", actingForId));
}
