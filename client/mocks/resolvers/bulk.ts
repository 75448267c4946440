import { fieldsOf } from "../fields.ts";
import { needed, refuseUnless } from "../world.ts";

/** Files are handed in where there is a server. */
export const bulk = {
  Query: fieldsOf<unknown>({
    bulkImports: (_, __, world) => {
      refuseUnless(world, "bulk.import");
      return [];
    },
    bulkImport: (_, __, world) => {
      refuseUnless(world, "bulk.import");
      return null;
    },
  }),
  Subscription: fieldsOf<unknown>({ bulkImport: () => needed(null) }),
};
