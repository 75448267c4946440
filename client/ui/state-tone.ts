import type { BulkState } from "@tierline/shared/bulk.ts";
import type { CustomerState } from "@tierline/shared/customer-state.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { OrderState } from "@tierline/shared/order-state.ts";
import type { PackageState, SubscriberState } from "@tierline/shared/package.ts";
import type { ProblemState } from "@tierline/shared/problem-state.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import type { ScreeningCaseState } from "@tierline/shared/screening.ts";
import type { ServiceState } from "@tierline/shared/service-state.ts";
import type { TaskState } from "@tierline/shared/task-state.ts";

/** `running` and `waiting` are copper (what runs, what is timed); `off` is over and done with, `neutral` merely has not begun. */
export type Tone = "ok" | "running" | "waiting" | "bad" | "warn" | "neutral" | "off";

interface StatesByKind {
  run: RunState;
  task: TaskState;
  service: ServiceState;
  item: InventoryItemState;
  customer: CustomerState;
  order: OrderState;
  problem: ProblemState;
  bulk: BulkState;
  screeningCase: ScreeningCaseState;
  reseller: ResellerState;
  health: "OK" | "DEGRADED" | "FAILED" | "NOT_APPLICABLE";
  check: "OK" | "WARNING" | "BLOCKING";
  package: PackageState;
  subscriber: SubscriberState;
}

const tones: { readonly [Kind in keyof StatesByKind]: Readonly<Record<StatesByKind[Kind], Tone>> } = {
  package: { PROVISIONING: "running", PROVISIONED: "ok", ERROR: "bad", DELETING: "waiting" },
  subscriber: { PROVISIONING: "running", PROVISIONED: "ok", UPDATING: "running", ERROR: "bad", DELETING: "waiting" },
  screeningCase: {
    OPEN: "waiting",
    CONFIRMING: "warn",
    NON_COMPLIANT: "bad",
    DEACTIVATED: "bad",
    APPROVED: "ok",
    WITHDRAWN: "off",
  },
  bulk: {
    UPLOADED: "neutral",
    REHEARSING: "running",
    REHEARSED: "waiting",
    RUNNING: "running",
    PAUSED: "warn",
    CANCELLED: "off",
    DONE: "ok",
  },
  problem: { OPEN: "waiting", ESCALATED: "warn", CLOSED: "off" },
  run: {
    QUEUED: "neutral",
    RUNNING: "running",
    WAITING: "waiting",
    SUCCEEDED: "ok",
    SUCCEEDED_WITH_WARNINGS: "warn",
    FAILED: "bad",
    ROLLING_BACK: "running",
    ROLLED_BACK: "off",
    ROLL_BACK_FAILED: "bad",
    CANCELLED: "off",
  },
  task: {
    PENDING: "neutral",
    RUNNING: "running",
    RETRYING: "running",
    WAITING: "waiting",
    SUCCEEDED: "ok",
    FAILED: "bad",
    FAILED_IGNORED: "warn",
    SKIPPED: "off",
    UNDONE: "off",
  },
  service: {
    PENDING: "running",
    PENDING_FAILED: "bad",
    ACTIVE: "ok",
    SUSPENDED: "warn",
    EXPIRED: "neutral",
    TERMINATED: "off",
  },
  item: {
    NEW: "ok",
    IN_STOCK: "ok",
    RESERVED: "waiting",
    ASSIGNED: "neutral",
    QUARANTINED: "warn",
    DAMAGED: "bad",
    RETIRED: "off",
  },
  customer: {
    WAITING: "neutral",
    ACTIVE: "ok",
    SUSPENDED: "bad",
    DEACTIVATING: "warn",
    DEACTIVATED: "off",
    ARCHIVED: "off",
  },
  order: {
    DRAFT: "neutral",
    ACKNOWLEDGED: "waiting",
    IN_PROGRESS: "running",
    COMPLETED: "ok",
    FAILED: "bad",
    CANCELLED: "off",
  },
  reseller: { PENDING: "neutral", ACTIVE: "ok", SUSPENDED: "bad", CLOSED: "off" },
  health: { OK: "ok", DEGRADED: "warn", FAILED: "bad", NOT_APPLICABLE: "off" },
  check: { OK: "ok", WARNING: "warn", BLOCKING: "bad" },
};

/** The tone of a state; states of different kinds share words (a customer waits for someone, a run for a moment), hence the kind. */
export function stateTone<Kind extends keyof StatesByKind>(kind: Kind, state: StatesByKind[Kind]): Tone {
  return tones[kind][state];
}
