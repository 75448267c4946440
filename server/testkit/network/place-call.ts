import { createHash, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import pg from "pg";
import { createDatabase, dropDatabase, switchRole, urlFor } from "../../db/roles.ts";
import { createTables, switchTables } from "./elements.ts";
import { openDesk } from "./phones.ts";
import { freePorts } from "./process.ts";
import { startSwitch } from "./switch.ts";

export interface CallToPlace {
  /** Of whoever may open logins and databases, in the database that Tierline works in. */
  readonly adminUrl: string;
  /** A service's account, or its SIP user. */
  readonly line: string;
  /** With its country code. */
  readonly number: string;
  readonly seconds: number;
  tell(text: string): void;
  /** What happens while the price is waited for. */
  waiting?(): Promise<unknown>;
}

/** Sale by sale, from the carrier down to the customer. */
export interface PlacedLeg {
  readonly buyer: string;
  readonly seller: string | null;
  readonly rate: string;
  readonly cadence: string;
  readonly billed_seconds: number;
  readonly amount: string;
  readonly currency: string;
}

export interface PlacedCall {
  /** What the switch said to the phone: 200 where it was put through. */
  readonly status: number;
  readonly state: string;
  readonly seconds: number;
  /** Why it was not put through, or has no price. */
  readonly problem: string | null;
  readonly reseller: string;
  readonly legs: readonly PlacedLeg[];
}

const realm = "tierline.test";
const settledMs = 20_000;

/**
 * A call as a customer makes it: a Kamailio of its own asks Tierline's database whether the line may call, a phone of SIPp calls, somebody
 * outside picks up, and both talk. What was started, and the switch's login, are gone afterwards; the call stays.
 */
export async function placeCall({ adminUrl, line, number, seconds, tell, waiting }: CallToPlace): Promise<PlacedCall> {
  const tag = randomUUID().slice(0, 8);
  const stops: (() => Promise<unknown>)[] = [];
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  stops.push(() => admin.end());
  try {
    const folder = mkdtempSync(join(tmpdir(), "tierline-call-"));
    chmodSync(folder, 0o755);
    stops.push(async () => rmSync(folder, { recursive: true, force: true }));
    const { user, databaseUrl, productUrl } = await letIn(admin, adminUrl, line, tag, stops);
    const password = randomUUID();
    await addSubscriber(databaseUrl, user, password);
    const [sipPort, carrierPort] = (await freePorts(2)) as [number, number]; // two were asked for
    const { kept } = await startSwitch(folder, sipPort, { databaseUrl, productUrl, carrierPort });
    stops.push(() => kept.stop());
    const desk = openDesk(folder, sipPort, carrierPort);
    stops.push(() => desk.stop());
    const phone = await desk.phone({ user, password });
    const [{ now }] = (await admin.query<{ now: Date }>("select clock_timestamp() as now")).rows as [{ now: Date }];
    tell(`${user} calls +${number} and talks for ${seconds} s, through Kamailio on port ${sipPort} …`);
    const status = await phone.call(desk.outside(number), seconds * 1_000);
    tell(`The switch said ${status}; waiting for the price …`);
    return await settled(admin, { user, since: now, status, waiting });
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

/** A login that may ask about calls, as whoever runs a switch gets one, and a database for what Kamailio keeps itself. */
async function letIn(
  admin: pg.Client,
  adminUrl: string,
  line: string,
  tag: string,
  stops: (() => Promise<unknown>)[],
): Promise<{ user: string; databaseUrl: string; productUrl: string }> {
  const { rows } = await admin.query<{ account: string | null; sip: string | null }>(
    "select s.account, s.parameters ->> 'sipUsername' as sip from line_of_switch($1) s where s.id is not null",
    [line],
  );
  const user = rows[0]?.sip ?? rows[0]?.account;
  if (user == null) throw new Error(`No service is called ${line}. On the page Services each has its own.`);
  const [login, own, password] = [`tierline_call_${tag}`, `tierline_call_${tag}`, randomUUID()];
  await admin.query(
    `create role "${login}" login nosuperuser password ${admin.escapeLiteral(password)} in role "${switchRole}"`,
  );
  stops.push(() => admin.query(`drop role "${login}"`));
  await createDatabase(adminUrl, own);
  stops.push(() => dropDatabase(adminUrl, own));
  const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${own}` }).href;
  await createTables(databaseUrl, switchTables);
  const name = new URL(adminUrl).pathname.slice(1);
  return { user, databaseUrl, productUrl: urlFor(adminUrl, login, password, name) };
}

async function addSubscriber(databaseUrl: string, user: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ha1 = createHash("md5").update(`${user}:${realm}:${password}`).digest("hex");
  await client
    .query("insert into subscriber (username, domain, password, ha1) values ($1, $2, '', $3)", [user, realm, ha1])
    .finally(() => client.end());
}

interface Asked {
  readonly user: string;
  readonly since: Date;
  readonly status: number;
  readonly waiting: CallToPlace["waiting"];
}

interface CallRow {
  readonly id: string;
  readonly state: string;
  readonly seconds: number;
  readonly problem: string | null;
  readonly reseller: string;
}

/** Once it is over it is priced within about a second, by whoever runs Tierline's sweeps. */
async function settled(admin: pg.Client, { user, since, status, waiting }: Asked): Promise<PlacedCall> {
  const until = Date.now() + settledMs;
  for (;;) {
    const { rows } = await admin.query<CallRow>(
      `select c.id, c.state, c.seconds, coalesce(c.problem, c.refusal) as problem, r.key as reseller
       from call c join reseller r on r.id = c.reseller_id join service s on s.id = c.service_id
       where c.source = 'kamailio' and c.started_at >= $1 and $2 in (s.account, s.parameters ->> 'sipUsername')
       order by c.started_at desc limit 1`,
      [since, user],
    );
    const call = rows[0];
    if (call !== undefined && call.state !== "LIVE") return { ...call, status, legs: await legsOf(admin, call.id) };
    if (Date.now() > until) {
      throw new Error(
        call === undefined
          ? `Kamailio answered ${status} and asked nobody about a call.`
          : "The call is over and not priced: is Tierline running?",
      );
    }
    await (waiting?.() ?? new Promise((resolve) => setTimeout(resolve, 200)));
  }
}

async function legsOf(admin: pg.Client, callId: string): Promise<PlacedLeg[]> {
  const { rows } = await admin.query<Omit<PlacedLeg, "amount"> & { micros: string }>(
    `select coalesce(b.name, k.name) as buyer, s.name as seller, l.rate::text, l.cadence, l.billed_seconds,
       l.amount_micros::text as micros, l.currency
     from call_leg l left join reseller s on s.path = l.seller_path
       left join reseller b on b.path = l.path left join customer k on k.path = l.path
     where l.call_id = $1 order by l.depth`,
    [callId],
  );
  return rows.map(({ micros, ...leg }) => ({
    ...leg,
    rate: formatRate(BigInt(leg.rate)),
    amount: decimalOf(money(BigInt(micros), leg.currency)),
  }));
}
