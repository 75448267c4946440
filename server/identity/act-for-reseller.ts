import type { Permission } from "@tierline/shared/permission.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { keyLengthMax } from "@tierline/shared/limits.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { rootPath, type Viewer } from "../kernel/viewer.ts";
import { rightsOf, upwardFrom, type Account, type UpwardReseller } from "./account.ts";

interface Below {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly upward: readonly UpwardReseller[];
}

/** One's own affairs stay one's own, whoever one works for; and whoever stands in one's place already takes no other's. */
const ownAffairs: ReadonlySet<Permission> = new Set(["profile.update", "user.act_as"]);

/**
 * The same person in the place of a reseller below their own (CX12): its tier, its states and limits, and no right that they have
 * not themselves. `named` is its id or key; their own reseller's changes nothing.
 * @throws AccessError NOT_FOUND (above, beside, nowhere, closed), FORBIDDEN
 */
export async function actForReseller(
  system: Context,
  account: Account,
  viewer: Viewer,
  named: string,
): Promise<Viewer> {
  const below = await resellerNamed(system, named);
  if (below === null || !isWithin(below.path, viewer.path)) throw notFound();
  if (below.id === viewer.resellerId) return viewer;
  require({ viewer }, "reseller.act_for");
  const { permissions, withheld } = rightsOf({ ...account, upward: below.upward });
  return {
    ...viewer,
    resellerId: below.id,
    path: below.path,
    permissions: new Set([...permissions].filter((key) => !ownAffairs.has(key))),
    withheld,
    onBehalfOf: { kind: "RESELLER", id: below.id, name: below.name },
  };
}

async function resellerNamed(system: Context, named: string): Promise<Below | null> {
  if (named.length > keyLengthMax) return null;
  const { em } = inTier(system, rootPath);
  const [below] = await em.execute<Below[]>(
    `select below.id, below.path, below.name, ${upwardFrom("below.id")} as upward
     from reseller below where (below.id = ?::uuid or below.key = ?) and below.state <> 'CLOSED'`,
    [decodeId("rsl", named), named],
  );
  return below ?? null;
}
