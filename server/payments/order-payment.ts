import { newId } from "@tierline/shared/id.ts";
import type { Money } from "@tierline/shared/money.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { PaymentMethodEntity, type PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, Rejection } from "../kernel/rejection.ts";
import type { RunHook } from "../provisioning/parts.ts";
import { openAccount } from "../ledger/open-account.ts";
import { advancePayment } from "./advance-payment.ts";
import { asSystemIn, gatewayById } from "./gateway.ts";
import { PaymentEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";
import { insertPayment, keyOf } from "./start-payment.ts";

const fresh = { disableIdentityMap: true } as const;

export interface OrderPayment {
  readonly customer: { readonly id: string; readonly path: string };
  readonly amount: Money;
  /** What stands in the statement. */
  readonly description: string;
  /** The order's. */
  readonly idempotencyKey: string;
}

/**
 * O41, A-O13: what is due is set aside with the method on file before anything is provisioned; it is taken when that has succeeded,
 * and let go when it has not. Under the order's key it is set aside once. Answers the payment's UUID.
 * @throws Rejection PAYMENT_METHOD_REQUIRED, PAYMENT_DECLINED
 */
export async function authoriseOrder(context: Context, asked: OrderPayment): Promise<string> {
  const known = await paymentOfOrderKey(context, asked.customer.path, asked.idempotencyKey);
  const isUsable = known !== null && (known.state === "STARTED" || known.state === "AUTHORISED");
  const id = isUsable ? known.id : await begin(context, asked);
  await advancePayment(context, { id, path: asked.customer.path, purpose: "ORDER" });
  const payment = await context.em.findOne(PaymentEntity, { id }, fresh);
  invariant(payment !== null, "it was just begun");
  if (payment.state === "AUTHORISED") return id;
  if (payment.state !== "DECLINED") await letGo(context, payment);
  const silent = say("payment.silent", { provider: paymentProviderTitles[payment.provider] });
  const why = payment.state === "DECLINED" ? say("payment.declined", { reason: payment.reason ?? "" }) : silent;
  throw refused("PAYMENT_DECLINED", why);
}

/** The payment that an order under this key has, or was begun for: the newest. */
export async function paymentOfOrderKey(context: Context, path: string, key: string): Promise<PaymentRow | null> {
  const base = keyOf(context, "order", key);
  const [found] = await context.em.execute<{ id: string }[]>(
    "select id from payment where path = ? and purpose = 'ORDER' and starts_with(key, ?) order by id desc limit 1",
    [path, base],
  );
  return found === undefined ? null : context.em.findOne(PaymentEntity, { id: found.id }, fresh);
}

async function begin(
  context: Context,
  { customer, amount, description, idempotencyKey }: OrderPayment,
): Promise<string> {
  const [method] = await context.em.find(
    PaymentMethodEntity,
    { customer: customer.id, reference: { $ne: null }, gatewayId: { $ne: null } },
    { ...fresh, orderBy: { isDefault: "desc", id: "asc" }, limit: 1 },
  );
  const gateway = method === undefined ? null : await gatewayOf(context, customer.path, method);
  if (method === undefined || gateway === null) throw refused("PAYMENT_METHOD_REQUIRED", say("payment.noMethod"));
  return transaction(context, async (tx) =>
    insertPayment(tx, {
      path: customer.path,
      gateway,
      purpose: "ORDER",
      accountId: await openAccount(tx, { path: customer.path, kind: "BILLING", currency: amount.currency }),
      amount,
      description,
      methodId: method.id,
      keepsMethod: false,
      returnPath: "/",
      key: `${keyOf(context, "order", idempotencyKey)}:${newId()}`,
    }),
  );
}

function gatewayOf(context: Context, path: string, { gatewayId }: PaymentMethodRow): Promise<PaymentGatewayRow | null> {
  return gatewayById(asSystemIn(context, resellerPathOf(path)), gatewayId ?? "");
}

function refused(code: "PAYMENT_METHOD_REQUIRED" | "PAYMENT_DECLINED", message: Sentence): Rejection {
  return new Rejection({ code, message, path: ["payNow"] });
}

/** In the transaction that places the order: from then on it waits for the order's run. @throws Rejection when it was let go */
export async function tieToOrder({ em }: Transaction, paymentId: string, orderId: string): Promise<void> {
  const tied = await em.execute<unknown[]>(
    `update payment set order_id = ?, due_at = null, version = version + 1
     where id = ? and state = 'AUTHORISED' and order_id is null returning 1`,
    [orderId, paymentId],
  );
  if (tied.length === 0) throw refused("PAYMENT_DECLINED", say("payment.letGo"));
}

/** Of which no order came. */
export async function letGo(context: Context, { id, path }: Pick<PaymentRow, "id" | "path">): Promise<void> {
  const now = context.clock.now();
  const freed = await context.em.execute<unknown[]>(
    `update payment set state = 'VOIDING', due_at = ?, version = version + 1
     where id = ? and order_id is null and state in ('STARTED', 'AUTHORISED') returning 1`,
    [now, id],
  );
  if (freed.length > 0) await advancePayment(context, { id, path, purpose: "ORDER" });
}

const doneAt: ReadonlySet<string> = new Set(["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS"]);
const undoneAt: ReadonlySet<string> = new Set(["FAILED", "CANCELLED", "ROLLED_BACK"]);

/** In the transaction that ends the run; the provider is asked by the next sweep. */
export const settleOrderPayment: RunHook = async (tx, { run, to }) => {
  const state = doneAt.has(to) ? "CAPTURING" : undoneAt.has(to) ? "VOIDING" : null;
  if (run.orderId === null || state === null) return;
  await tx.em.execute(
    "update payment set state = ?, due_at = ?, version = version + 1 where order_id = ? and state = 'AUTHORISED'",
    [state, tx.clock.now(), run.orderId],
  );
};
