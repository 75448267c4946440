import type * as Demo from "@tierline/shared/demo/model.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import type { UserFilter } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { asked, resellerOf, rowOf, seen, signedIn, type World } from "../world.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";

/** People of the demo world have all accepted, hold built-in roles alone and see all customers of their tier. */
export const people = {
  User: fieldsOf<Demo.DemoUser>({
    state: () => "ACTIVE",
    version: () => 1,
    isWithinMyRights: ({ role }, _, world) => {
      const own = permissionsOf(signedIn(world).role);
      return permissionsOf(role).every((key) => own.includes(key));
    },
    invitedUntil: () => null,
    hasFactor: () => false,
    lastSignInAt: ({ id }, _, world) => (id === world.viewer?.id ? world.startedAt : null),
    namedCustomersOnly: () => false,
    namedCustomers: () => [],
    roles: () => [],
    reseller: (user, _, world) => resellerOf(world, user),
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    sessions: ({ id }, _, world) => (id === world.viewer?.id ? [sessionOf(world)] : []),
    activity: (_, args: Paging) => pageOf([], args),
  }),
  Query: fieldsOf<unknown>({
    users: (_, args: Paging & { filter?: UserFilter | null }, world) =>
      pageOf(
        byText(
          seen(world, world.users).filter((user) => fits(user, args.filter ?? {})),
          ({ name }) => name.toLowerCase(),
        ),
        args,
      ),
    user: (_, { id }: { id: string }, world) => asked(seen(world, world.users), "usr", id),
    roles: (_, args: Paging) => pageOf([], args),
    emailCheck: (_, { email }: { email: string }, world) => ({
      isFree: !world.users.some((user) => user.email === email.toLowerCase()),
      suggestions: [],
    }),
    myFactors: () => ({ factors: [], recoveryCodesLeft: 0, isRequired: false }),
    mySessions: (_, __, world) => [sessionOf(world)],
    // Nobody was invited here, so that no link leads anywhere.
    invitation: () => null,
  }),
};

function fits({ name, email, role, resellerId, customerId }: Demo.DemoUser, filter: UserFilter): boolean {
  if (!mentions(filter.search, name, email)) return false;
  if (filter.role != null && !filter.role.includes(role)) return false;
  if (filter.resellerId != null && filter.resellerId !== encodeId("rsl", resellerId)) return false;
  return filter.customerId == null || (customerId !== null && filter.customerId === encodeId("cus", customerId));
}

function sessionOf(world: World) {
  const { id } = signedIn(world);
  const { startedAt: at } = world;
  return { id, userAgent: navigator.userAgent, ipAddress: "192.0.2.1", createdAt: at, lastSeenAt: at, isCurrent: true };
}
