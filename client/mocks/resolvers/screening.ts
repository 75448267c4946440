import { usualPolicyLinks } from "@tierline/shared/screening.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { may, needed, refuseUnless } from "../world.ts";

/** No list is imported here, so that nobody is found on one. */
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
    screeningListSources: (_, __, world) => {
      refuseUnless(world, "screening.import");
      return [];
    },
    screeningSettings: (_, __, world) => {
      refuseUnless(world, "screening.view");
      return { threshold: 880, thresholdWithCountry: 800, links: usualPolicyLinks, version: 0 };
    },
  }),
  /** Looked at as soon as it came in, and nothing has been found yet. */
  Customer: fieldsOf<unknown>({
    screening: (_, __, world) =>
      may(world, "screening.view") ? { state: "RUNNING", lastCheckedAt: null, case: null } : null,
  }),
  Subscription: fieldsOf<unknown>({ screeningCase: () => needed(null) }),
};
