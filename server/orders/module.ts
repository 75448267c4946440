import type { Module } from "../kernel/module-shape.ts";
import type { RunHook } from "../provisioning/parts.ts";
import { onRunChange } from "./on-run-change.ts";
import { OrderEntity } from "./order.entity.ts";

export const orders = {
  entities: [OrderEntity],
  resolvers: [],
  runHooks: [onRunChange],
} satisfies Module & { runHooks: readonly RunHook[] };
