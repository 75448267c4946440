import { randomBytes } from "node:crypto";
import { hostnamesMax } from "@tierline/shared/brand.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, minorDigits, money, tryParseMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { parentPathOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { asSystem, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { HostnameEntity, type HostnameRow } from "./brand.entity.ts";
import { hostNameOf } from "./host-name.ts";

const fresh = { disableIdentityMap: true } as const;
/** Of a currency's whole unit, where the seller has said nothing (V18). */
const usualFee = 10n;
/** Nobody takes more for a name. */
const feeMost = 100_000n;

/** Of the viewer's own reseller, by name. */
export function listHostnames({ em, viewer }: Context): Promise<HostnameRow[]> {
  return em.find(HostnameEntity, { path: resellerPathOf(viewer.path) }, { ...fresh, orderBy: { host: "asc" } });
}

/**
 * Begins to wait for a host name's proof; nothing is charged before there is one. Answers its UUID.
 * @throws Rejection INVALID, TAKEN (it serves somebody, or is there already), LIMIT_EXCEEDED
 */
export function addHostname(context: Context, text: string): Promise<string> {
  return transaction(context, async (tx) => {
    const named = hostNameOf(text);
    if ("problem" in named) throw new Rejection({ code: "INVALID", message: named.problem, path: ["host"] });
    const { host } = named;
    const { path, name } = await lockOwnReseller(tx);
    const own = await tx.em.find(HostnameEntity, { path }, fresh);
    if (own.length >= hostnamesMax)
      throw new Rejection({ code: "LIMIT_EXCEEDED", message: say("hostname.max", { max: hostnamesMax }), path: [] });
    const others = await asSystem(tx, () => tx.em.count(HostnameEntity, { host, state: "SERVING" }));
    if (others > 0 || own.some((each) => each.host === host))
      throw new Rejection({ code: "TAKEN", message: say("hostname.taken", { host }), path: ["host"] });
    const addedAt = tx.clock.now();
    const id = newId(addedAt.getTime());
    const proof = `tierline=${randomBytes(20).toString("hex")}`;
    await tx.em.insert(HostnameEntity, {
      id,
      path,
      host,
      state: "WAITING",
      proof,
      addedAt,
      nextCheckAt: addedAt,
      version: 1,
    });
    await tellOf(tx, { id, path, host }, "hostname.add", name);
    return id;
  });
}

/**
 * Serves no more under it from the commit on. What was charged for it stays charged.
 * @throws AccessError NOT_FOUND
 */
export function removeHostname(context: Context, apiId: string): Promise<void> {
  return transaction(context, async (tx) => {
    const { name } = await lockOwnReseller(tx);
    const row = await hostnameById(tx, apiId);
    await tx.em.nativeDelete(HostnameEntity, { id: row.id });
    await tellOf(tx, row, "hostname.remove", name);
  });
}

/** @throws AccessError NOT_FOUND */
export async function hostnameById({ em, viewer }: Context, apiId: string): Promise<HostnameRow> {
  const id = decodeId("hst", apiId);
  const path = resellerPathOf(viewer.path);
  const row = id === null ? null : await em.findOne(HostnameEntity, { id, path }, fresh);
  if (row === null) throw notFound();
  return row;
}

async function tellOf(
  tx: Transaction,
  { id, path, host }: Pick<HostnameRow, "id" | "path" | "host">,
  operation: string,
  subject: string,
): Promise<void> {
  const isThere = operation === "hostname.add";
  const changes = changesBetween({ host: isThere ? null : host }, { host: isThere ? host : null });
  await recordAudit(tx, { operation, subjectKind: "hostname", subjectId: id, subject, changes, path });
}

export interface HostnameFee {
  readonly micros: bigint;
  readonly currency: string;
}

/** What the seller of the reseller at this path takes once for a name of it; null at the top, which buys of nobody. Asked as the system. */
export async function hostnameFeeFor({ em }: Pick<Context, "em">, path: string): Promise<HostnameFee | null> {
  const seller = parentPathOf(path);
  const [account] = await em.execute<{ currency: string }[]>(
    "select currency from ledger_account where kind = 'BILLING' and path = ?",
    [path],
  );
  if (seller === "" || account === undefined) return null;
  return { micros: await feeOfSeller({ em }, seller), currency: account.currency };
}

/** What the reseller at this path takes for a name of those it sells to. */
export async function feeOfSeller({ em }: Pick<Context, "em">, path: string): Promise<bigint> {
  const [row] = await em.execute<{ fee: string }[]>("select fee_micros::text as fee from hostname_fee where path = ?", [
    path,
  ]);
  return row === undefined ? usualFee * 1_000_000n : BigInt(row.fee);
}

/**
 * What those the viewer's reseller sells to pay once for a host name; for names that are proved from now on.
 * @throws Rejection INVALID
 */
export function setHostnameFee(context: Context, text: string): Promise<void> {
  return transaction(context, async (tx) => {
    const { id, path, name, currency } = await lockOwnReseller(tx);
    const fee = tryParseMoney(text, currency);
    const smallest = 10n ** BigInt(6 - minorDigits(currency));
    if (fee === null || fee.micros < 0n || fee.micros > feeMost * 1_000_000n || fee.micros % smallest !== 0n)
      throw new Rejection({
        code: "INVALID",
        message: say("hostname.fee", { currency, max: Number(feeMost) }),
        path: ["amount"],
      });
    const before = await feeOfSeller(tx, path);
    if (before === fee.micros) return;
    await tx.em.execute(
      `insert into hostname_fee (id, path, fee_micros, version) values (?, ?, ?::bigint, 1)
       on conflict (path) do update set fee_micros = excluded.fee_micros, version = hostname_fee.version + 1`,
      [newId(tx.clock.now().getTime()), path, String(fee.micros)],
    );
    const shown = (micros: bigint) => ({ fee: decimalOf(money(micros, currency)) });
    await recordAudit(tx, {
      operation: "hostname.fee",
      subjectKind: "reseller",
      subjectId: id,
      subject: name,
      changes: changesBetween(shown(before), shown(fee.micros)),
      path,
    });
  });
}
