import type { Module } from "../kernel/module-shape.ts";
import type { Action } from "../provisioning/action.ts";
import type { RunHook } from "../provisioning/parts.ts";
import {
  CallingLocationResolver,
  CustomerPackageResolver,
  CustomerPackagesResolver,
} from "./customer-packages.resolver.ts";
import { followRun } from "./follow-run.ts";
import { recordPackagesAction } from "./packages-run.ts";
import { findSubscribers } from "./subscriber-loaders.ts";
import { SubscriberMutationsResolver } from "./subscriber-mutations.resolver.ts";
import {
  CallingLocationEntity,
  CustomerPackageEntity,
  SubscriberAddonEntity,
  SubscriberEntity,
} from "./subscriber.entity.ts";
import { SubscriberAddonResolver, SubscriberConnectionResolver, SubscriberResolver } from "./subscriber.resolver.ts";
import { toSubscriber } from "./subscriber.type.ts";

export const subscribers = {
  entities: [CallingLocationEntity, CustomerPackageEntity, SubscriberEntity, SubscriberAddonEntity],
  sql: [new URL("./seats.sql", import.meta.url)],
  resolvers: [
    SubscriberResolver,
    SubscriberAddonResolver,
    SubscriberConnectionResolver,
    SubscriberMutationsResolver,
    CustomerPackagesResolver,
    CustomerPackageResolver,
    CallingLocationResolver,
  ],
  actions: [recordPackagesAction],
  runHooks: [followRun],
  nodes: {
    sub: {
      permission: "subscriber.view",
      async load(context, ids) {
        return new Map([...(await findSubscribers(context, ids))].map(([id, row]) => [id, toSubscriber(row)]));
      },
    },
  },
} satisfies Module & { actions: readonly Action[]; runHooks: readonly RunHook[] };
