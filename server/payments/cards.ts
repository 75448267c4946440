import { untried } from "@tierline/shared/card-retries.ts";
import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { sessionPlace, type CardKeeper } from "../connectors/payments/provider.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { PaymentMethodEntity, type PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { checkIdempotencyKey, once } from "../kernel/idempotency.ts";
import { installation } from "../kernel/installation.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { refuseWhileActing, require } from "../kernel/requires.ts";
import { asSystemIn, gatewayById, gatewaysAt, providerAccountOf, resellerAt } from "./gateway.ts";
import { keepMethod, lockMethods, recordMethod } from "./keep-method.ts";
import type { PaymentGatewayRow } from "./payment.entity.ts";
import { keyOf } from "./start-payment.ts";
import { wakeRecharge, wakeRenewals } from "./wake-cards.ts";

const fresh = { disableIdentityMap: true } as const;

/**
 * Opens a page of the provider's where a card is left to be charged later; nothing is paid. Answers its address.
 * @throws AccessError NOT_FOUND; Rejection NOT_AVAILABLE
 */
export async function startPaymentMethod(
  context: Context,
  input: { readonly idempotencyKey: string; readonly customerId: string },
): Promise<string> {
  checkIdempotencyKey(input.idempotencyKey);
  const customer = await holderById(context, decodeId("cus", input.customerId));
  const { seller, gateway, cards } = await keeperFor(context, customer);
  const customerId = encodeId("cus", customer.id);
  const { key } = await resellerAt(seller);
  const place =
    context.viewer.customerId === null ? `/r/${key}/customers/${customerId}?tab=billing&` : "/portal/billing?";
  return heard(gateway, () =>
    cards.begin(providerAccountOf(seller, gateway), {
      key: keyOf(context, "card", input.idempotencyKey),
      customerId,
      returnUrl: `${installation().publicUrl}${place}card=${sessionPlace}`,
    }),
  );
}

/**
 * What was left on such a page, by the name that its address came back with: the provider says whose it is. Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT where none was left
 */
export async function keepPaymentMethod(
  context: Context,
  input: { readonly customerId: string; readonly session: string },
): Promise<string> {
  const customer = await holderById(context, decodeId("cus", input.customerId));
  if (!/^[A-Za-z0-9_]{8,200}$/.test(input.session)) throw notFound();
  const { seller, gateway, cards } = await keeperFor(context, customer);
  const left = await heard(gateway, () => cards.read(providerAccountOf(seller, gateway), input.session));
  if (left.customerId !== encodeId("cus", customer.id)) throw notFound();
  const { method } = left;
  const none = new Rejection({ code: "STATE_CONFLICT", message: say("paymentMethod.noneLeft"), path: ["session"] });
  if (method === null) throw none;
  const id = await transaction(context, (tx) => keepMethod(tx, customer.path, gateway, method));
  if (id === null) throw notFound();
  return id;
}

/** Told by the provider itself, whether its holder came back or not. */
export async function keepLeftCard(seller: Context, gateway: PaymentGatewayRow, session: string): Promise<void> {
  const { cards } = paymentProviderOf[gateway.provider];
  const left = await cards?.read(providerAccountOf(seller, gateway), session);
  const method = left?.method ?? null;
  const id = decodeId("cus", left?.customerId ?? "");
  if (method === null || id === null) return;
  const customer = await seller.em.findOne(CustomerEntity, { id }, fresh);
  if (customer === null || resellerPathOf(customer.path) !== gateway.path) return;
  await transaction(seller, (tx) => keepMethod(tx, customer.path, gateway, method));
}

/** From now on this one is charged, also when it had said no: what is owed for renewals at once. Answers the customer's UUID. @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT */
export async function setDefaultMethod(
  context: Context,
  input: { readonly idempotencyKey: string; readonly id: string },
): Promise<string> {
  const method = await methodById(context, input.id);
  if (method === null) throw notFound();
  const customer = await holderById(context, method.customer);
  return once(context, "paymentMethod.choose", input.idempotencyKey, input, async (tx) => {
    await lockMethods(tx, customer);
    const of = { customer: customer.id };
    if ((await tx.em.count(PaymentMethodEntity, { ...of, id: method.id })) === 0) throw notFound();
    await wakeRenewals(tx, customer.path);
    await tx.em.nativeUpdate(PaymentMethodEntity, { ...of, isDefault: true }, { isDefault: false });
    await tx.em.nativeUpdate(PaymentMethodEntity, { ...of, id: method.id }, { isDefault: true, ...untried });
    await wakeRecharge(tx, customer.path);
    await recordMethod(tx, "paymentMethod.choose", customer, method);
    return customer.id;
  });
}

