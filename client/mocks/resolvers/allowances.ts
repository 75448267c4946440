import type * as Demo from "@tierline/shared/demo/model.ts";
import { fieldsOf } from "../fields.ts";
import { refuseUnless } from "../world.ts";

/** Nobody has included minutes in the demo world, and none are offered. */
export const allowances = {
  Query: fieldsOf<unknown>({ allowances: () => [] }),
  Customer: fieldsOf<Demo.DemoCustomer>({
    allowances: (_, __, world) => {
      refuseUnless(world, "balance.view");
      return null;
    },
  }),
};
