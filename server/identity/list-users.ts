import { idToSearch } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { roles, type Role } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { userStateSql, type UserState } from "./person-loaders.ts";
import { RoleEntity } from "./role.entity.ts";
import { toRole, type CustomRoleType } from "./role.type.ts";
import { UserEntity } from "./user.entity.ts";
import { toUser, type UserType } from "./viewer.type.ts";

export interface UserFilter {
  readonly search?: string | null | undefined;
  readonly state?: readonly UserState[] | null | undefined;
  readonly role?: readonly Role[] | null | undefined;
  /** The API's ids. */
  readonly resellerId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
}

interface Counted {
  readonly totalCount: TotalCountType;
}

/** People of one's tier by name. Whoever works in a tier is counted in thousands at most, so a search may read them all. */
export async function listUsers(
  context: Context,
  filter: UserFilter,
  page: PageRequest,
): Promise<Page<UserType> & Counted> {
  const { where, params } = conditionsOf(filter);
  const source = { from: "app_user u", name: "u.name", id: "u.id", where, params };
  const rows = await pageOfNames(context, source, page);
  const found = mapped(context.em, UserEntity, rows.page).map((row, index) => ({
    row,
    key: rows.page[index]!.sort_key,
  }));
  return {
    ...withoutRows(
      pageOf(found, rows.first, ({ row, key }) => [key, row.id]),
      ({ row }) => toUser(row),
    ),
    totalCount: rows.totalCount,
  };
}

export async function findUser({ em }: Context, id: string | null): Promise<UserType | null> {
  const row = id === null ? null : await em.findOne(UserEntity, { id, kind: "PERSON" }, { disableIdentityMap: true });
  return row === null ? null : toUser(row);
}

/** Own roles of the resellers of one's tier, by name. */
export async function listRoles(
  context: Context,
  resellerId: string | null,
  page: PageRequest,
): Promise<Page<CustomRoleType> & Counted> {
  const where = resellerId === null ? "true" : "o.reseller_id = ?";
  const params = resellerId === null ? [] : [idToSearch("rsl", resellerId)];
  const rows = await pageOfNames(context, { from: "role o", name: "o.name", id: "o.id", where, params }, page);
  const found = mapped(context.em, RoleEntity, rows.page).map((row, index) => ({
    row,
    key: rows.page[index]!.sort_key,
  }));
  return {
    ...withoutRows(
      pageOf(found, rows.first, ({ row, key }) => [key, row.id]),
      ({ row }) => toRole(row),
    ),
    totalCount: rows.totalCount,
  };
}

export async function findRole({ em }: Context, id: string): Promise<CustomRoleType | null> {
  const row = await em.findOne(RoleEntity, { id }, { disableIdentityMap: true });
  return row === null ? null : toRole(row);
}

interface NamedRows {
  readonly from: string;
  readonly name: string;
  readonly id: string;
  readonly where: string;
  readonly params: readonly unknown[];
}

async function pageOfNames({ em }: Context, { from, name, id, where, params }: NamedRows, request: PageRequest) {
  const first = checkedFirst(request);
  const after = decodeCursor(request, 2);
  const order = `lower(${name}) collate "C", ${id}::text`;
  const beyond = after === null ? "" : `and (lower(${name}) collate "C", ${id}::text) > (?, ?)`;
  const page = await em.execute<{ sort_key: string }[]>(
    `select *, lower(${name}) as sort_key from ${from} where ${where} ${beyond} order by ${order} limit ?`,
    [...params, ...(after ?? []).map(String), first + 1],
  );
  const [{ count }] = await em.execute<[{ count: string }]>(
    `select count(*) from (select 1 from ${from} where ${where} limit ?) counted`,
    [...params, countLimit],
  );
  return { first, page, totalCount: toTotalCount(Number(count)) };
}

function withoutRows<R, T>(page: Page<R>, of: (row: R) => T): Page<T> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: of(node) }));
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo };
}

function conditionsOf({ search, state, role, resellerId, customerId }: UserFilter) {
  const where = ["u.kind = 'PERSON'"];
  const params: unknown[] = [];
  const text = search?.trim() ?? "";
  if (text.length > searchLengthMax || text.includes("\0") || !text.isWellFormed()) {
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
  }
  if (text !== "") {
    where.push("(strpos(lower(u.name), lower(?)) > 0 or strpos(u.email, lower(?)) > 0)");
    params.push(text, text);
  }
  if (state != null && state.length > 0) {
    where.push(`${userStateSql} in (?)`);
    params.push([...state]);
  }
  if (role != null && role.length > 0) {
    where.push("u.role in (?)");
    params.push(roles.filter((each) => role.includes(each)));
  }
  if (resellerId != null) {
    where.push("u.reseller_id = ?");
    params.push(idToSearch("rsl", resellerId));
  }
  if (customerId != null) {
    where.push("u.customer_id = ?");
    params.push(idToSearch("cus", customerId));
  }
  return { where: where.join(" and "), params };
}
