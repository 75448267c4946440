import { newId } from "@tierline/shared/id.ts";
import { ancestorsOf } from "@tierline/shared/tier-path.ts";
import { isWebhookEvent } from "@tierline/shared/webhook-event.ts";
import { placedColumns, placedJoins, type Placed } from "../developers/placed.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { mayHear } from "./hear.ts";
import { bodyOf } from "./webhook-body.ts";

const batchMax = 500;
const batchesMax = 20;

interface TakenEvent {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly subject_id: string;
  readonly customer_id: string | null;
  readonly state: string;
  readonly at: string;
}

interface Listener extends Placed {
  readonly endpoint_id: string;
  readonly events: readonly string[];
}

/**
 * Sweep: what happened becomes a delivery for each endpoint that listens there and may hear it. An event costs a look at the places
 * from its own up to the root, however many endpoints there are elsewhere. Workers that do it at once take different events.
 */
export async function handOutEvents(context: Context): Promise<number> {
  let handedOut = 0;
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const count = await transaction(context, handOutBatch);
    handedOut += count;
    if (count < batchMax) break;
  }
  return handedOut;
}

async function handOutBatch(tx: Transaction): Promise<number> {
  const events = await tx.em.execute<TakenEvent[]>(
    `with taken as (
       delete from webhook_event where id in (
         select id from webhook_event order by at, id limit ? for update skip locked
       ) returning id, path, type, subject_id, customer_id, state, at
     ) select * from taken order by at, id`,
    [batchMax],
  );
  if (events.length === 0) return 0;
  const listeners = await listenersAt(tx, new Set(events.flatMap(({ path }) => ancestorsOf(path))));
  const deliveries = events.flatMap((event) => deliveriesOf(event, listeners, tx.clock.now()));
  if (deliveries.length > 0) await insertDeliveries(tx, deliveries);
  return events.length;
}

async function listenersAt({ em }: Transaction, places: ReadonlySet<string>): Promise<Map<string, Listener[]>> {
  const found = await em.execute<Listener[]>(
    `select c.id as endpoint_id, to_json(c.events) as events, ${placedColumns}
     from webhook_endpoint c ${placedJoins} where c.path in (?) and c.off_reason is null`,
    [[...places]],
  );
  return Map.groupBy(found, ({ place_path }) => place_path);
}

interface NewDelivery {
  readonly id: string;
  readonly path: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: string;
  readonly body: string;
  readonly at: Date;
}

function deliveriesOf(event: TakenEvent, listeners: ReadonlyMap<string, Listener[]>, at: Date): NewDelivery[] {
  const { id: eventId, path, type, subject_id: subjectId, customer_id: customerId, state } = event;
  if (!isWebhookEvent(type)) return []; // noted by a newer version, which hands it out itself no more
  const hearing = ancestorsOf(path)
    .flatMap((place) => listeners.get(place) ?? [])
    .filter((listener) => listener.events.includes(type) && mayHear(listener, type, path));
  const body = bodyOf({ type, subjectId, customerId, state, at: new Date(event.at) });
  return hearing.map(({ endpoint_id: endpointId, place_path }) => {
    return { id: newId(at.getTime()), path: place_path, endpointId, eventId, type, body, at };
  });
}

/** Due at once, and so are their endpoints. */
export async function insertDeliveries({ em }: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  await em.execute(
    `with added as (
       insert into webhook_delivery (id, path, endpoint_id, event_id, type, body, created_at, state, attempts, due_at)
       select id, path, "endpointId", "eventId", type, body, at, 'PENDING', 0, at
       from jsonb_to_recordset(?::jsonb) as d (id uuid, path text, "endpointId" uuid, "eventId" uuid, type text, body text, at timestamptz)
       on conflict (endpoint_id, event_id) do nothing returning endpoint_id, due_at
     )
     update webhook_endpoint e set due_at = least(e.due_at, added.due_at)
     from (select endpoint_id, min(due_at) as due_at from added group by 1) added
     where e.id = added.endpoint_id and e.off_reason is null`,
    [JSON.stringify(deliveries)],
  );
}
