import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { transaction, type Context } from "../kernel/context.ts";
import type { Refusal } from "../kernel/rejection.ts";
import { examineNew, type NewCustomerInput } from "./examine-new.ts";

/** A new customer as far as it is known yet. */
export type PrecheckCustomerInput = Omit<NewCustomerInput, "kind" | "name"> & {
  readonly kind?: CustomerKind | null | undefined;
  readonly name?: string | null | undefined;
};

/**
 * Everything for which the customer would not be created, all at once, and nothing where it would be (CX6). What is left out is not
 * missed: an address and an e-mail are enough to ask. Writes nothing.
 * @throws AccessError NOT_FOUND for a reseller that is none of the viewer's
 */
export function precheckCustomer(context: Context, input: PrecheckCustomerInput): Promise<readonly Refusal[]> {
  return transaction(context, async (tx) => {
    const { refusals } = await examineNew(tx, { ...input, kind: input.kind ?? "BUSINESS", name: input.name ?? "" });
    const isLeftOut = ({ code, path }: Refusal): boolean =>
      code === "REQUIRED" &&
      path?.length === 1 &&
      mayBeLeftOut.some((field) => field === path[0] && input[field] === undefined);
    return refusals.all.filter((refusal) => !isLeftOut(refusal));
  });
}

const mayBeLeftOut = ["name", "taxNumber"] as const;
