import { callScopes, type AllowanceSlot, type CallScope } from "@tierline/shared/allowance.ts";

/** As the form has it. */
export interface ChosenAllowances {
  readonly byScope: Readonly<Partial<Record<CallScope, string | null>>>;
  readonly fromLocal: readonly CallScope[];
  readonly numbers: readonly string[];
}

interface AskedSlot {
  readonly slot: AllowanceSlot;
  readonly allowanceId?: string;
  readonly drawsFromLocal?: boolean;
}

/** As the API takes it: a scope that draws on local minutes names no allowance. */
export function slotsOf({ byScope, fromLocal, numbers }: ChosenAllowances): AskedSlot[] {
  const scoped = callScopes.flatMap((slot): AskedSlot[] => {
    if (fromLocal.includes(slot)) return [{ slot, drawsFromLocal: true }];
    const allowanceId = byScope[slot] ?? null;
    return allowanceId === null ? [] : [{ slot, allowanceId }];
  });
  return [...scoped, ...numbers.map((allowanceId): AskedSlot => ({ slot: "NUMBERS", allowanceId }))];
}
