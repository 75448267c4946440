import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { needed, refuseUnless } from "../world.ts";

/** Nobody has reported anything in the demo world, and a report would reach nobody here. */
export const problems = {
  Query: fieldsOf<unknown>({
    problems: (_, paging: Paging, world) => {
      refuseUnless(world, "problem.view");
      return pageOf([], paging);
    },
    problem: (_, __, world) => {
      refuseUnless(world, "problem.view");
      return null;
    },
  }),
  Subscription: fieldsOf<unknown>({ problem: () => needed(null) }),
};
