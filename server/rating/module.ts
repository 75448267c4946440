import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { CallGuardResolver } from "./call-guard.resolver.ts";
import { CallEntity, CallLegEntity, CallLegPartEntity } from "./call.entity.ts";
import { CallSumEntity } from "./call-sum.entity.ts";
import { CallConnectionResolver, CallResolver, CallTotalsResolver } from "./call.resolver.ts";
import { toCall } from "./call.type.ts";
import { CorrectCallResolver } from "./correct-call.resolver.ts";
import { foldCallSums } from "./fold-call-sums.ts";
import { LiveCallResolver, RefusedCallResolver } from "./live-call.resolver.ts";
import { ReratedCallResolver, RerateCallsResolver } from "./rerate-calls.resolver.ts";
import { readSwitchRecords } from "./read-switch-records.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";
import { CallGuardEntity, CallSwitchEntity, LiveCallEntity, LiveCallLegEntity } from "./live-call.entity.ts";

async function loadCalls({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(CallEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toCall(row)]));
}

export const rating = {
  entities: [
    CallEntity,
    CallLegEntity,
    CallLegPartEntity,
    CallSumEntity,
    LiveCallEntity,
    LiveCallLegEntity,
    CallSwitchEntity,
    CallGuardEntity,
  ],
  nodes: { cal: { permission: "call.view", load: loadCalls } },
  resolvers: [
    CallResolver,
    CallConnectionResolver,
    CallTotalsResolver,
    CorrectCallResolver,
    RerateCallsResolver,
    ReratedCallResolver,
    LiveCallResolver,
    RefusedCallResolver,
    CallGuardResolver,
  ],
  sweeps: [
    { key: "live-calls", everySeconds: 1, run: settleLiveCalls },
    { key: "call-sums", everySeconds: 30, run: foldCallSums },
    { key: "switch-records", everySeconds: 15, run: readSwitchRecords },
  ],
  sql: [
    new URL("./call.sql", import.meta.url),
    new URL("./call-limits.sql", import.meta.url),
    new URL("./call-sum.sql", import.meta.url),
    new URL("./price-changes.sql", import.meta.url),
    new URL("./authorise-call.sql", import.meta.url),
    new URL("./authorise-incoming.sql", import.meta.url),
    new URL("./follow-call.sql", import.meta.url),
    new URL("./raised-limits.sql", import.meta.url),
  ],
} satisfies Module;
