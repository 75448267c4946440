import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { needed, refuseUnless } from "../world.ts";

/** Nobody of the demo world is on a list, and none is imported here. */
export const screening = {
  Query: fieldsOf<unknown>({
    screeningCases: (_, paging: Paging, world) => {
      refuseUnless(world, "screening.view");
      return pageOf([], paging);
    },
    screeningCase: (_, __, world) => {
      refuseUnless(world, "screening.view");
      return null;
    },
    screeningFigures: (_, __, world) => {
      refuseUnless(world, "screening.view");
      return { undecided: 0, overdue: 0, medianMinutes: null };
    },
    screeningLists: (_, __, world) => {
      refuseUnless(world, "screening.import");
      return [];
    },
    screeningSettings: (_, __, world) => {
      refuseUnless(world, "screening.view");
      return { threshold: 880, thresholdWithCountry: 800, links: [], version: 0 };
    },
  }),
  Subscription: fieldsOf<unknown>({ screeningCase: () => needed(null) }),
};
