import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { RoleEntity, type RoleRow } from "./role.entity.ts";
import { exceedsRights } from "./managed-user.ts";
import { accountColumns, type Account } from "./account.ts";
import { hasFactorSql } from "./factor-duty.ts";
import { idleMs } from "./session.ts";

export const userStates = ["INVITED", "ACTIVE", "DISABLED"] as const;
export type UserState = (typeof userStates)[number];

/** Disabled before invited: who was disabled before they accepted cannot accept any more. */
export const userStateSql = `case when u.disabled_at is not null then 'DISABLED'
  when exists (select from credential c where c.user_id = u.id) then 'ACTIVE' else 'INVITED' end`;

/** What a list or a page shows of a person besides their name. */
export interface Person extends Account {
  readonly state: UserState;
  readonly has_factor: boolean;
  readonly invited_until: string | null;
  readonly last_sign_in_at: string | null;
  readonly created_at: string;
  readonly version: number;
  readonly role_ids: readonly string[];
  readonly customer_ids: readonly string[];
  /** Whether the viewer may all that they may. */
  readonly is_within_rights: boolean;
}

export const personById = loader<string, Person>(async (context, ids) => {
  const rows = await context.em.execute<Person[]>(
    `select ${accountColumns}, u.last_sign_in_at, u.created_at, u.version, ${userStateSql} as state, ${hasFactorSql} as has_factor,
       (select max(l.expires_at) from account_link l where l.user_id = u.id and l.kind = 'INVITATION' and l.used_at is null)
         as invited_until,
       (select coalesce(json_agg(g.role_id order by g.id), '[]') from role_grant g where g.user_id = u.id) as role_ids,
       (select coalesce(json_agg(n.customer_id order by n.id), '[]') from named_customer n where n.user_id = u.id) as customer_ids
     from app_user u left join customer k on k.id = u.customer_id where u.id in (?)`,
    [[...ids]],
  );
  return new Map(rows.map((row) => [row.user_id, { ...row, is_within_rights: !exceedsRights(context.viewer, row) }]));
});

export const roleById = loader<string, RoleRow>(async ({ em }: Context, ids) => {
  const rows = await em.find(RoleEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

export const holdersOfRole = loader<string, number>(async ({ em }, ids) => {
  const rows = await em.execute<{ role_id: string; count: number }[]>(
    "select role_id, count(*)::int as count from role_grant where role_id in (?) group by role_id",
    [[...ids]],
  );
  return new Map(rows.map(({ role_id, count }) => [role_id, count]));
});

export interface OpenSession {
  readonly id: string;
  readonly user_id: string;
  readonly user_agent: string;
  readonly ip: string;
  readonly created_at: string;
  readonly last_seen_at: string;
}

/** Sessions by user that would still be let in, the last used first. */
export const openSessionsOf = listLoader<string, OpenSession>(async ({ em, clock }, ids) => {
  const now = clock.now();
  const rows = await em.execute<OpenSession[]>(
    `select id, user_id, user_agent, ip, created_at, last_seen_at from session
     where user_id in (?) and ended_at is null and expires_at > ? and last_seen_at > ? order by last_seen_at desc, id limit 200`,
    [[...ids], now, new Date(now.getTime() - idleMs)],
  );
  return groupBy(rows, (row) => row.user_id);
});
