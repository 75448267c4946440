import { destinationClasses } from "@tierline/shared/destination-class.ts";
import { fieldsOf } from "../fields.ts";
import { needed, refuseUnless } from "../world.ts";

const rootPath = "r1.";
const closed = {
  openClasses: ["DOMESTIC", "EU", "WORLD"],
  parallelCalls: null,
  callsPerMinute: null,
  longestSeconds: null,
};
const unlimited = { ...closed, dearestRate: null, dailySpend: null, monthlySpend: null };

/** No switch is asked in the preview: nobody calls, and nothing was decided about calls. */
export const liveCalls = {
  Query: fieldsOf<unknown>({
    liveCalls: (_, __, world) => {
      refuseUnless(world, "call.view");
      return { total: 0, calls: [], refused: [] };
    },
    callGuard: (_, __, world) => {
      refuseUnless(world, "call.guard");
      const isRoot = world.viewer?.path === rootPath;
      const bound = isRoot ? { ...unlimited, openClasses: destinationClasses } : unlimited;
      return { currency: "GBP", limits: unlimited, next: null, nextFrom: null, bound };
    },
  }),
  Subscription: fieldsOf<unknown>({ liveCalls: () => needed({ total: 0, calls: [], refused: [] }) }),
};
