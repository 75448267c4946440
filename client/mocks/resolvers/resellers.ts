import type * as Demo from "@tierline/shared/demo/model.ts";
import { ancestorsOf, isWithin } from "@tierline/shared/tier-path.ts";
import type { QueryResellerMoveArgs, QueryResellersArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";
import { asked, needed, refuseUnless, resellerOf, seen, signedIn, type World } from "../world.ts";
import { tierPathOf } from "./viewer.ts";

/** The names from the top down to it, so that each stands right below its parent. */
function placeInTree(world: World, { path }: Demo.DemoReseller): string {
  const above = ancestorsOf(path).map((each) => world.resellers.find((row) => row.path === each)?.name ?? "");
  return above.join("\u0001").toLowerCase();
}

function listed(world: World, { filter, orderBy }: QueryResellersArgs): Demo.DemoReseller[] {
  const own = seen(world, world.resellers);
  const top = filter?.withinId == null ? null : asked(own, "rsl", filter.withinId);
  const found = own
    .filter(({ path }) => filter?.withinId == null || isWithin(path, top?.path ?? ""))
    .filter(({ state }) => filter?.state == null || filter.state.includes(state))
    .filter(({ name, key }) => mentions(filter?.search, name, key));
  return byText(found, (row) => (orderBy === "TREE" ? placeInTree(world, row) : row.name.toLowerCase()));
}

function dependentsOf(world: World, path: string) {
  const below = <T extends { readonly path: string }>(rows: Iterable<T>) =>
    [...rows].filter((row) => isWithin(row.path, path));
  return {
    resellers: below(world.resellers).length - 1,
    people: below(world.users).length,
    customers: below(world.customers).length,
    services: below(world.services.values()).filter(({ state }) => state !== "TERMINATED").length,
    items: below(world.items.values()).length,
  };
}

export const resellers = {
  Reseller: fieldsOf<Demo.DemoReseller>({
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    version: () => 1,
    limits: () => ({ customers: null, services: null, people: null, resellers: null }),
    delegated: (_, __, world) => {
      refuseUnless(world, "reseller.delegate");
      return null;
    },
    delegationPresets: (_, __, world) => {
      refuseUnless(world, "customer.delegate");
      return [];
    },
    failureEmails: ({ failureEmails }, _, world) => {
      refuseUnless(world, "reseller.update");
      return failureEmails;
    },
    dependents: ({ path }, _, world) => {
      refuseUnless(world, "reseller.suspend");
      return dependentsOf(world, path);
    },
    activity: (_, paging: Paging) => pageOf([], paging),
  }),
  Query: fieldsOf<unknown>({
    reseller: (_, { id }: { id?: string | null }, world) =>
      id === null || id === undefined
        ? resellerOf(world, signedIn(world))
        : asked(seen(world, world.resellers), "rsl", id),
    resellerMove(_, { id, parentId }: QueryResellerMoveArgs, world) {
      const own = seen(world, world.resellers);
      const [reseller, parent] = [needed(asked(own, "rsl", id)), needed(asked(own, "rsl", parentId))];
      const [before, after] = [tierPathOf(world, reseller.path), tierPathOf(world, parent.path)];
      const counts = dependentsOf(world, reseller.path);
      return { reseller, parent, before, after, ...counts, rightsLost: [], refusals: [], fingerprint: "plan" };
    },
    resellers: (_, args: QueryResellersArgs, world) => pageOf(listed(world, args), args),
  }),
};
