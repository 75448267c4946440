import type { Module } from "../kernel/module-shape.ts";
import type { Action } from "../provisioning/action.ts";
import { activateServiceAction } from "./activate-service.action.ts";
import { ansiblePlaybookAction } from "./ansible-playbook.action.ts";
import { attachSubscriberAction } from "./attach-subscriber.action.ts";
import { createAccountAction } from "./create-account.action.ts";
import { detachSubscriberAction } from "./detach-subscriber.action.ts";
import { httpRequestAction } from "./http-request.action.ts";
import { createRadiusLoginAction, removeRadiusLoginAction } from "./radius-login.action.ts";
import { recordAddonAction } from "./record-addon.action.ts";
import { removeAccountAction } from "./remove-account.action.ts";
import { ServiceAddonEntity, ServiceEntity, ServiceSecretEntity } from "./service.entity.ts";
import { createSipAccountAction, removeSipAccountAction } from "./sip-account.action.ts";
import { terminateServiceAction } from "./terminate-service.action.ts";
import { topUpAction } from "./top-up.action.ts";
import { waitAction } from "./wait.action.ts";

export const services = {
  entities: [ServiceEntity, ServiceAddonEntity, ServiceSecretEntity],
  resolvers: [],
  actions: [
    createAccountAction,
    topUpAction,
    removeAccountAction,
    attachSubscriberAction,
    detachSubscriberAction,
    createSipAccountAction,
    removeSipAccountAction,
    createRadiusLoginAction,
    removeRadiusLoginAction,
    httpRequestAction,
    ansiblePlaybookAction,
    activateServiceAction,
    recordAddonAction,
    terminateServiceAction,
    waitAction,
  ],
} satisfies Module & { actions: readonly Action[] };
