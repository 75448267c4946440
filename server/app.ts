import { audit } from "./audit/module.ts";
import { catalog } from "./catalog/module.ts";
import { connectors } from "./connectors/module.ts";
import { customers } from "./customers/module.ts";
import { identity } from "./identity/module.ts";
import { inventory } from "./inventory/module.ts";
import type { Module } from "./kernel/module-shape.ts";
import { kernel } from "./kernel/module.ts";
import { notifications } from "./notifications/module.ts";
import { orders } from "./orders/module.ts";
import { provisioning } from "./provisioning/module.ts";
import { resellers } from "./resellers/module.ts";
import { services } from "./services/module.ts";

/** Everything the server is made of, in the order of the folders. The only file that sees all of it. */
export const modules: readonly Module[] = [
  kernel,
  connectors,
  provisioning,
  audit,
  notifications,
  resellers,
  customers,
  identity,
  inventory,
  catalog,
  services,
  orders,
];

export const entities = modules.flatMap((module) => module.entities ?? []);
export const moduleSql = modules.flatMap((module) => module.sql ?? []);
