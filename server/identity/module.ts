import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { forgetOldSessions } from "./session.ts";
import { forgetOldLimits } from "./sign-in-limit.ts";
import { NamedCustomerEntity, RoleEntity, RoleGrantEntity } from "./role.entity.ts";
import { CredentialEntity, SessionEntity, UserEntity } from "./user.entity.ts";
import { ViewerResolver } from "./viewer.resolver.ts";
import { toUser } from "./viewer.type.ts";

async function load({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(UserEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toUser(row)]));
}

export const identity = {
  entities: [UserEntity, CredentialEntity, SessionEntity, RoleEntity, RoleGrantEntity, NamedCustomerEntity],
  resolvers: [ViewerResolver],
  nodes: { usr: { permission: "reseller.view", load } },
  sweeps: [
    { key: "identity.old-sessions", everySeconds: 3_600, run: forgetOldSessions },
    {
      key: "identity.old-limits",
      everySeconds: 3_600,
      run: (context) => forgetOldLimits(context.em, context.clock.now()),
    },
  ],
} satisfies Module;
