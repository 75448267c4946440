import type { Viewer } from "../kernel/viewer.ts";

/** Which rows of the sums of calls are counted where nobody asks by whom: who sees named customers alone sees no sum over all. */
export function allBuyers({ onlyCustomers }: Pick<Viewer, "onlyCustomers">): string {
  return onlyCustomers === null ? "buyer_path = ''" : "buyer_path <> ''";
}
