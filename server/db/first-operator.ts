import { newId } from "@tierline/shared/id.ts";
import { issueLink, withdrawLinks } from "../identity/account-link.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface FirstOperator {
  readonly email: string;
  /** Where they set their password; shown once, when it is made. */
  readonly link: string;
}

/**
 * An empty database has nobody who could let the first person in: the root of the tree and its first operator are made here. As
 * long as no operator has accepted, each start makes a new link, so that a lost one does not lock everybody out; null once one
 * has.
 */
export function inviteFirstOperator(context: Context, email: string): Promise<FirstOperator | null> {
  return transaction(context, async (tx) => {
    const operators = await tx.em.execute<{ id: string; email: string; has_credential: boolean }[]>(
      `select u.id, u.email, exists (select from credential c where c.user_id = u.id) as has_credential
       from app_user u where u.role = 'OPERATOR' order by u.created_at, u.id`,
    );
    if (operators.some(({ has_credential: isIn }) => isIn)) return null;
    const { id, email: address } = operators[0] ?? (await plantOperator(tx, email));
    await withdrawLinks(tx, id, ["INVITATION"]);
    return { email: address, link: await issueLink(tx, "INVITATION", { userId: id, path: rootPath, email: address }) };
  });
}

async function plantOperator(tx: Transaction, email: string): Promise<{ id: string; email: string }> {
  const createdAt = tx.clock.now();
  const reseller = newId(createdAt.getTime());
  await tx.em.insert(ResellerEntity, {
    id: reseller,
    path: rootPath,
    number: 1,
    key: "operator",
    name: "Operator",
    parent: null,
    state: "ACTIVE",
    country: "GB",
    currency: "GBP",
    timeZone: "Europe/London",
    locale: "en",
    failureEmails: [],
    delegated: null,
    createdAt,
    version: 1,
  });
  const id = newId(createdAt.getTime());
  const person = { id, path: rootPath, reseller, email, name: "First operator", role: "OPERATOR" as const };
  await tx.em.insert(UserEntity, { ...person, createdAt, version: 1 });
  return { id, email };
}
