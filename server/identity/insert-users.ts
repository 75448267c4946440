import type { EntityManager } from "@mikro-orm/postgresql";
import { newId } from "@tierline/shared/id.ts";
import type { Role } from "@tierline/shared/permission.ts";
import { normalEmail } from "./email.ts";
import { CredentialEntity, UserEntity } from "./user.entity.ts";

/** A checked user with the hash of its password (`hashPassword`). */
export interface NewUser {
  readonly id: string;
  /** Path of the reseller, or of the customer for a customer's own user. */
  readonly path: string;
  readonly resellerId: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale?: string | null;
  readonly createdAt: Date;
  readonly passwordHash: string;
}

/** Adds people who can sign in, with what they prove themselves with. */
export async function insertUsers(em: EntityManager, users: readonly NewUser[]): Promise<void> {
  await em.insertMany(
    UserEntity,
    users.map(
      ({ id, path, resellerId: reseller, customerId: customer, email, name, role, locale = null, createdAt }) => {
        return {
          id,
          path,
          reseller,
          customer,
          email: normalEmail(email),
          name,
          role,
          locale,
          disabledAt: null,
          createdAt,
          version: 1,
        };
      },
    ),
  );
  await em.insertMany(
    CredentialEntity,
    users.map(({ id, path, createdAt, passwordHash }) => {
      return { id: newId(createdAt.getTime()), path, user: id, passwordHash, changedAt: createdAt, mustChange: false };
    }),
  );
}
