import type { Moves } from "./moves.ts";

export const serviceStates = ["PENDING", "PENDING_FAILED", "ACTIVE", "SUSPENDED", "EXPIRED", "TERMINATED"] as const;
export type ServiceState = (typeof serviceStates)[number];

export const serviceMoves: Moves<ServiceState> = {
  PENDING: ["ACTIVE", "PENDING_FAILED", "TERMINATED"],
  PENDING_FAILED: ["PENDING", "TERMINATED"],
  ACTIVE: ["SUSPENDED", "TERMINATED"],
  SUSPENDED: ["ACTIVE", "EXPIRED", "TERMINATED"],
  EXPIRED: ["TERMINATED"],
  TERMINATED: [],
};

/** Why a service or a customer is suspended. It is a set: active again when the last reason is gone. */
export const suspensionReasons = [
  "BALANCE",
  "COMPLIANCE",
  "UPSTREAM",
  "MANUAL",
  "ACCOUNT_DEACTIVATED",
  "NON_RENEWAL",
] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

export const serviceTabs = ["ALL", "ACTIVE", "INACTIVE", "SUSPENDED"] as const;
export type ServiceTab = (typeof serviceTabs)[number];

/** The tab of the list, besides ALL, in which a service of this state is counted. */
export function tabOf(state: ServiceState): Exclude<ServiceTab, "ALL"> {
  return state === "ACTIVE" || state === "SUSPENDED" ? state : "INACTIVE";
}

export function statesOfTab(tab: ServiceTab): readonly ServiceState[] {
  return tab === "ALL" ? serviceStates : serviceStates.filter((state) => tabOf(state) === tab);
}
