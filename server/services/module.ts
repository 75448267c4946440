import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import type { Action } from "../provisioning/action.ts";
import { activateServiceAction } from "./activate-service.action.ts";
import { ansiblePlaybookAction } from "./ansible-playbook.action.ts";
import { webexCustomerAction, webexSetPackagesAction } from "./webex-customer.action.ts";
import {
  webexChangePackageAction,
  webexRemoveSubscriberAction,
  webexSubscriberAction,
} from "./webex-subscriber.action.ts";
import { attachSubscriberAction } from "./attach-subscriber.action.ts";
import { changePlansAction } from "./change-plans.action.ts";
import { CloseResellerResolver } from "./close-reseller.resolver.ts";
import { admitLoginAction, blockLoginAction } from "./block-login.action.ts";
import { createAccountAction } from "./create-account.action.ts";
import { DeactivateCustomerResolver } from "./deactivate-customer.resolver.ts";
import { detachSubscriberAction } from "./detach-subscriber.action.ts";
import { disableAccountAction, enableAccountAction } from "./disable-account.action.ts";
import { followBalances } from "./follow-balances.ts";
import { httpRequestAction } from "./http-request.action.ts";
import { createRadiusLoginAction, removeRadiusLoginAction } from "./radius-login.action.ts";
import { changeRadiusLimitsAction } from "./radius-limits.action.ts";
import { LetResellerSellResolver } from "./let-reseller-sell.resolver.ts";
import { limitCallsAction } from "./limit-calls.action.ts";
import { MoveResellerResolver } from "./move-reseller.resolver.ts";
import { recordAddonAction } from "./record-addon.action.ts";
import { removeAddonAction } from "./remove-addon.action.ts";
import { removeAccountAction } from "./remove-account.action.ts";
import { findAddons, findServices } from "./service-rows.ts";
import { ServiceAddonEntity, ServiceEntity, ServiceSecretEntity } from "./service.entity.ts";
import {
  CustomerServicesResolver,
  ServiceAddonResolver,
  ServiceConnectionResolver,
  ServiceResolver,
} from "./service.resolver.ts";
import { ServiceMutationsResolver } from "./service-mutations.resolver.ts";
import { toService, toServiceAddon } from "./service.type.ts";
import { SimultaneousCallsResolver } from "./simultaneous-calls.resolver.ts";
import { createSipAccountAction, removeSipAccountAction } from "./sip-account.action.ts";
import { resumeServiceAction, suspendServiceAction } from "./suspend-service.action.ts";
import { SuspendServiceResolver } from "./suspend-service.resolver.ts";
import { terminateServiceAction } from "./terminate-service.action.ts";
import { topUpAction } from "./top-up.action.ts";
import { waitAction } from "./wait.action.ts";

async function loadServices(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  return new Map((await findServices(context, ids)).map((row) => [row.id, toService(row)]));
}

async function loadAddons(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  return new Map((await findAddons(context, ids)).map((row) => [row.id, toServiceAddon(row)]));
}

export const services = {
  entities: [ServiceEntity, ServiceAddonEntity, ServiceSecretEntity],
  resolvers: [
    ServiceResolver,
    ServiceAddonResolver,
    ServiceConnectionResolver,
    CustomerServicesResolver,
    ServiceMutationsResolver,
    SimultaneousCallsResolver,
    SuspendServiceResolver,
    CloseResellerResolver,
    DeactivateCustomerResolver,
    MoveResellerResolver,
    LetResellerSellResolver,
  ],
  sql: [new URL("./move-reseller.sql", import.meta.url)],
  // A payment brings back within five seconds what its lack took away.
  sweeps: [{ key: "balances-of-services", everySeconds: 2, run: followBalances }],
  nodes: {
    svc: { permission: "service.view", load: loadServices },
    sad: { permission: "service.view", load: loadAddons },
  },
  actions: [
    createAccountAction,
    topUpAction,
    changePlansAction,
    disableAccountAction,
    enableAccountAction,
    removeAccountAction,
    webexCustomerAction,
    webexSubscriberAction,
    webexSetPackagesAction,
    webexChangePackageAction,
    webexRemoveSubscriberAction,
    attachSubscriberAction,
    detachSubscriberAction,
    createSipAccountAction,
    removeSipAccountAction,
    limitCallsAction,
    createRadiusLoginAction,
    removeRadiusLoginAction,
    changeRadiusLimitsAction,
    blockLoginAction,
    admitLoginAction,
    httpRequestAction,
    ansiblePlaybookAction,
    activateServiceAction,
    recordAddonAction,
    removeAddonAction,
    suspendServiceAction,
    resumeServiceAction,
    terminateServiceAction,
    waitAction,
  ],
} satisfies Module & { actions: readonly Action[] };
