import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";
import type { ProvisioningRunFilter, ProvisioningRunState } from "../../api/generated/schema.ts";

/** What the list shows stands in its address. */
export const runListState = z.object({
  view: choice(["running", "waiting", "failed", "succeeded", "undone", ""], ""),
  kind: choice(["PROVISION", "ADD_ON", "CHANGE", "TERMINATE", ""], ""),
  playbook: text,
  /** Code of the error that runs stopped by. */
  error: text,
  mine: choice(["yes", ""], ""),
  search: text,
});
export type RunListState = z.output<typeof runListState>;
export type RunListView = Exclude<RunListState["view"], "">;

export const viewStates: Record<RunListView, readonly ProvisioningRunState[]> = {
  running: ["QUEUED", "RUNNING", "WAITING", "ROLLING_BACK"],
  waiting: ["WAITING"],
  failed: ["FAILED", "ROLL_BACK_FAILED"],
  succeeded: ["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS"],
  undone: ["ROLLED_BACK", "CANCELLED"],
};
export const views: readonly RunListView[] = ["running", "waiting", "failed", "succeeded", "undone"];

export function runFilterOf({ view, kind, playbook, error, mine, search }: RunListState): ProvisioningRunFilter {
  return {
    ...(view !== "" && { state: [...viewStates[view]] }),
    ...(kind !== "" && { kind }),
    ...(playbook !== "" && { playbookKey: playbook }),
    ...(error !== "" && { errorCode: error }),
    ...(mine === "yes" && { isMine: true }),
    ...(search.trim() !== "" && { search: search.trim() }),
  };
}

export const noFilters: RunListState = { view: "", kind: "", playbook: "", error: "", mine: "", search: "" };

export function hasFilters(state: RunListState): boolean {
  return Object.values(state).some((value) => value !== "");
}
