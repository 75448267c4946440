import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { callRoutes } from "@tierline/shared/call-route.ts";
import { destinationClasses } from "@tierline/shared/destination-class.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ServiceEntity } from "../services/service.entity.ts";

// Rows of a call that is under way are written by the functions in authorise-call.sql alone, and are gone once it is settled.

/** What a switch was let put through, beside its row in `call`. The path is the customer's. */
export const LiveCallEntity = defineEntity({
  name: "LiveCall",
  tableName: "live_call",
  ...insideTier,
  properties: {
    callId: p.uuid().primary(),
    path: tierRow.path,
    /** The line that calls, or is called from outside; null where the switch itself knows where a number leads. */
    serviceId: p.uuid().nullable(),
    /** Another line that the call keeps busy, because it is the one that is called. */
    rungId: p.uuid().nullable(),
    /** By which the switch finds its dialog; null until the call was answered. */
    dialog: p.text().nullable(),
    destinationClass: oneOf("destination_class", destinationClasses),
    /** Since when its switch is to end it, because somebody said so or its money is at an end by a new price. */
    endingAt: p.datetime().nullable(),
    /** The guard's; null: as long as money lasts. */
    longestSeconds: p.integer().nullable(),
    /** By which it leaves; null within the network, and of one that comes in. */
    route: oneOf("route", callRoutes).nullable(),
    /** When nobody is waited for any longer, because the switch must have died. */
    expiresAt: p.datetime(),
    /** Of what has changed its prices since it began, as far as was read (price-changes.sql); null: nothing. */
    pricedBy: p.text().nullable(),
  },
  indexes: [
    { name: "live_call_path", properties: ["path"] },
    { name: "live_call_due", properties: ["expiresAt"] },
    { name: "live_call_line", properties: ["serviceId"], where: "service_id is not null" },
    { name: "live_call_rung", properties: ["rungId"], where: "rung_id is not null" },
  ],
});
export type LiveCallRow = InferEntity<typeof LiveCallEntity>;

export interface LiveCallChange {
  readonly second: number;
  readonly rate: number;
  readonly first: number;
  readonly step: number;
}

/** What one of those who buy it may have to pay, and what is set aside for that. The path is the buyer's. */
export const LiveCallLegEntity = defineEntity({
  name: "LiveCallLeg",
  tableName: "live_call_leg",
  ...insideTier,
  properties: {
    callId: p.uuid().primary(),
    path: p.text().collation("C").primary(),
    accountId: p.uuid(),
    /** Trillionths a minute, and once. */
    rate: p.bigint(),
    connectFee: p.bigint(),
    includedSeconds: p.integer(),
    firstSeconds: p.integer(),
    stepSeconds: p.integer(),
    graceSeconds: p.integer(),
    freeSeconds: p.integer(),
    /** What a minute costs, and how long each part counts, from which of its seconds on; null: as at its beginning. */
    changes: p.json<readonly LiveCallChange[]>().nullable(),
    /** What as many seconds as it was let last cost, whether it had to be set aside or not. */
    costMicros: p.bigint(),
    heldMicros: p.bigint(),
    holdId: p.uuid().nullable(),
  },
  indexes: [{ name: "live_call_leg_path", properties: ["path"] }],
});

/** When a switch asked last how its calls go on, which it does every second: nobody else can be told to end one. The root tier's. */
export const CallSwitchEntity = defineEntity({
  name: "CallSwitch",
  tableName: "call_switch",
  ...insideTier,
  properties: {
    source: p.text().collation("C").primary(),
    path: tierRow.path,
    askedAt: p.datetime(),
    /** How far its own records of calls were read. */
    recordsRead: p.bigint().defaultRaw("0"),
  },
});

export const guardSetters = ["OWN", "SELLER"] as const;
export type GuardSetter = (typeof guardSetters)[number];

/**
 * What a customer or a reseller and all below it may call, from a time on. The path is whom it is for; a reseller has one of its own
 * beside the one that its seller gave it, and the stricter counts. One line of a customer's may have one too. Never changed: a newer one
 * takes its place.
 */
export const CallGuardEntity = defineEntity({
  name: "CallGuard",
  tableName: "call_guard",
  ...insideTier,
  properties: {
    ...tierRow,
    setter: oneOf("setter", guardSetters),
    /** The line that it is for; null: all that is at the path and below. */
    service: () => p.manyToOne(ServiceEntity).mapToPk().nullable().deleteRule("restrict"),
    openClasses: p
      .array()
      .columnType("text[]")
      .check(`open_classes <@ array[${destinationClasses.map((each) => `'${each}'`).join(", ")}]::text[]`),
    /** Null here and below: without a limit. How many a line may have stands with the line. */
    parallelCalls: p.integer().nullable().check("parallel_calls >= 0"),
    callsPerMinute: p.integer().nullable().check("calls_per_minute >= 0"),
    longestSeconds: p.integer().nullable().check("longest_seconds > 0"),
    /** Trillionths a minute, of the currency that is paid in, as the amounts. */
    dearestRate: p.bigint().nullable().check("dearest_rate >= 0"),
    dailyMicros: p.bigint().nullable().check("daily_micros >= 0"),
    monthlyMicros: p.bigint().nullable().check("monthly_micros >= 0"),
    effectiveFrom: p.datetime(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
  checks: [
    {
      name: "call_guard_line_check",
      expression: "service_id is null or setter = 'SELLER'",
    },
  ],
  indexes: [
    { name: "call_guard_path", properties: ["path", "setter", "effectiveFrom"] },
    { name: "call_guard_line", properties: ["service", "effectiveFrom"], where: "service_id is not null" },
  ],
});
export type CallGuardRow = InferEntity<typeof CallGuardEntity>;
