import type { Permission } from "@tierline/shared/permission.ts";
import type { Context } from "../kernel/context.ts";
import { accountColumns, rightsOf, type Account } from "./account.ts";

/** People of one reseller who are told of something at most. */
const toldMax = 200;

/** The reseller's own people who may do something, as far as they see the customer at this path. */
export async function peopleWith(
  { em }: Pick<Context, "em">,
  permission: Permission,
  resellerId: string,
  path: string,
): Promise<Account[]> {
  const accounts = await em.execute<Account[]>(
    `select ${accountColumns} from app_user u left join customer k on k.id = u.customer_id
     where u.reseller_id = ? and u.customer_id is null and u.kind = 'PERSON' and u.disabled_at is null
     order by u.id limit ${toldMax}`,
    [resellerId],
  );
  return accounts
    .filter((account) => rightsOf(account).permissions.has(permission))
    .filter(({ only_customers }) => only_customers === null || only_customers.includes(path));
}
