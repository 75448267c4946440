import type { CallDirection, CallState } from "@tierline/shared/call.ts";
import type { Transaction } from "../kernel/context.ts";
import { numberOf, type EndedCall } from "./ended-call.ts";
import { settleCalls } from "./settle-calls.ts";
import { settleCorrections, type Correction } from "./settle-corrections.ts";

/** A call that was answered and is over, as the switch itself has written it down. */
export interface SwitchRecord {
  /** Counts up in the switch's table. */
  readonly id: number;
  /** By which the switch spoke of the call while it lasted. */
  readonly key: string;
  readonly caller: string;
  readonly called: string;
  readonly answeredAt: Date;
  readonly seconds: number;
}

/** How a switch is named in everything that it asks and tells. */
export const switchSource = "kamailio";

interface KeptRow {
  readonly key: string;
  readonly state: CallState;
  readonly customer_id: string;
  readonly service_id: string | null;
  readonly direction: CallDirection;
  readonly caller: string;
  readonly called: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly maximum_seconds: number | null;
}

export interface SettledRecords {
  /** Calls whose end nobody had told. */
  readonly recovered: number;
  /** Records of lines that nobody has. */
  readonly unknown: readonly string[];
}

/**
 * Sees to it that each record has exactly one call, by the key under which the switch spoke of it. What was told while it lasted stands;
 * a call whose end was never told is settled by its record, one that was given up or taken for unanswered is corrected by it, and one
 * that nobody knows is entered. Read again, a record changes nothing. `tx` is the root tier's.
 */
export async function settleSwitchRecords(tx: Transaction, records: readonly SwitchRecord[]): Promise<SettledRecords> {
  const kept = await keptCalls(tx, records);
  const ended: EndedCall[] = [];
  const corrections: Correction[] = [];
  const unknown: string[] = [];
  for (const record of records) {
    const call = kept.get(record.key);
    if (call === undefined) {
      const owner = await ownerOf(tx, record.caller);
      if (owner === null) unknown.push(record.key);
      else ended.push(enteredCall(record, owner));
    } else if (call.state === "LIVE") {
      // Its end was told: what was told stands, and is settled within the second.
      if (call.ended_at === null) ended.push(endedCall(record, call));
    } else if ((call.state === "FAILED" || call.state === "NO_ANSWER") && record.seconds > 0) {
      const corrected = endedCall(record, call);
      const corrects = { source: corrected.source, sourceKey: corrected.sourceKey };
      corrections.push({ call: { ...corrected, sourceKey: `${record.key}:record` }, corrects });
    }
  }
  const settled = [...(await settleCalls(tx, ended)), ...(await settleCorrections(tx, corrections))];
  return { recovered: settled.filter((each) => each?.outcome === "RECORDED").length, unknown };
}

/** By the switch's keys, and kept as they are until the commit. */
async function keptCalls({ em }: Transaction, records: readonly SwitchRecord[]): Promise<Map<string, KeptRow>> {
  const rows = await em.execute<KeptRow[]>(
    `select c.source_key as key, c.state, c.customer_id, c.service_id, c.direction, c.caller, c.called, c.started_at, c.ended_at, c.maximum_seconds
     from jsonb_to_recordset(?::jsonb) as x(key text) join call c on c.source = ? and c.source_key = x.key order by c.id for update of c`,
    [JSON.stringify(records.map(({ key }) => ({ key }))), switchSource],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

type Owner = Pick<KeptRow, "customer_id" | "service_id">;

async function ownerOf({ em }: Transaction, line: string): Promise<Owner | null> {
  const [row] = await em.execute<Owner[]>(
    "select s.customer_id, s.id as service_id from line_of_switch(?) s where s.id is not null",
    [line],
  );
  return row ?? null;
}

/** No longer than it was let last: what is beyond that the switch has to answer for. */
function endedCall(record: SwitchRecord, call: KeptRow): EndedCall {
  const { caller, called, direction } = call;
  const startedAt = new Date(call.started_at);
  const seconds = Math.min(record.seconds, call.maximum_seconds ?? record.seconds);
  return { ...timesOf(record, startedAt, seconds), ...ownedBy(call), ...numberOf(called), direction, caller, called };
}

function enteredCall(record: SwitchRecord, owner: Owner): EndedCall {
  const { caller, called, seconds, answeredAt } = record;
  const digits = called.replace(/^(\+|00)/, "");
  const of = { ...ownedBy(owner), ...numberOf(digits), direction: "OUT" as const, caller, called: digits };
  return { ...timesOf(record, answeredAt, seconds), ...of };
}

function ownedBy({ customer_id: customerId, service_id: serviceId }: Owner) {
  return { customerId, serviceId };
}

function timesOf({ key, answeredAt }: SwitchRecord, startedAt: Date, seconds: number) {
  // The clocks of the switch and of the database may differ by a little.
  const answered = new Date(Math.max(startedAt.getTime(), answeredAt.getTime()));
  return {
    source: switchSource,
    sourceKey: key,
    state: "ANSWERED" as const,
    startedAt,
    answeredAt: answered,
    endedAt: new Date(answered.getTime() + seconds * 1_000),
    seconds,
    refusal: null,
  };
}
