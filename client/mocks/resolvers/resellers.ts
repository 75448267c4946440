import type * as Demo from "@tierline/shared/demo/model.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { ancestorsOf, isWithin, parentPathOf } from "@tierline/shared/tier-path.ts";
import type {
  QueryResellerMoveArgs,
  QueryResellerSellingArgs,
  QueryResellersArgs,
} from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";
import { asked, needed, refuseUnless, resellerOf, seen, signedIn, type World } from "../world.ts";
import { offeredAt } from "./catalog.ts";
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
    .filter(({ parentId }) => filter?.parentId == null || parentId === asked(own, "rsl", filter.parentId)?.id)
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

/** Everybody sells all in the preview, where nothing of a reseller is changed. */
function soldBy(world: World, path: string): Demo.DemoOffering[] {
  return path === "" ? [] : offeredAt(world, path);
}

function sellableKey({ serviceType, kind, name }: Demo.DemoOffering): string {
  return `${serviceType} ${kind === "PLAN" ? 0 : 1} ${name.toLowerCase()}`;
}

/** In the order of the names. */
function catalogChange(before: readonly Demo.DemoOffering[], after: readonly Demo.DemoOffering[], services: number) {
  const named = (rows: readonly Demo.DemoOffering[]) => byText(rows, ({ name }) => name.toLowerCase());
  const [gained, lost] = [after.filter((row) => !before.includes(row)), before.filter((row) => !after.includes(row))];
  return { gained: named(gained), gainedCount: gained.length, lost: named(lost), lostCount: lost.length, services };
}

function servicesOf(world: World, path: string, offerings: readonly Demo.DemoOffering[]): number {
  const ids = new Set(offerings.map(({ id }) => id));
  return [...world.services.values()].filter(
    (row) => isWithin(row.path, path) && row.state !== "TERMINATED" && ids.has(row.offeringId),
  ).length;
}

export const resellers = {
  Reseller: fieldsOf<Demo.DemoReseller>({
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    version: () => 1,
    sellsAll: () => true,
    sellableOfferings: ({ path }, asked: Paging & { search?: string | null; isLet?: boolean | null }, world) => {
      refuseUnless(world, "catalog.view");
      const found = asked.isLet === false ? [] : soldBy(world, parentPathOf(path));
      const matching = found.filter(({ name, slug }) => mentions(asked.search, name, slug));
      return pageOf(
        byText(matching, sellableKey).map((offering) => ({ offering, isLet: true })),
        asked,
      );
    },
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
      const [old, next] = [soldBy(world, parentPathOf(reseller.path)), soldBy(world, parent.path)];
      const lost = old.filter((row) => !next.includes(row));
      const catalog = catalogChange(old, next, servicesOf(world, reseller.path, lost));
      return { reseller, parent, before, after, ...counts, rightsLost: [], catalog, refusals: [], fingerprint: "plan" };
    },
    resellerSelling(_, { id, offeringIds }: QueryResellerSellingArgs, world) {
      refuseUnless(world, "reseller.delegate");
      const reseller = needed(asked(seen(world, world.resellers), "rsl", id));
      const before = soldBy(world, parentPathOf(reseller.path));
      const wanted = offeringIds == null ? null : new Set(offeringIds.map((each) => decodeId("ofr", each)));
      const after = before.filter((row) => wanted === null || wanted.has(row.id));
      const lost = before.filter((row) => !after.includes(row));
      const catalog = catalogChange(before, after, servicesOf(world, reseller.path, lost));
      return { reseller, catalog, refusals: [] };
    },
    resellers: (_, args: QueryResellersArgs, world) => pageOf(listed(world, args), args),
  }),
};
