import { isWithin } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { AuditPlaceResolver } from "./audit-place.resolver.ts";
import { ResellerEntity } from "./reseller.entity.ts";
import { ResellerMutationsResolver } from "./reseller-mutations.resolver.ts";
import { ResellerResolver } from "./reseller.resolver.ts";
import { toReseller } from "./reseller.type.ts";

async function load({ em, viewer }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(ResellerEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.filter((row) => isWithin(row.path, viewer.path)).map((row) => [row.id, toReseller(row)]));
}

export const resellers = {
  entities: [ResellerEntity],
  resolvers: [ResellerResolver, ResellerMutationsResolver, AuditPlaceResolver],
  sql: ["reseller-state", "limits", "lines", "demo-mark"].map((name) => new URL(`./${name}.sql`, import.meta.url)),
  nodes: { rsl: { permission: "reseller.view", load } },
} satisfies Module;
