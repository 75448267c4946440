import { proofDays } from "@tierline/shared/brand.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { startCharging } from "../charging/start-charging.ts";
import { inTier, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { HostnameEntity, type FoundRecords, type HostnameRow } from "./brand.entity.ts";
import { hostnameFeeFor } from "./hostnames.ts";
import { lookUpHost } from "./look-up-host.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Looked at every minute in its first hour and then every hour, so long; then when somebody asks. */
const waitingMs = 30 * dayMs;
/** One look without its proof may be a mistake at the name server; so many days in a row are none. */
const missesMax = 3;
const batch = 20;

/**
 * Asks the name servers and follows what they say: a name that is proved serves and its fee is charged, both in one transaction and once;
 * one whose proof is gone for three days serves no more. That nobody answered changes nothing.
 */
export async function checkHostname(context: Context, row: Pick<HostnameRow, "id" | "host">): Promise<void> {
  const found = await lookUpHost(row.host);
  await transaction(inTier(context, rootPath), async (tx) => {
    await tx.em.execute("select 1 from hostname where id = ? for update", [row.id]);
    const locked = await tx.em.findOne(HostnameEntity, { id: row.id }, { disableIdentityMap: true });
    if (locked === null) return; // it was removed meanwhile
    await follow(tx, locked, found);
  });
}

async function follow(tx: Transaction, row: HostnameRow, found: FoundRecords): Promise<void> {
  const now = tx.clock.now();
  const isProved = found.proofs.includes(row.proof);
  const seen = { found, checkedAt: now, version: row.version + 1 };
  if (isProved && row.state !== "SERVING" && (await isFree(tx, row))) {
    await tx.em.nativeUpdate(
      HostnameEntity,
      { id: row.id },
      { ...seen, state: "SERVING", misses: 0, provedAt: now, nextCheckAt: later(now, proofDays * dayMs) },
    );
    const wasCharged = row.provedAt !== null && row.provedAt !== undefined;
    const fee = wasCharged ? null : await charge(tx, row);
    return tell(tx, row, "hostname.prove", { state: "SERVING", fee });
  }
  if (row.state !== "SERVING" || isProved || found.failure !== null) {
    const nextCheckAt = nextLook(row, now, isProved);
    const misses = isProved ? 0 : row.misses;
    await tx.em.nativeUpdate(HostnameEntity, { id: row.id }, { ...seen, misses, nextCheckAt });
    return undefined;
  }
  const misses = row.misses + 1;
  const isLost = misses >= missesMax;
  await tx.em.nativeUpdate(
    HostnameEntity,
    { id: row.id },
    { ...seen, misses, nextCheckAt: later(now, dayMs), ...(isLost ? { state: "LOST" as const } : {}) },
  );
  return isLost ? tell(tx, row, "hostname.lose", { state: "LOST", fee: null }) : undefined;
}

function nextLook({ state, addedAt }: HostnameRow, now: Date, isProved: boolean): Date | null {
  if (state === "SERVING") return later(now, isProved ? proofDays * dayMs : dayMs);
  const waited = now.getTime() - addedAt.getTime();
  if (waited > waitingMs) return null;
  return later(now, waited < hourMs ? minuteMs : hourMs);
}

const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

/** A name serves one reseller: whoever has proved it first, until that proof is gone. */
async function isFree({ em }: Transaction, { id, host }: HostnameRow): Promise<boolean> {
  return (await em.count(HostnameEntity, { host, state: "SERVING", id: { $ne: id } })) === 0;
}

/** V18: once, when it is proved, whoever looks and however often. Answers the amount. */
async function charge(tx: Transaction, { id, path, host }: HostnameRow): Promise<string | null> {
  const fee = await hostnameFeeFor(tx, path);
  if (fee === null || fee.micros === 0n) return null;
  await startCharging(tx, {
    subjectKind: "HOSTNAME",
    subjectId: id,
    customerId: null,
    path,
    description: host,
    edges: [
      {
        path,
        currency: fee.currency,
        setup: null,
        recurring: null,
        oneOff: fee.micros,
        rule: "HOSTNAME",
        source: null,
      },
    ],
    intervalMonths: 1,
  });
  return decimalOf(money(fee.micros, fee.currency));
}

async function tell(
  tx: Transaction,
  { id, path, host, state }: HostnameRow,
  operation: string,
  after: { readonly state: string; readonly fee: string | null },
): Promise<void> {
  const changes = changesBetween({ state, fee: null }, after);
  await recordAudit(tx, { operation, subjectKind: "hostname", subjectId: id, subject: host, changes, path });
}

/** Those that are due; each by itself, so that one name server that hangs holds up its own alone. Answers how many. */
export async function checkDueHostnames(context: Context): Promise<number> {
  const now = context.clock.now();
  const due = await context.em.execute<{ id: string; host: string }[]>(
    `update hostname set next_check_at = ? where id in
       (select id from hostname where next_check_at <= ? order by next_check_at limit ${batch} for update skip locked)
     returning id, host`,
    [later(now, minuteMs), now],
  );
  const checks = await Promise.allSettled(due.map((row) => checkHostname(context, row)));
  for (const check of checks) {
    if (check.status === "rejected") context.log.warn({ err: check.reason }, "a host name could not be looked at");
  }
  return due.length;
}
