import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import {
  BrandImageEntity,
  BrandVersionEntity,
  HostnameEntity,
  HostnameFeeEntity,
  type BrandVersionRow,
} from "./brand.entity.ts";
import { BrandResolver } from "./brand.resolver.ts";
import { toBrandVersion, toHostname } from "./brand.type.ts";
import { checkDueHostnames } from "./prove-hostname.ts";
import { logosOf } from "./read-brand.ts";

type Found = Promise<ReadonlyMap<string, object>>;
const fresh = { disableIdentityMap: true } as const;

async function loadVersions(context: Context, ids: readonly string[]): Found {
  const where = { id: { $in: [...ids] }, path: context.viewer.path };
  const rows: BrandVersionRow[] = await context.em.find(BrandVersionEntity, where, fresh);
  const logos = await logosOf(context, rows);
  return new Map(rows.map((row) => [row.id, toBrandVersion(row, logos)]));
}

async function loadHostnames({ em, viewer }: Context, ids: readonly string[]): Found {
  const rows = await em.find(HostnameEntity, { id: { $in: [...ids] }, path: viewer.path }, fresh);
  return new Map(rows.map((row) => [row.id, toHostname(row)]));
}

export const brands = {
  entities: [BrandImageEntity, BrandVersionEntity, HostnameEntity, HostnameFeeEntity],
  resolvers: [BrandResolver],
  nodes: {
    brv: { permission: "brand.edit", load: loadVersions },
    hst: { permission: "brand.edit", load: loadHostnames },
  },
  sweeps: [{ key: "hostnames", everySeconds: 20, run: checkDueHostnames }],
} satisfies Module;
