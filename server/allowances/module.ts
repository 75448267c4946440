import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import {
  AllowanceCountEntity,
  AllowanceCycleEntity,
  AllowanceDrawEntity,
  AllowanceEntity,
  CustomerAllowanceEntity,
} from "./allowance.entity.ts";
import { AllowanceResolver, CustomerAllowancesResolver, LineAllowanceResolver } from "./allowance.resolver.ts";
import { toAllowance } from "./allowance.type.ts";
import { renewAllowances } from "./renew-allowances.ts";

async function loadAllowances({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(AllowanceEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toAllowance(row)]));
}

export const allowances = {
  entities: [AllowanceEntity, AllowanceCycleEntity, CustomerAllowanceEntity, AllowanceCountEntity, AllowanceDrawEntity],
  resolvers: [AllowanceResolver, CustomerAllowancesResolver, LineAllowanceResolver],
  nodes: { alw: { permission: "rate.view", load: loadAllowances } },
  sql: [new URL("./allowances.sql", import.meta.url)],
  sweeps: [{ key: "renewed-allowances", everySeconds: 60, run: renewAllowances }],
} satisfies Module;
