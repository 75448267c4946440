import { say, type Words } from "../sentence.ts";
import type { ServiceState, SuspensionReason } from "../service-state.ts";

const ocs = say("element.ocs");

/** How a run went. Task keys are those of its playbook. */
export type Outcome =
  | { readonly kind: "SUCCEEDED" }
  | { readonly kind: "WARNED"; readonly at: string; readonly code: string; readonly message: Words }
  | {
      readonly kind: "FAILED";
      readonly at: string;
      readonly code: string;
      readonly message: Words;
      readonly retriesUsed: number;
    }
  | { readonly kind: "ROLLED_BACK"; readonly at: string; readonly code: string; readonly message: Words }
  | { readonly kind: "CANCELLED"; readonly at: string }
  | { readonly kind: "WAITING"; readonly at: string };

export interface AddonRow {
  readonly slug: string;
  readonly daysAgo: number;
}

export interface ServiceRow {
  readonly reseller: "acme" | "acme-north" | "beta";
  readonly number: number;
  readonly customer: number;
  readonly slug: string;
  /** When it was ordered; 0 is within the last hours. */
  readonly daysAgo: number;
  readonly state: ServiceState;
  readonly outcome: Outcome;
  readonly suspensionReasons: readonly SuspensionReason[];
  /** When it ended or will end, counted back from today. */
  readonly endedDaysAgo: number | null;
  readonly isTerminatedByRun: boolean;
  readonly mobileNumber: string | null;
  /** Name of the site, where it is not the customer's first. */
  readonly site: string | null;
  readonly installationInDays: number | null;
  readonly purchaseOrderNumber: string | null;
  readonly addons: readonly AddonRow[];
}

const succeeded = { kind: "SUCCEEDED" } as const;

function service(
  number: number,
  customer: number,
  slug: string,
  daysAgo: number,
  more: Partial<ServiceRow> = {},
): ServiceRow {
  return {
    reseller: "acme",
    number,
    customer,
    slug,
    daysAgo,
    state: "ACTIVE",
    outcome: succeeded,
    suspensionReasons: [],
    endedDaysAgo: null,
    isTerminatedByRun: false,
    mobileNumber: null,
    site: null,
    installationInDays: null,
    purchaseOrderNumber: null,
    addons: [],
    ...more,
  };
}

const ended = (endedDaysAgo: number) => ({ state: "TERMINATED", endedDaysAgo, isTerminatedByRun: true }) as const;
const expired = (endedDaysAgo: number) => ({ state: "EXPIRED", endedDaysAgo }) as const;

