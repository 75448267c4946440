import type { Role } from "@tierline/shared/permission.ts";
import type { Orm } from "../db/orm.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { rootPath, tierVariables } from "../kernel/viewer.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

const madeAt = new Date("2026-01-01T00:00:00Z");

function reseller(
  number: number,
  parent: number | null,
  path: string,
  key: string,
  name: string,
  currency: string,
  timeZone: string,
) {
  return { id: uuid(1, number), number, parentNumber: parent, path, key, name, currency, timeZone };
}

/** Fixed ids, so that a failing test reads the same twice. */
function uuid(kind: number, number: number): string {
  return `019a0000-000${kind}-7000-8000-${String(number).padStart(12, "0")}`;
}

export const resellersOfTests = {
  tierline: reseller(1, null, "r1.", "tierline", "Tierline Telecom", "GBP", "Europe/London"),
  nord: reseller(2, 1, "r1.r2.", "nord", "Nord", "GBP", "Europe/London"),
  acme: reseller(3, 2, "r1.r2.r3.", "acme", "Acme", "GBP", "Europe/London"),
  beta: reseller(4, 2, "r1.r2.r4.", "beta", "Beta", "GBP", "Europe/London"),
  acmeNorth: reseller(5, 3, "r1.r2.r3.r5.", "acme-north", "AcmeNorth", "GBP", "Europe/London"),
} as const;
export type TestReseller = keyof typeof resellersOfTests;

function user(number: number, at: TestReseller, name: string, role: Role) {
  return { id: uuid(2, number), reseller: at, name, role };
}

export const usersOfTests = {
  "ops@tierline.test": user(1, "tierline", "Olivia Grant", "OPERATOR"),
  "owner@nord.test": user(2, "nord", "Nils Nord", "RESELLER_OWNER"),
  "owner@acme.test": user(3, "acme", "Anna Acme", "RESELLER_OWNER"),
  "agent@acme.test": user(4, "acme", "Amy Agent", "AGENT"),
  "agent2@acme.test": user(5, "acme", "Adam Agent", "AGENT"),
  "owner@beta.test": user(6, "beta", "Bea Beta", "RESELLER_OWNER"),
  "agent@beta.test": user(7, "beta", "Ben Agent", "AGENT"),
  "owner@acme-north.test": user(8, "acmeNorth", "Nora North", "RESELLER_OWNER"),
} as const;

/** The tier tree and its staff, through the application's own login. */
export async function plantTree(orm: Orm): Promise<void> {
  const em = orm.em.fork({ session: { variables: tierVariables(rootPath) } });
  const resellers = Object.values(resellersOfTests);
  await em.insertMany(
    ResellerEntity,
    resellers.map(({ parentNumber, ...row }) => ({
      ...row,
      parent: parentNumber === null ? null : uuid(1, parentNumber),
      state: "ACTIVE" as const,
      country: "GB",
      locale: "en",
      delegated: null,
      isDemo: parentNumber === null,
      failureEmails: [`failures@${row.key}.test`],
      createdAt: madeAt,
      version: 1,
    })),
  );
  await em.insertMany(
    UserEntity,
    Object.entries(usersOfTests).map(([email, { id, reseller: at, name, role }]) => ({
      id,
      path: resellersOfTests[at].path,
      reseller: resellersOfTests[at].id,
      email,
      name,
      role,
      createdAt: madeAt,
      version: 1,
    })),
  );
}
