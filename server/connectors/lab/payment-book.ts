import { createHash } from "node:crypto";
import { decimalOf, minorDigits, money } from "@tierline/shared/money.ts";
import type { LabStorage } from "./storage.ts";

export type BookState = "OPEN" | "APPROVED" | "HELD" | "PENDING" | "PAID" | "DECLINED" | "CANCELLED";

/** A payment as the demo network's payment provider has it, whichever of them it is asked as. */
export interface BookedPayment {
  readonly id: string;
  readonly provider: "paypal" | "stripe";
  /** Whose key it was asked for with. */
  readonly account: string;
  readonly state: BookState;
  readonly minor: string;
  readonly currency: string;
  readonly payment: string;
  readonly description: string;
  readonly payee: string;
  readonly return_url: string;
  readonly notify: string;
  readonly is_held: boolean;
  readonly keeps_method: boolean;
  readonly tries: number;
}

export interface BookedRefund {
  readonly id: string;
  readonly minor: string;
}

export type NewBooking = Omit<BookedPayment, "tries">;

/** Once: the same id again is what it has become. */
export async function book(storage: LabStorage, row: NewBooking): Promise<BookedPayment> {
  await storage.query(
    `insert into lab_payment (id, provider, account, state, minor, currency, payment, description, payee, return_url, notify, is_held, keeps_method)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      row.id,
      row.provider,
      row.account,
      row.state,
      row.minor,
      row.currency,
      row.payment,
      row.description,
      row.payee,
      row.return_url,
      row.notify,
      row.is_held,
      row.keeps_method,
    ],
  );
  return (await booked(storage, row.id))!; // just written
}

export async function booked(storage: LabStorage, id: string): Promise<BookedPayment | null> {
  const [row] = await storage.query<BookedPayment>("select *, minor::text as minor from lab_payment where id = $1", [
    id,
  ]);
  return row ?? null;
}

/** Null when it was not in one of the states that it has to come from. */
export async function move(
  storage: LabStorage,
  id: string,
  from: readonly BookState[],
  to: BookState,
): Promise<BookedPayment | null> {
  const rows = await storage.query("update lab_payment set state = $3 where id = $1 and state = any($2) returning id", [
    id,
    from,
    to,
  ]);
  return rows.length === 0 ? null : booked(storage, id);
}

/** Null when more would be given back than came. */
export async function giveBack(storage: LabStorage, of: BookedPayment, id: string, minor: string): Promise<boolean> {
  const known = await storage.query("select 1 from lab_refund where id = $1", [id]);
  if (known.length > 0) return true;
  const given = (await refundsOf(storage, of.id)).reduce((sum, each) => sum + BigInt(each.minor), 0n);
  if (of.state !== "PAID" || given + BigInt(minor) > BigInt(of.minor)) return false;
  await storage.query("insert into lab_refund (id, payment, minor) values ($1, $2, $3) on conflict do nothing", [
    id,
    of.id,
    minor,
  ]);
  return true;
}

export function refundsOf(storage: LabStorage, id: string): Promise<BookedRefund[]> {
  return storage.query<BookedRefund>("select id, minor::text as minor from lab_refund where payment = $1 order by id", [
    id,
  ]);
}

/** The same for the same key, so that what is repeated is done once. */
export function idFor(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 17).toUpperCase();
}

export function decimalOfMinor(minor: string, currency: string): string {
  return decimalOf(money(BigInt(minor) * 10n ** BigInt(6 - minorDigits(currency)), currency));
}
