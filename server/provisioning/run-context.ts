import type { EntityManager } from "@mikro-orm/postgresql";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Changes } from "../kernel/changes.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Context } from "../kernel/context.ts";
import type { Log } from "../kernel/log.ts";
import type { Vault } from "../kernel/vault.ts";
import { tierVariables } from "../kernel/viewer.ts";
import { withProvisioning, type ProvisioningParts } from "./parts.ts";
import type { RunModel } from "./run-model.ts";

export interface Ground {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly log: Log;
  readonly vault: Vault;
}

/** In which an action works: the reseller's tier, on behalf of whoever started the run, with no permissions to ask for. */
export function contextOfRun(
  { em, clock, changes, log, vault }: Ground,
  parts: ProvisioningParts,
  run: RunModel,
): Context {
  const path = resellerPathOf(run.path);
  const context: Context = {
    em: em.fork({ session: { variables: tierVariables(path) } }),
    viewer: {
      userId: run.startedById,
      name: run.startedBy,
      email: "",
      role: "AGENT",
      resellerId: run.resellerId,
      customerId: null,
      path,
      onlyCustomers: null,
      onBehalfOf: null,
      permissions: new Set(),
      withheld: new Map(),
      language: null,
      channel: "SYSTEM",
      sessionId: null,
    },
    clock,
    changes,
    log,
    vault,
    requestId: run.id,
  };
  return withProvisioning(context, parts);
}
