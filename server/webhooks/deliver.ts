import { placedColumns, placedJoins, type Placed } from "../developers/placed.ts";
import { inTier, transaction, type Context } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { mayHear } from "./hear.ts";
import { noteReply, withdraw } from "./note-reply.ts";
import { sendWebhook } from "./send-webhook.ts";
import { customerIn } from "./webhook-body.ts";
import { secretsOf } from "./webhook-secret.ts";

/** Endpoints that one sweep takes in hand; the next sweep, a second later or in another worker, takes others. */
const endpointsMax = 20;
/** Messages that are under way to one endpoint at a time. */
const together = 4;
const servingMs = 20_000;
/** Longer than an endpoint is ever served: serving, and the last time-out. A worker that dies leaves it to others after that. */
const leaseSeconds = 60;
const backOffSecondsMax = 300;

interface DueEndpoint extends Placed {
  readonly endpoint_id: string;
  readonly url: string;
}

interface DueDelivery {
  readonly id: string;
  readonly event_id: string;
  readonly type: string;
  readonly body: string;
}

/**
 * Sweep: sends what is due, at least once and with the same id each time. An endpoint is served by one worker at a time, so that a
 * slow one holds up nobody but itself; what is looked at grows with the endpoints that something waits for, and with no others.
 */
export async function deliverDue(context: Context): Promise<number> {
  const endpoints = await claim(context);
  const sent = await Promise.all(endpoints.map((endpoint) => serve(inTier(context, rootPath), endpoint)));
  return sent.reduce((sum, count) => sum + count, 0);
}

async function claim({ em, clock }: Context): Promise<DueEndpoint[]> {
  const now = clock.now();
  const claimed = await em.execute<{ id: string }[]>(
    `update webhook_endpoint set served_until = ?::timestamptz + ? * interval '1 second'
     where id in (select id from webhook_endpoint where due_at <= ? and (served_until is null or served_until <= ?)
                  order by due_at limit ? for update skip locked)
     returning id`,
    [now, leaseSeconds, now, now, endpointsMax],
  );
  if (claimed.length === 0) return [];
  return em.execute<DueEndpoint[]>(
    `select c.id as endpoint_id, c.url, ${placedColumns} from webhook_endpoint c ${placedJoins} where c.id in (?)`,
    [claimed.map(({ id }) => id)],
  );
}

/** Until nothing is due, its time is over, or it fails: then it is left alone for a while. */
async function serve(context: Context, endpoint: DueEndpoint): Promise<number> {
  const end = performance.now() + servingMs;
  let sent = 0;
  try {
    const secrets = await secretsOf(context, endpoint.endpoint_id);
    while (performance.now() < end) {
      const due = await dueOf(context, endpoint);
      const taken = await Promise.all(due.map((delivery) => send(context, endpoint, delivery, secrets)));
      sent += taken.length;
      if (due.length < together || taken.includes(false)) break;
    }
  } finally {
    await release(context, endpoint.endpoint_id);
  }
  return sent;
}

function dueOf({ em, clock }: Context, { endpoint_id }: DueEndpoint): Promise<DueDelivery[]> {
  return em.execute<DueDelivery[]>(
    `select id, event_id, type, body from webhook_delivery where endpoint_id = ? and due_at <= ? order by due_at, id limit ?`,
    [endpoint_id, clock.now(), together],
  );
}

/** Whether the endpoint took it, or it was no longer to be sent. */
async function send(
  context: Context,
  endpoint: DueEndpoint,
  delivery: DueDelivery,
  secrets: readonly string[],
): Promise<boolean> {
  // Only a maker who was named customers wants to be asked which one it is about.
  const path = endpoint.only_customers === null ? null : await placeNow(context, delivery);
  if (!mayHear(endpoint, delivery.type, path)) return withdraw(context, delivery.id);
  const { url } = endpoint;
  const { event_id: eventId, body } = delivery;
  const at = context.clock.now();
  const reply = await sendWebhook({ url, eventId, body, secrets, at });
  return noteReply(context, delivery.id, reply);
}

/** Where the customer is now of whom it tells; of nobody, the empty path, which nobody was named. */
async function placeNow({ em }: Context, { body }: DueDelivery): Promise<string> {
  const id = customerIn(body);
  if (id === null) return "";
  const [customer] = await em.execute<{ path: string }[]>("select path from customer where id = ?", [id]);
  return customer?.path ?? "";
}

/** Its next time is that of what waits for it, and for one that fails not too soon. Nothing can begin to wait meanwhile unseen. */
function release(context: Context, id: string): Promise<void> {
  return transaction(context, async ({ em, clock }) => {
    await em.execute("select 1 from webhook_endpoint where id = ? for update", [id]);
    await em.execute(
      `update webhook_endpoint e set served_until = null, due_at = case when next.at is null or e.off_reason is not null then null
         when e.failures = 0 then next.at
         else greatest(next.at, ?::timestamptz + least(power(2, least(e.failures, 9)), ?) * interval '1 second') end
       from (select min(due_at) as at from webhook_delivery where endpoint_id = ?) next where e.id = ?`,
      [clock.now(), backOffSecondsMax, id, id],
    );
  });
}
