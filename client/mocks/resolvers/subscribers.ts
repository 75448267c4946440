import { fieldsOf } from "../fields.ts";
import { pageOf } from "../paging.ts";
import { refuseUnless } from "../world.ts";

/** Nobody in the demo world has been given a package yet. */
export const subscribers = {
  Query: fieldsOf<unknown>({
    subscribers: (_, page: { readonly first: number; readonly after?: string | null }, world) => {
      refuseUnless(world, "subscriber.view");
      return pageOf([], page);
    },
    subscriber: (_, __, world) => {
      refuseUnless(world, "subscriber.view");
      return null;
    },
  }),
  Customer: fieldsOf<unknown>({
    packages: (_, __, world) => {
      refuseUnless(world, "subscriber.view");
      return [];
    },
    provisioning: () => null,
    callingLocation: () => null,
    externalId: () => null,
    isInternal: () => false,
  }),
};
