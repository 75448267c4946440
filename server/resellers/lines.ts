import { simultaneousCallsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection, type Refusals } from "../kernel/rejection.ts";

/**
 * How many calls at a time a line may have is said by its plan and by what its customer is allowed; the least of them holds. Services
 * stand above those who say it, so the lines are read here by name.
 */

/** Who says it, with an id. */
export type CallsSayer = { readonly kind: "offering" | "customer"; readonly id: string };

const lockClass = 7_401_331;

/** As long as a line is given a number, nobody who says how many it may have lowers that. */
export async function holdCalls({ em }: Pick<Transaction, "em">, sayers: readonly CallsSayer[]): Promise<void> {
  for (const { id } of sayers) {
    await em.execute("select pg_advisory_xact_lock_shared(?, hashtext(?))", [lockClass, id]);
  }
}

export function checkCalls(refusals: Refusals, calls: number | null, ...path: string[]): number | null {
  if (calls !== null && (calls < 1 || calls > simultaneousCallsMax)) {
    refusals.add("INVALID", say("line.range", { max: simultaneousCallsMax }), ...path);
  }
  return calls;
}

const namedMax = 5;

/**
 * Before fewer are allowed: a line that has more would keep them, so it is lowered first, which is a run of its own.
 * @throws Rejection STATE_CONFLICT with the lines
 */
export async function refuseLinesAbove(
  { em }: Pick<Transaction, "em">,
  { kind, id }: CallsSayer,
  { before, after, path }: { readonly before: number | null; readonly after: number | null; readonly path: string[] },
): Promise<void> {
  if (after === null || (before !== null && after >= before)) return;
  await em.execute("select pg_advisory_xact_lock(?, hashtext(?))", [lockClass, id]);
  const [row] = await em.execute<{ count: number }[]>("select count_lines_above(?, ?, ?) as count", [kind, id, after]);
  const count = row?.count ?? 0;
  if (count === 0) return;
  const lines = await em.execute<{ name: string }[]>(
    `select name from service where ${kind}_id = ? and service_type = 'VOIP' and state <> 'TERMINATED'
       and (simultaneous_calls is null or simultaneous_calls > ?) order by number limit ?`,
    [id, after, namedMax],
  );
  const names = lines.map(({ name }) => name).join(", ");
  throw new Rejection({
    code: "STATE_CONFLICT",
    message: say("line.above", { count, lines: names, max: after }),
    path,
  });
}
