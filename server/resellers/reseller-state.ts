import { canMove } from "@tierline/shared/moves.ts";
import { mayCreateOrChange, resellerMoves, type ResellerState } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { changeReseller } from "./change-reseller.ts";
import type { ResellerRow } from "./reseller.entity.ts";

export interface ResellerStateInput {
  /** The API's id. */
  readonly id: string;
  readonly note?: string | null | undefined;
}

/** Of one's own reseller, or of one below. Activated again it stays as it is, and nothing is written. */
export function activateReseller(context: Context, input: ResellerStateInput): Promise<ResellerRow> {
  return move(context, input, { operation: "reseller.activate", to: "ACTIVE", from: ["PENDING"], isForOwn: true });
}

/** Its people and those below may look and end services from their next request on, and neither create nor change. */
export function suspendReseller(context: Context, input: ResellerStateInput): Promise<ResellerRow> {
  return move(context, input, { operation: "reseller.suspend", to: "SUSPENDED", from: ["ACTIVE"], isForOwn: false });
}

export function resumeReseller(context: Context, input: ResellerStateInput): Promise<ResellerRow> {
  return move(context, input, { operation: "reseller.resume", to: "ACTIVE", from: ["SUSPENDED"], isForOwn: false });
}

interface Move {
  readonly operation: string;
  readonly to: ResellerState;
  readonly from: readonly ResellerState[];
  readonly isForOwn: boolean;
}

function move(context: Context, { id, note = null }: ResellerStateInput, deed: Move): Promise<ResellerRow> {
  checkNote(note);
  return changeReseller(context, id, { ...deed, note }, (row) => {
    if (row.state === deed.to) return;
    if (!deed.from.includes(row.state) || !canMove(resellerMoves, row.state, deed.to)) {
      const message = say("reseller.move", { reseller: row.name, state: row.state, to: deed.to });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    row.state = deed.to;
  });
}

/** Nothing new in a reseller that is not active, whoever asks: those above resume or activate it first. */
export function refuseUnlessActive({ name, state }: Pick<ResellerRow, "name" | "state">, field: string): void {
  if (mayCreateOrChange(state)) return;
  const message = say("customer.resellerState", { reseller: name, state });
  const code = { PENDING: "RESELLER_NOT_ACTIVATED", SUSPENDED: "RESELLER_SUSPENDED" } as const;
  throw new Rejection({
    code: state === "PENDING" || state === "SUSPENDED" ? code[state] : "STATE_CONFLICT",
    message,
    path: [field],
  });
}
