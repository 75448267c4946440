import type { ActingMode } from "@tierline/shared/kinds.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { isVisibleTo, rootPath, type OnBehalfOf, type Viewer, type Withheld } from "../kernel/viewer.ts";
import { accountColumns, isDeactivated, rightsOf, type Account } from "./account.ts";

/** As the row of a session keeps it. */
export interface Acting {
  readonly acting_as: string | null;
  readonly acting_mode: ActingMode | null;
  readonly acting_until: string | null;
}

/** A person's own affairs, and what proves who they are or is shown once: neither seen nor done by whoever acts as them. */
const theirsAlone: ReadonlySet<Permission> = new Set(["profile.update", "service.reveal"]);

/**
 * The same person as a customer's own person sees it (B19): path, customer and permissions are the other's, cut by one's own.
 * Asked at every operation, so that it ends by itself: when its time is over, when the other may more than oneself by now, or may
 * not sign in any more. What comes after that was meant in the other's place, so it is done in none (`hasEnded`).
 */
export async function actAs(system: Context, viewer: Viewer, acting: Acting): Promise<Viewer> {
  const { acting_as: userId, acting_mode: mode, acting_until: ends } = acting;
  if (userId === null || mode === null || ends === null) return viewer;
  const until = new Date(ends);
  const isOver = until <= system.clock.now() || !viewer.permissions.has("user.act_as");
  const other = isOver ? null : await personToActAs(system, viewer, userId);
  if (other === null || exceeds(viewer, other)) {
    return { ...viewer, ...rightsOnceEnded(viewer), onBehalfOf: await endedAs(system, userId, mode, until) };
  }
  return {
    ...viewer,
    resellerId: other.reseller_id,
    customerId: other.customer_id,
    path: other.path,
    onlyCustomers: null, // the path is one customer's
    ...rightsWhileActing(viewer, other, mode),
    onBehalfOf: { kind: "USER", id: other.user_id, name: other.name, mode, until, hasEnded: false },
  };
}

async function endedAs(system: Context, userId: string, mode: ActingMode, until: Date): Promise<OnBehalfOf> {
  const { em } = inTier(system, rootPath);
  const [other] = await em.execute<{ name: string }[]>("select name from app_user where id = ?", [userId]);
  return { kind: "USER", id: userId, name: other?.name ?? "", mode, until, hasEnded: true };
}

/** To begin anew, and nothing else. */
function rightsOnceEnded({ permissions }: Viewer): Pick<Viewer, "permissions" | "withheld"> {
  const left = [...permissions].filter((key) => key === "user.act_as");
  const withheld = new Map<Permission, Withheld>();
  for (const key of permissions) if (key !== "user.act_as") withheld.set(key, "ACTING_ENDED");
  return { permissions: new Set(left), withheld };
}

/** Over is over: it does not begin again by itself because what ended it has changed. */
export async function endActing({ em, clock }: Pick<Context, "em" | "clock">, sessionId: string): Promise<void> {
  await em.execute("update session set acting_until = least(acting_until, ?) where id = ?", [clock.now(), sessionId]);
}

/** The row of a session is its person's, so for one who acts as another it lies outside their tier. */
export async function forgetActing(context: Pick<Context, "em">, sessionId: string): Promise<void> {
  await context.em.execute(
    "update session set acting_as_id = null, acting_mode = null, acting_reason = null, acting_until = null where id = ?",
    [sessionId],
  );
}

/** A customer's own person whom the viewer can see and who can sign in; null for everybody else, who might as well not be. */
export async function personToActAs(system: Context, viewer: Viewer, userId: string): Promise<Account | null> {
  const [account] = await inTier(system, rootPath).em.execute<Account[]>(
    `select ${accountColumns} from app_user u join customer k on k.id = u.customer_id where u.id = ?`,
    [userId],
  );
  if (account === undefined || isDeactivated(account)) return null;
  return isWithin(account.path, viewer.path) && isVisibleTo(viewer, account.path) ? account : null;
}

/** Nobody acts as someone who may what they may not. @throws AccessError FORBIDDEN */
export function refuseIfExceeding(viewer: Viewer, other: Account): void {
  if (exceeds(viewer, other)) throw new AccessError("FORBIDDEN", say("access.actingExceeds"));
}

function exceeds(viewer: Viewer, other: Account): boolean {
  const held = (key: Permission): boolean => viewer.permissions.has(key) || viewer.withheld.has(key);
  return [...rightsOf(other).permissions].some((key) => !held(key));
}

function rightsWhileActing(viewer: Viewer, other: Account, mode: ActingMode): Pick<Viewer, "permissions" | "withheld"> {
  const permissions = new Set<Permission>();
  const withheld = new Map<Permission, Withheld>();
  for (const key of rightsOf(other).permissions) {
    if (theirsAlone.has(key) || !viewer.permissions.has(key)) continue;
    if (mode === "ACT" || key.endsWith(".view")) permissions.add(key);
    else withheld.set(key, "ACTING_READ_ONLY");
  }
  return { permissions, withheld };
}
