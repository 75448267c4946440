import type { PaymentRow } from "./payment.entity.ts";

const second = 1_000;
const hour = 3_600 * second;
/** For so long a payer may come back to the provider's page. */
export const payerMs = 24 * hour;
/** For so long a call is repeated under its key, which providers keep for a day. */
export const repeatMs = 20 * hour;
/** Money that is on its way for longer is looked into by people. */
const pendingMs = 30 * 24 * hour;
/** A place in an order is taken within it, or what was set aside is let go. */
export const orderMs = 900 * second;

type Looked = Pick<PaymentRow, "state" | "startedAt" | "purpose" | "orderId" | "dueAt">;

/** When the provider is asked of it again by itself; the longer it lasts, the more seldom. Null: not any more. */
export function nextLook({ state, startedAt, orderId, dueAt }: Looked, now: Date): Date | null {
  const age = now.getTime() - startedAt.getTime();
  const after = (most: number) => new Date(now.getTime() + Math.min(Math.max(age / 2, 30 * second), most));
  switch (state) {
    case "STARTED":
    case "CAPTURING":
    case "VOIDING":
      return dueAt ?? after(hour);
    case "WAITING":
      return after(hour);
    case "PENDING":
      return age > pendingMs ? null : after(6 * hour);
    case "AUTHORISED":
      return orderId == null ? new Date(startedAt.getTime() + orderMs) : null;
    default:
      return null;
  }
}

/** After so many calls in a row of which nothing came. */
export function nextTry(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(2 ** attempts * 5 * second, hour));
}
