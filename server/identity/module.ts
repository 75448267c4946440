import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { forgetOldLinks } from "./account-link.ts";
import { AccountLinkEntity } from "./account-link.entity.ts";
import { OwnAccountResolver } from "./own-account.resolver.ts";
import { PeopleResolver } from "./people.resolver.ts";
import { forgetOldChallenges } from "./challenge.ts";
import { ChallengeEntity, FactorEntity, RecoveryCodeEntity } from "./factor.entity.ts";
import { FactorResolver } from "./factor.resolver.ts";
import { RoleResolver } from "./role.resolver.ts";
import { toRole } from "./role.type.ts";
import { ActingResolver } from "./acting.resolver.ts";
import { forgetOldSessions } from "./session.ts";
import { forgetOldLimits } from "./sign-in-limit.ts";
import { NamedCustomerEntity, RoleEntity, RoleGrantEntity } from "./role.entity.ts";
import { CredentialEntity, SessionEntity, UserEntity } from "./user.entity.ts";
import { ViewerResolver } from "./viewer.resolver.ts";
import { toUser } from "./viewer.type.ts";

async function load({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(UserEntity, { id: { $in: [...ids] }, kind: "PERSON" }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toUser(row)]));
}

async function loadRoles({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(RoleEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toRole(row)]));
}

export const identity = {
  entities: [
    UserEntity,
    CredentialEntity,
    SessionEntity,
    RoleEntity,
    RoleGrantEntity,
    NamedCustomerEntity,
    AccountLinkEntity,
    FactorEntity,
    RecoveryCodeEntity,
    ChallengeEntity,
  ],
  resolvers: [ViewerResolver, PeopleResolver, RoleResolver, OwnAccountResolver, ActingResolver, FactorResolver],
  sql: [new URL("./last-owner.sql", import.meta.url)],
  nodes: { usr: { permission: "user.view", load }, rol: { permission: "user.view", load: loadRoles } },
  sweeps: [
    { key: "identity.old-sessions", everySeconds: 3_600, run: forgetOldSessions },
    { key: "identity.old-links", everySeconds: 3_600, run: forgetOldLinks },
    { key: "identity.old-challenges", everySeconds: 3_600, run: forgetOldChallenges },
    {
      key: "identity.old-limits",
      everySeconds: 3_600,
      run: (context) => forgetOldLimits(context.em, context.clock.now()),
    },
  ],
} satisfies Module;