/**
 * First with the provider, so that what is not on file here cannot be charged there either; then the oldest of the rest is the
 * default where it was. Answers the customer's UUID.
 * @throws AccessError NOT_FOUND; Rejection IN_USE, NOT_AVAILABLE
 */
export async function removeMethod(
  context: Context,
  input: { readonly idempotencyKey: string; readonly id: string },
): Promise<string> {
  const method = await methodById(context, input.id);
  const customer = method === null ? null : await holderById(context, method.customer);
  if (method !== null) await forget(context, method);
  return once(context, "paymentMethod.remove", input.idempotencyKey, input, async (tx) => {
    if (method === null || customer === null) throw notFound(); // what was removed under this key is answered before
    await lockMethods(tx, customer);
    const of = { customer: customer.id };
    await wakeRenewals(tx, customer.path);
    if ((await tx.em.nativeDelete(PaymentMethodEntity, { ...of, id: method.id })) === 0) throw notFound();
    const [next] = await tx.em.find(PaymentMethodEntity, of, {
      ...fresh,
      orderBy: { isDefault: "desc", id: "asc" },
      limit: 1,
    });
    if (next?.isDefault === false)
      await tx.em.nativeUpdate(PaymentMethodEntity, { ...of, id: next.id }, { isDefault: true });
    await wakeRecharge(tx, customer.path);
    await recordMethod(tx, "paymentMethod.remove", customer, method);
    return customer.id;
  });
}

/** A customer's own people, and whoever keeps the accounts of the reseller that sells to it: nobody further above. */
async function holderById(context: Context, id: string | null): Promise<CustomerRow> {
  refuseWhileActing(context);
  const { viewer } = context;
  const customer = id === null ? null : await context.em.findOne(CustomerEntity, { id }, fresh);
  if (customer === null) throw notFound();
  if (viewer.customerId === customer.id) return customer;
  if (viewer.customerId !== null || resellerPathOf(customer.path) !== viewer.path) throw notFound();
  require(context, "balance.change");
  return customer;
}

async function methodById({ em }: Context, apiId: string): Promise<PaymentMethodRow | null> {
  const id = decodeId("pmt", apiId);
  return id === null ? null : em.findOne(PaymentMethodEntity, { id }, fresh);
}

/** With whom the customer's reseller has cards kept. */
async function keeperFor(context: Context, customer: CustomerRow) {
  const seller = asSystemIn(context, resellerPathOf(customer.path));
  for (const gateway of await gatewaysAt(seller, seller.viewer.path)) {
    const { cards } = paymentProviderOf[gateway.provider];
    if (gateway.isOpen && cards !== null) return { seller, gateway, cards };
  }
  throw new Rejection({ code: "NOT_AVAILABLE", message: say("paymentMethod.notOffered"), path: ["customerId"] });
}

/** @throws Rejection IN_USE while it is charged: what comes of that has to be asked for by its name */
async function forget(context: Context, { id, path, gatewayId, reference }: PaymentMethodRow): Promise<void> {
  const underWay = await context.em.execute<unknown[]>(
    "select 1 from payment where path = ? and method_id = ? and provider_id is null and state in ('STARTED', 'VOIDING') limit 1",
    [path, id],
  );
  if (underWay.length > 0) throw new Rejection({ code: "IN_USE", message: say("paymentMethod.inUse"), path: ["id"] });
  if (reference == null) return;
  const seller = asSystemIn(context, resellerPathOf(path));
  const gateway = await gatewayById(seller, gatewayId ?? "");
  const cards: CardKeeper | null = gateway === null ? null : paymentProviderOf[gateway.provider].cards;
  if (gateway === null || cards === null) return;
  await heard(gateway, () => cards.forget(providerAccountOf(seller, gateway), reference));
}

/** @throws Rejection NOT_AVAILABLE when the provider does not answer, or takes nothing from us */
async function heard<T>({ provider }: Pick<PaymentGatewayRow, "provider">, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const title = paymentProviderTitles[provider];
    const message =
      error.outcome === "permanent"
        ? say("payment.refused", { provider: title, why: error.words })
        : say("paymentMethod.silent", { provider: title });
    throw new Rejection({ code: "NOT_AVAILABLE", message, path: [] });
  }
}
