import { transaction, type Context } from "../kernel/context.ts";

const rowsAtOnce = 20_000;

/** Of what each batch of calls has added to the sums of a quarter of an hour, one row is made. Answers how many there are then. */
export function foldCallSums(context: Context): Promise<number> {
  return transaction(context, async ({ em }) => {
    const [row] = await em.execute<{ folded: number }[]>("select fold_call_sums(?) as folded", [rowsAtOnce]);
    return row?.folded ?? 0;
  });
}
