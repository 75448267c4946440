import { canMove } from "@tierline/shared/moves.ts";
import { serviceMoves, type ServiceState, type SuspensionReason } from "@tierline/shared/service-state.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { ServiceRow } from "./service.entity.ts";
import { findService } from "./service-rows.ts";

export function serviceTopic(serviceId: string): string {
  return `service:${serviceId}`;
}

/** Columns that may change together with the state, in SQL's spelling. */
export interface ServiceColumns {
  readonly name?: string;
  readonly starts_on?: string | null;
  readonly ends_on?: string | null;
  readonly current_run_id?: string | null;
  readonly parameters?: string;
  readonly simultaneous_calls?: number | null;
  readonly offering_id?: string;
  readonly recurring_micros?: string | null;
}

/**
 * The only way in which a service changes its state: along shared/service-state.ts. Staying where it is is no move and always
 * allowed. Answers whether the move is one that exists; whoever calls decides what it means when it is not.
 */
export async function moveService(
  tx: Transaction,
  serviceId: string,
  to: ServiceState,
  columns: ServiceColumns = {},
): Promise<ServiceRow | null> {
  const [held] = await tx.em.execute<{ state: ServiceState }[]>("select state from service where id = ? for update", [
    serviceId,
  ]);
  if (held === undefined || (held.state !== to && !canMove(serviceMoves, held.state, to))) return null;
  await changeService(tx, serviceId, { ...columns, state: to });
  const service = await findService(tx, serviceId);
  invariant(service !== null, "a service that was just changed is there");
  return service;
}

/** Adds a reason for which it is suspended, or takes one away: active again when the last is gone (X4). Whether it could be. */
export async function setSuspension(
  tx: Transaction,
  serviceId: string,
  reason: SuspensionReason,
  isSuspended: boolean,
): Promise<boolean> {
  const [row] = await tx.em.execute<{ version: number; path: string }[]>(
    `update service s set suspension_reasons = n.reasons, version = s.version + 1,
       state = case cardinality(n.reasons) when 0 then 'ACTIVE' else 'SUSPENDED' end
     from (select id, array_remove(suspension_reasons, ?) || case when ? then array[?]::text[] else '{}' end as reasons
       from service where id = ? for update) n
     where s.id = n.id and s.state in ('ACTIVE', 'SUSPENDED') returning s.version, s.path`,
    [reason, isSuspended, reason, serviceId],
  );
  if (row === undefined) return false;
  tx.announce({ topic: serviceTopic(serviceId), path: row.path, sequence: row.version });
  return true;
}

/** Changes columns besides the state, and tells whoever looks at the service. */
export async function changeService(
  tx: Transaction,
  serviceId: string,
  columns: ServiceColumns & { readonly state?: ServiceState },
): Promise<void> {
  const entries = Object.entries(columns); // names are ours: the type above is closed
  const [row] = await tx.em.execute<{ version: number; path: string }[]>(
    `update service set ${[...entries.map(([name]) => `${name} = ?`), "version = version + 1"].join(", ")}
     where id = ? returning version, path`,
    [...entries.map(([, value]) => value), serviceId],
  );
  if (row !== undefined) tx.announce({ topic: serviceTopic(serviceId), path: row.path, sequence: row.version });
}
