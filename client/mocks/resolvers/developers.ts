import { apiLimitValues } from "@tierline/shared/api-limits.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { refuseUnless } from "../world.ts";

/** The preview has no programs: nobody could reach it with a key. */
export const developers = {
  Query: fieldsOf<unknown>({
    apiClients: (_, paging: Paging, world) => {
      refuseUnless(world, "api_key.view");
      return pageOf([], paging);
    },
    apiLimits: (_, _asked, world) => {
      refuseUnless(world, "api_key.view");
      return apiLimitValues;
    },
    apiRequests: (_, paging: Paging, world) => {
      refuseUnless(world, "api_key.view");
      return pageOf([], paging);
    },
    webhookEndpoints: (_, paging: Paging, world) => {
      refuseUnless(world, "api_key.view");
      return pageOf([], paging);
    },
    webhookDeliveries: (_, paging: Paging, world) => {
      refuseUnless(world, "api_key.view");
      return pageOf([], paging);
    },
  }),
};