/** In the order in which they were ordered; the next service of Acme has number 789, as in the source's example. */
export const serviceRows: readonly ServiceRow[] = [
  service(702, 123, "mobile-5gb", 270, { ...expired(85), mobileNumber: "+447700900102" }),
  service(704, 344, "mobile-20gb", 240),
  service(706, 347, "fiber-100", 230),
  service(709, 353, "mobile-5gb", 220, ended(20)),
  service(711, 359, "biz-voip", 210, { addons: [{ slug: "voip-recording", daysAgo: 90 }] }),
  service(713, 362, "fiber-100", 200),
  service(715, 367, "mobile-20gb", 190),
  service(718, 369, "mobile-5gb", 160, expired(100)),
  service(720, 371, "biz-mobile-40gb", 140, { purchaseOrderNumber: "BGO-77" }),
  service(722, 373, "mobile-20gb", 130),
  service(725, 376, "fiber-500", 120, { addons: [{ slug: "static-ip", daysAgo: 50 }] }),
  service(727, 341, "biz-voip", 110),
  service(729, 377, "biz-voip", 100, { purchaseOrderNumber: "4500081734" }),
  service(732, 381, "mobile-20gb", 95, ended(12)),
  service(734, 426, "fiber-100", 80, { state: "SUSPENDED", suspensionReasons: ["MANUAL"] }),
  service(736, 383, "tv-family", 75, { addons: [{ slug: "tv-sports", daysAgo: 40 }] }),
  service(738, 386, "mobile-100gb", 66),
  service(741, 390, "fiber-100", 60, ended(8)),
  service(743, 396, "tv-basic", 52),
  service(745, 398, "biz-mobile-40gb", 47),
  service(748, 400, "mobile-5gb", 34, { state: "SUSPENDED", suspensionReasons: ["NON_RENEWAL"], endedDaysAgo: 3 }),
  service(750, 404, "tv-basic", 30),
  service(752, 412, "fiber-500", 26),
  service(755, 416, "mobile-20gb", 22),
  service(757, 318, "mobile-5gb", 18),
  service(759, 418, "home-phone", 15),
  service(762, 322, "mobile-20gb", 13),
  service(764, 327, "tv-family", 12),
  service(766, 356, "mobile-5gb", 11, {
    state: "TERMINATED",
    endedDaysAgo: 11,
    outcome: {
      kind: "ROLLED_BACK",
      at: "ocs",
      code: "OCS_REFUSED",
      message: say("outside.refused", { element: ocs, why: "no plan mobile-5gb" }),
    },
  }),
  service(768, 331, "mobile-100gb", 10),
  service(770, 392, "tv-basic", 9),
  service(772, 335, "mobile-20gb", 8, { addons: [{ slug: "data-boost-20gb", daysAgo: 2 }] }),
  service(774, 414, "fiber-100", 7, { site: "Cottage" }),
  service(776, 123, "mobile-5gb", 6, {
    mobileNumber: "+447700900118",
    addons: [{ slug: "data-boost-5gb", daysAgo: 1 }],
  }),
  service(777, 123, "fiber-100", 5),
  service(779, 422, "mobile-20gb", 4, {
    state: "TERMINATED",
    endedDaysAgo: 4,
    outcome: { kind: "CANCELLED", at: "assign-sim" },
  }),
  service(780, 402, "mobile-20gb", 4),
  service(782, 350, "mobile-5gb", 3, {
    outcome: {
      kind: "WARNED",
      at: "welcome-mail",
      code: "MAIL_REFUSED_RECIPIENT",
      message: say("outside.recipient", {
        element: say("element.mail"),
        reply: "550 5.1.1 beatrix@bounce.test: no such mailbox",
      }),
    },
  }),
  service(783, 789, "fiber-100", 2, {
    state: "PENDING",
    outcome: { kind: "WAITING", at: "installation" },
    site: "Leeds Depot",
    installationInDays: 2,
    purchaseOrderNumber: "PO-2025-001234",
  }),
  service(785, 408, "mobile-20gb", 1, {
    state: "PENDING_FAILED",
    outcome: {
      kind: "FAILED",
      at: "ocs",
      code: "TASK_TIMEOUT",
      message: say("task.late", { seconds: 300 }),
      retriesUsed: 3,
    },
  }),
  service(786, 365, "mobile-5gb", 0, {
    state: "PENDING_FAILED",
    outcome: {
      kind: "FAILED",
      at: "ocs",
      code: "OCS_UNREACHABLE",
      message: say("outside.unreachable", { element: ocs }),
      retriesUsed: 0,
    },
  }),
  service(788, 388, "home-phone", 0),
  service(11, 101, "mobile-20gb", 25, { reseller: "acme-north" }),
  service(12, 103, "biz-mobile-40gb", 6, { reseller: "acme-north" }),
  service(40, 900, "mobile-10gb", 20, { reseller: "beta" }),
  service(41, 901, "mobile-10gb", 2, {
    reseller: "beta",
    state: "PENDING_FAILED",
    outcome: {
      kind: "FAILED",
      at: "ocs",
      code: "OCS_TIMEOUT",
      message: say("outside.unanswered", { element: ocs, what: say("outside.noAnswerWithin", { seconds: 5 }) }),
      retriesUsed: 1,
    },
  }),
];
