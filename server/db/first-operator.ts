import { randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { insertUsers } from "../identity/insert-users.ts";
import { hashPassword } from "../identity/password.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface FirstOperator {
  readonly email: string;
  /** Shown once, when it is made; only its hash is kept. */
  readonly password: string;
}

const passwordBytes = 18;

/** An empty database has nobody who could let the first person in: the root of the tree and its first operator are made here. */
export async function plantFirstOperator(context: Context): Promise<FirstOperator> {
  const createdAt = context.clock.now();
  const password = randomBytes(passwordBytes).toString("base64url");
  const passwordHash = await hashPassword(context.vault, password);
  const email = "operator@localhost.test";
  await transaction(context, async (tx) => {
    const resellerId = newId(createdAt.getTime());
    await tx.em.insert(ResellerEntity, {
      id: resellerId,
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
    const operator = {
      id,
      path: rootPath,
      resellerId,
      customerId: null,
      email,
      name: "First operator",
      createdAt,
      passwordHash,
    };
    await insertUsers(tx.em, [{ ...operator, role: "OPERATOR" as const }]);
  });
  return { email, password };
}
