import type { Module } from "../kernel/module-shape.ts";
import { ApiClientEntity, ApiKeyEntity } from "./api-client.entity.ts";
import { ApiClientResolver } from "./api-client.resolver.ts";
import { ApiLimitsResolver } from "./api-limits.resolver.ts";
import { ApiRequestEntity } from "./api-request.entity.ts";
import { ApiRequestResolver } from "./api-request.resolver.ts";
import { findApiClients, findApiKeys } from "./list-api-clients.ts";
import { forgetOldKeys, forgetOldRequests } from "./request-log.ts";

export const developers = {
  entities: [ApiClientEntity, ApiKeyEntity, ApiRequestEntity],
  resolvers: [ApiClientResolver, ApiLimitsResolver, ApiRequestResolver],
  nodes: {
    acl: { permission: "api_key.view", load: findApiClients },
    key: { permission: "api_key.view", load: findApiKeys },
  },
  sweeps: [
    { key: "developers.old-requests", everySeconds: 3_600, run: forgetOldRequests },
    { key: "developers.old-keys", everySeconds: 3_600, run: forgetOldKeys },
  ],
} satisfies Module;
