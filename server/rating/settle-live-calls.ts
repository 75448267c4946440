import type { CallDirection } from "@tierline/shared/call.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { numberOf, type EndedCall } from "./ended-call.ts";
import { settleCalls } from "./settle-calls.ts";

interface Row {
  readonly source: string;
  readonly source_key: string;
  readonly customer_id: string;
  readonly service_id: string | null;
  readonly direction: CallDirection;
  readonly caller: string;
  readonly called: string;
  readonly started_at: string;
  readonly answered_at: string;
  readonly ended_at: string | null;
  readonly seconds: number;
}

const callsAtOnce = 500;

/**
 * Prices and posts what was live and is over, once, as a sweep; what was set aside for it is free again in the same transaction. Of a
 * call whose end nobody has told by the time that its money lapses, because the switch died, nothing is charged.
 */
export function settleLiveCalls(context: Context): Promise<number> {
  return transaction(context, async (tx) => {
    const rows = await tx.em.execute<Row[]>(
      `select c.source, c.source_key, c.customer_id, c.service_id, c.direction, c.caller, c.called, c.started_at, c.answered_at,
         c.ended_at, c.seconds
       from live_call l join call c on c.id = l.call_id and c.state = 'LIVE'
       where c.ended_at is not null or l.expires_at <= ? order by c.id limit ${callsAtOnce} for update of c skip locked`,
      [tx.clock.now()],
    );
    const settled = await settleCalls(tx, rows.map(endedCall));
    return settled.length;
  });
}

function endedCall(row: Row): EndedCall {
  const { called, ended_at: ended, started_at: started } = row;
  return {
    source: row.source,
    sourceKey: row.source_key,
    customerId: row.customer_id,
    serviceId: row.service_id,
    direction: row.direction,
    caller: row.caller,
    called,
    ...numberOf(called),
    state: ended === null ? "FAILED" : "ANSWERED",
    startedAt: new Date(started),
    answeredAt: ended === null ? null : new Date(row.answered_at),
    endedAt: new Date(ended ?? started),
    seconds: ended === null ? 0 : row.seconds,
    refusal: null,
  };
}
