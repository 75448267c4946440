import { allowances } from "./allowances/module.ts";
import { audit } from "./audit/module.ts";
import { recordAudit } from "./audit/record.ts";
import { billing } from "./billing/module.ts";
import { bulk } from "./bulk/module.ts";
import { brands } from "./brands/module.ts";
import { catalog } from "./catalog/module.ts";
import { charging } from "./charging/module.ts";
import { connectors } from "./connectors/module.ts";
import { dids } from "./dids/module.ts";
import { customers } from "./customers/module.ts";
import { developers } from "./developers/module.ts";
import { identity } from "./identity/module.ts";
import { inventory } from "./inventory/module.ts";
import type { Context } from "./kernel/context.ts";
import type { Module } from "./kernel/module-shape.ts";
import { invoices } from "./invoices/module.ts";
import { taxes } from "./taxes/module.ts";
import { kernel } from "./kernel/module.ts";
import { lines } from "./lines/module.ts";
import { ledger } from "./ledger/module.ts";
import { meetings } from "./meetings/module.ts";
import { notifications } from "./notifications/module.ts";
import { onboarding } from "./onboarding/module.ts";
import { orders } from "./orders/module.ts";
import { settingsByKey } from "./connectors/settings.ts";
import type { Action } from "./provisioning/action.ts";
import { payments } from "./payments/module.ts";
import { playbooks } from "./playbooks/module.ts";
import { problems } from "./problems/module.ts";
import { provisioning } from "./provisioning/module.ts";
import { registerActions, type ProvisioningParts, type RunHook } from "./provisioning/parts.ts";
import { createRunFeed } from "./provisioning/run-feed.ts";
import { rates } from "./rates/module.ts";
import { rating } from "./rating/module.ts";
import { reports } from "./reports/module.ts";
import { resellers } from "./resellers/module.ts";
import { screening } from "./screening/module.ts";
import { signUps } from "./sign-up/module.ts";
import { services } from "./services/module.ts";
import { subscribers } from "./subscribers/module.ts";
import { webhooks } from "./webhooks/module.ts";
import { wholesale } from "./wholesale/module.ts";

/** What the folders left of provisioning bring besides. */
interface AppModule extends Module {
  readonly actions?: readonly Action[];
  readonly runHooks?: readonly RunHook[];
}

/** Everything the server is made of, in the order of the folders. The only file that sees all of it. */
export const modules: readonly AppModule[] = [
  kernel,
  connectors,
  provisioning,
  audit,
  notifications,
  ledger,
  resellers,
  customers,
  meetings,
  identity,
  developers,
  webhooks,
  inventory,
  rates,
  catalog,
  services,
  billing,
  taxes,
  payments,
  charging,
  lines,
  dids,
  rating,
  allowances,
  invoices,
  brands,
  screening,
  signUps,
  problems,
  orders,
  subscribers,
  bulk,
  playbooks,
  wholesale,
  onboarding,
  reports,
];

export const entities = modules.flatMap((module) => module.entities ?? []);
export const moduleSql = modules.flatMap((module) => module.sql ?? []);

/** What the engine works with; it knows no product and no vendor itself. `system` sees the root tier, where connectors are kept. */
export function provisioningParts(system: () => Pick<Context, "em" | "vault">): ProvisioningParts {
  return {
    actions: registerActions(modules.flatMap((module) => module.actions ?? [])),
    hooks: modules.flatMap((module) => module.runHooks ?? []),
    settingsOf: (key) => settingsByKey(system(), key),
    audit: recordAudit,
    feed: createRunFeed(() => system().em),
  };
}
