import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { accountColumns, rightsOf, type Account } from "./account.ts";

/** A user whom somebody manages: what they may, and what is kept of them. */
export interface ManagedUser extends Account {
  readonly version: number;
  readonly has_credential: boolean;
  readonly role_names: readonly string[];
  /** Of the second factors that work. */
  readonly factor_names: readonly string[];
  readonly customer_numbers: readonly number[];
  readonly reseller_name: string;
  readonly reseller_locale: string;
}

const managedColumns = `${accountColumns}, u.version, r.name as reseller_name, r.locale as reseller_locale,
  exists (select from credential c where c.user_id = u.id) as has_credential,
  (select coalesce(json_agg(f.name order by f.id), '[]') from factor f where f.user_id = u.id and f.confirmed_at is not null)
    as factor_names,
  (select coalesce(json_agg(o.name order by o.name), '[]') from role_grant g join role o on o.id = g.role_id where g.user_id = u.id)
    as role_names,
  (select coalesce(json_agg(c.number order by c.number), '[]')
   from named_customer n join customer c on c.id = n.customer_id where n.user_id = u.id) as customer_numbers`;

/** As it is at this point of the transaction. */
export async function getManagedUser({ em }: Pick<Context, "em">, id: string): Promise<ManagedUser> {
  const [user] = await em.execute<ManagedUser[]>(
    `select ${managedColumns} from app_user u join reseller r on r.id = u.reseller_id
     left join customer k on k.id = u.customer_id where u.id = ?`,
    [id],
  );
  invariant(user !== undefined, "a user that was just written or locked can be read");
  return user;
}

/** Whether they may anything that the viewer may not: such people are left alone, and nobody is made such a person. */
export function exceedsRights(viewer: Viewer, account: Account): boolean {
  const { permissions, withheld } = rightsOf(account);
  return [...permissions, ...withheld.keys()].some((key) => !viewer.permissions.has(key) && !viewer.withheld.has(key));
}

/** @throws Rejection EXCEEDS_RIGHTS at `path` */
export function refuseBeyondRights(viewer: Viewer, account: Account, ...path: string[]): void {
  if (!exceedsRights(viewer, account)) return;
  throw new Rejection({ code: "EXCEEDS_RIGHTS", message: say("user.exceeds"), path });
}

/**
 * One change of a user of one's tier, with its entry in the audit trail. Nothing altered is nothing written.
 * @throws AccessError NOT_FOUND, Rejection EXCEEDS_RIGHTS, LAST_OWNER
 */
export async function changeUser(
  context: Context,
  apiId: string,
  operation: string,
  change: (user: ManagedUser, tx: Transaction) => Promise<void>,
): Promise<string> {
  const id = decodeId("usr", apiId);
  if (id === null) throw notFound();
  return transaction(context, async (tx) => {
    // Locked: two who change it come one after the other, and the second sees what the first did.
    const found = await tx.em.execute<unknown[]>("select 1 from app_user where id = ? and kind = 'PERSON' for update", [
      id,
    ]);
    if (found.length === 0) throw notFound();
    const before = await getManagedUser(tx, id);
    refuseBeyondRights(tx.viewer, before, "id");
    await change(before, tx).catch(refuseLastOwner);
    const after = await getManagedUser(tx, id);
    const changes = changesBetween(factsOf(before), factsOf(after));
    if (changes.length === 0) return id;
    await recordAudit(tx, { ...subjectOf(after), operation, changes });
    return id;
  });
}

export function subjectOf({ user_id, name, email, path }: Account) {
  return { subjectKind: "user" as const, subjectId: user_id, subject: `${name} <${email}>`, path };
}

export function factsOf(user: ManagedUser) {
  return {
    name: user.name,
    email: user.email,
    role: user.role,
    roles: user.role_names,
    customers: user.only_customers === null ? null : user.customer_numbers,
    factors: user.factor_names,
    disabledAt: user.disabled_at === null ? null : new Date(user.disabled_at),
  };
}

/** The trigger `keep_an_owner` decides, under however many at once. */
function refuseLastOwner(error: unknown): never {
  if ((error as { constraint?: unknown }).constraint === "last_owner") {
    throw new Rejection({ code: "LAST_OWNER", message: say("user.lastOwner"), path: ["id"] });
  }
  throw error;
}

export function refuseStale(user: ManagedUser, version: number): void {
  if (user.version === version) return;
  throw new Rejection({ code: "STALE", message: say("user.stale"), path: ["version"] });
}
