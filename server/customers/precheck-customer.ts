import type { CustomerKind } from "@tierline/shared/kinds.ts";
import type { Refusal } from "../kernel/rejection.ts";
import type { NewCustomerInput } from "./examine-new.ts";

/** A new customer as far as it is known yet. */
export type PrecheckCustomerInput = Omit<NewCustomerInput, "kind" | "name"> & {
  readonly kind?: CustomerKind | null | undefined;
  readonly name?: string | null | undefined;
};

/** What may be asked without: an address and an e-mail are enough to ask (CX6). */
export function isLeftOut(input: PrecheckCustomerInput, { code, path }: Refusal): boolean {
  return (
    code === "REQUIRED" &&
    path?.length === 1 &&
    mayBeLeftOut.some((field) => field === path[0] && input[field] === undefined)
  );
}

const mayBeLeftOut = ["name", "taxNumber"] as const;
