import type { RailState } from "../../ui/rail-state.ts";

export const stepKeys = ["product", "customer", "inventory", "renewal", "review", "progress", "done"] as const;
export type StepKey = (typeof stepKeys)[number];

export interface StepFacts {
  readonly hasProduct: boolean;
  readonly hasCustomer: boolean;
  /** Null where the product needs nothing from stock. */
  readonly hasItems: boolean | null;
  /** Null where the product does not recur. */
  readonly hasRenewal: boolean | null;
}

export interface Step {
  readonly key: StepKey;
  readonly state: RailState;
}

/** The seven stops of a sale (O2). Those that do not concern this product are left out; the first undone one is where we are. */
export function stepsOf(facts: StepFacts): Step[] {
  const done: Record<StepKey, boolean | null> = {
    product: facts.hasProduct,
    customer: facts.hasCustomer,
    inventory: facts.hasItems,
    renewal: facts.hasRenewal,
    review: false,
    progress: false,
    done: false,
  };
  const concerned = stepKeys.filter((key) => done[key] !== null);
  const current = concerned.find((key) => done[key] === false);
  return concerned.map((key) => ({
    key,
    state: done[key] === true ? "done" : key === current ? "current" : "pending",
  }));
}
