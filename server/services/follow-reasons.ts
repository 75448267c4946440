import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import type { Transaction } from "../kernel/context.ts";
import { setSuspension } from "./move-service.ts";

/** For what a customer's services are taken off the network, by runs. */
export const networkReasons = ["BALANCE", "COMPLIANCE"] as const satisfies readonly SuspensionReason[];
/** The same, and what a person has said of the one service. */
const offReasons: ReadonlySet<SuspensionReason> = new Set([...networkReasons, "MANUAL"]);

/** Whether a person began a run that suspends or resumes; its variables say so. */
export function isRunByHandSql(run: string): string {
  return `coalesce((${run}.variables->>'isByHand')::boolean, false)`;
}

export function isOffNetwork(of: { readonly suspensionReasons: readonly SuspensionReason[] }): boolean {
  return of.suspensionReasons.some((reason) => offReasons.has(reason));
}

/**
 * Of a service that is off the network: suspended for what its customer is now, other reasons staying; first what is added, so that it
 * does not become active in between. `isByHand`: and because a person said so. Whether it could be.
 */
export async function followReasons(tx: Transaction, serviceId: string, isByHand = false): Promise<boolean> {
  const [row] = await tx.em.execute<{ own: SuspensionReason[]; wanted: SuspensionReason[] }[]>(
    `select s.suspension_reasons as own, c.suspension_reasons as wanted
     from service s join customer c on c.id = s.customer_id where s.id = ? and s.state in ('ACTIVE', 'SUSPENDED')`,
    [serviceId],
  );
  if (row === undefined) return false;
  const wanted = networkReasons.filter((reason) => row.wanted.includes(reason));
  const staysOff = isByHand || row.own.includes("MANUAL");
  // Whose customer was let off meanwhile is put back by the next sweep, which finds it by a reason.
  const kept: readonly SuspensionReason[] = wanted.length > 0 || staysOff ? wanted : ["BALANCE"];
  const all: readonly SuspensionReason[] = isByHand ? [...kept, "MANUAL"] : kept;
  const added = all.filter((reason) => !row.own.includes(reason));
  const gone = networkReasons.filter((reason) => row.own.includes(reason) && !kept.includes(reason));
  let isSet = true;
  for (const reason of added) isSet = (await setSuspension(tx, serviceId, reason, true)) && isSet;
  for (const reason of gone) isSet = (await setSuspension(tx, serviceId, reason, false)) && isSet;
  return isSet;
}

/** Back on the network: suspended for other reasons alone, or not at all (X4). Whether it could be. */
export async function dropReasons(tx: Transaction, serviceId: string, isByHand = false): Promise<boolean> {
  let isSet = true;
  for (const reason of isByHand ? offReasons : networkReasons)
    isSet = (await setSuspension(tx, serviceId, reason, false)) && isSet;
  return isSet;
}
