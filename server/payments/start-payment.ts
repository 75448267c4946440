import { createHash } from "node:crypto";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, money, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { paymentProviderTitles, type PaymentProviderName, type PaymentPurpose } from "@tierline/shared/payment.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { billingAccountsById, sellerPathOf, type BillingAccount } from "../billing/billing-account.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { advancePayment } from "./advance-payment.ts";
import { asSystemIn, gatewayAt, gatewaysAt, resellerAt } from "./gateway.ts";
import { nextTry } from "./next-look.ts";
import { PaymentEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";

export interface StartTopUpInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly accountId: string;
  readonly provider: PaymentProviderName;
  readonly amount: string;
  /** Whether the provider is to keep the card for later. */
  readonly keepMethod?: boolean | null | undefined;
}

/**
 * A customer, or a reseller below, pays its seller by one of the listed amounts on a page of the provider's. Answers the payment's
 * UUID; where it leads the payer stands in its row.
 * @throws AccessError NOT_FOUND for another's account; Rejection INVALID for an amount that is not listed (A-V8)
 */
export async function startTopUp(context: Context, input: StartTopUpInput): Promise<string> {
  const account = await ownAccount(context, input.accountId);
  const seller = asSystemIn(context, sellerPathOf(account.path));
  const gateways = await gatewaysAt(seller, sellerPathOf(account.path));
  const gateway = gateways.find(({ provider, isOpen }) => isOpen && provider === input.provider);
  if (gateway === undefined) {
    throw new Rejection({ code: "NOT_AVAILABLE", message: say("payment.notOffered"), path: ["provider"] });
  }
  const reseller = await resellerAt(seller);
  const amount = listedAmount(gateway, input.amount, account.balance.currency);
  const id = await once(context, "payment.start", input.idempotencyKey, input, (tx) =>
    insertPayment(tx, {
      path: account.path,
      gateway,
      purpose: "TOP_UP",
      accountId: account.id,
      amount,
      description: say("payment.topUp", { reseller: reseller.name }),
      methodId: null,
      keepsMethod: input.keepMethod === true && context.viewer.customerId !== null,
      returnPath: context.viewer.customerId === null ? "/" : "/portal/billing",
      key: keyOf(context, "topUp", input.idempotencyKey),
    }),
  );
  await advancePayment(context, { id, path: account.path, purpose: "TOP_UP" });
  return id;
}

/**
 * A-V8: one unit of the currency to oneself, to see that payments arrive. It is credited to an account of its own.
 * @throws AccessError NOT_FOUND
 */
export async function testGateway(context: Context, input: { idempotencyKey: string; id: string }): Promise<string> {
  const { path } = context.viewer;
  const gateway = await gatewayAt(context, path, input.id);
  if (gateway === null) throw notFound();
  const reseller = await resellerAt(context);
  const { currency } = reseller;
  const id = await once(context, "payment.test", input.idempotencyKey, input, async (tx) =>
    insertPayment(tx, {
      path,
      gateway,
      purpose: "TEST",
      accountId: await openAccount(tx, { path, kind: "TEST_PAYMENTS", currency }),
      amount: money(1_000_000n, currency),
      description: say("payment.test", { reseller: reseller.name }),
      methodId: null,
      keepsMethod: false,
      returnPath: `/r/${reseller.key}/payments?test=${idPlace}`,
      key: keyOf(context, "test", input.idempotencyKey),
    }),
  );
  await advancePayment(context, { id, path, purpose: "TEST" });
  return id;
}

/** What the payer has come back from is asked for at once; the address that they came back to says nothing. */
export async function checkPayment(context: Context, apiId: string): Promise<string> {
  const payment = await ownPayment(context, apiId);
  await advancePayment(context, payment);
  return payment.id;
}

/** Of one's own side: paid by oneself, or to oneself. @throws AccessError NOT_FOUND */
export async function ownPayment(context: Context, apiId: string): Promise<PaymentRow> {
  const id = decodeId("pay", apiId);
  const row = id === null ? null : ((await paymentsById(context, [id]))[0] ?? null);
  if (row === null) throw notFound();
  return row;
}

export async function paymentsById({ em, viewer }: Context, ids: readonly string[]): Promise<PaymentRow[]> {
  const rows = await em.find(PaymentEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return rows.filter(({ path }) => path === viewer.path || sellerPathOf(path) === viewer.path);
}

/** Where the payment's own id comes to stand in the address of its return. */
const idPlace = "<id>";

export interface NewPayment {
  readonly path: string;
  readonly gateway: PaymentGatewayRow;
  readonly purpose: PaymentPurpose;
  readonly accountId: string;
  readonly amount: Money;
  readonly description: Words;
  readonly methodId: string | null;
  readonly keepsMethod: boolean;
  readonly returnPath: string;
  readonly key: string;
}

/** Written before anybody is asked, so that whatever comes of it is found. The same key is the same payment. */
export async function insertPayment(tx: Transaction, payment: NewPayment): Promise<string> {
  const { path, gateway, amount, ...rest } = payment;
  const now = tx.clock.now();
  const known = await tx.em.findOne(PaymentEntity, { key: rest.key }, { disableIdentityMap: true });
  if (known !== null) return known.id;
  const id = newId(now.getTime());
  await tx.em.insert(PaymentEntity, {
    ...rest,
    returnPath: rest.returnPath.replace(idPlace, encodeId("pay", id)),
    id,
    path,
    gatewayId: gateway.id,
    provider: gateway.provider,
    state: "STARTED",
    amountMicros: amount.micros,
    currency: amount.currency,
    refundedMicros: 0n,
    startedAt: now,
    startedBy: tx.viewer.name,
    dueAt: nextTry(3, now), // by whoever has begun it at once; by a worker when that one dies
    attempts: 0,
    version: 1,
  });
  await recordAudit(tx, {
    operation: "payment.start",
    subjectKind: "payment",
    subjectId: id,
    subject: rest.description,
    changes: [
      { field: "amount", before: null, after: decimalOf(amount) },
      { field: "currency", before: null, after: amount.currency },
      { field: "provider", before: null, after: paymentProviderTitles[gateway.provider] },
    ],
    path,
  });
  return id;
}

/** A key may be any text, and is the caller's own. */
export function keyOf({ viewer }: Pick<Context, "viewer">, verb: string, idempotencyKey: string): string {
  const digest = createHash("sha256").update(JSON.stringify(idempotencyKey)).digest("base64url");
  return `${verb}:${viewer.userId}:${digest}`;
}

/** Of which the viewer is the buyer. */
export async function ownAccount(context: Context, apiId: string): Promise<BillingAccount> {
  const id = decodeId("bac", apiId);
  const account = id === null ? undefined : (await billingAccountsById(context, [id])).get(id);
  if (account === undefined || account.path !== context.viewer.path) throw notFound();
  return account;
}

function listedAmount({ amounts }: PaymentGatewayRow, text: string, currency: string): Money {
  const listed = amounts.map((units) => money(BigInt(units) * 1_000_000n, currency));
  const asked = tryParseMoney(text, currency);
  const found = listed.find(({ micros }) => micros === asked?.micros);
  if (found !== undefined) return found;
  const message = say("payment.notListed", { amount: text.slice(0, 40), amounts: listed.map(decimalOf).join(", ") });
  throw new Rejection({ code: "INVALID", message, path: ["amount"] });
}
