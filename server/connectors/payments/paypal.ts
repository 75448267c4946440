import { z } from "zod";
import { decimalOf, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { refused } from "../element.ts";
import type { HttpAnswer } from "../http-client.ts";
import {
  callProvider,
  jsonIn,
  labAddress,
  parsed,
  paypalElement as element,
  refusedBy,
  type Addresses,
} from "./call.ts";
import { isClassic, classicNotification } from "./paypal-classic.ts";
import type {
  Notification,
  PaymentProvider,
  PaymentReport,
  ProviderAccount,
  RawNotification,
  Refund,
  ReportedRefund,
  ReportedState,
} from "./provider.ts";

// Orders v2: an order is made, its payer agrees on PayPal's page, and what they agreed to is captured by us.

const addresses: Addresses = { LIVE: "https://api-m.paypal.com", SANDBOX: "https://api-m.sandbox.paypal.com" };

const amountSchema = z.object({ currency_code: z.string().regex(/^[A-Z]{3}$/), value: z.string() });
const partSchema = z.object({ id: z.string(), status: z.string(), amount: amountSchema });
const orderSchema = z.object({
  id: z.string(),
  status: z.string(),
  purchase_units: z
    .array(
      z.object({
        custom_id: z.string().nullish(),
        amount: amountSchema,
        payee: z.object({ email_address: z.string().nullish(), merchant_id: z.string().nullish() }).nullish(),
        payments: z
          .object({
            authorizations: z.array(partSchema).nullish(),
            captures: z.array(partSchema).nullish(),
            refunds: z.array(partSchema).nullish(),
          })
          .nullish(),
      }),
    )
    .length(1),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).nullish(),
});
type Order = z.infer<typeof orderSchema>;

export const paypal: PaymentProvider = {
  async begin(account, { paymentId, amount, description, returnUrl }) {
    const unit = {
      custom_id: paymentId,
      invoice_id: paymentId,
      description,
      amount: amountOf(amount),
      ...payeeOf(account),
    };
    const payment_source = {
      paypal: {
        experience_context: {
          return_url: returnUrl,
          cancel_url: returnUrl,
          user_action: "PAY_NOW",
          shipping_preference: "NO_SHIPPING",
        },
      },
    };
    const body = { intent: "CAPTURE", purchase_units: [unit], payment_source };
    return orderIn(await ask(account, "/v2/checkout/orders", body, `${paymentId}:begin`));
  },
  /** What is charged without its payer being there is a card's matter here. */
  authorise() {
    return Promise.reject(refused(element, "permanent", say("payment.noMethods")));
  },
  async conclude(account, { paymentId }, providerId) {
    const path = `/v2/checkout/orders/${encodeURIComponent(providerId)}/capture`;
    return concluded(account, await ask(account, path, {}, `${paymentId}:capture`), providerId);
  },
  /** The order's authorisation, where it was one. */
  async capture(account, { paymentId }, providerId) {
    const id = await authorisationOf(account, providerId);
    if (id === null) return read(account, providerId);
    return concluded(account, await askPayments(account, `${id}/capture`, `${paymentId}:capture`), providerId);
  },
  async void(account, { paymentId }, providerId) {
    const id = await authorisationOf(account, providerId);
    if (id !== null) await askPayments(account, `${id}/void`, `${paymentId}:void`);
    const report = await read(account, providerId);
    // An order that nobody has agreed to is nothing, and PayPal forgets it.
    return report.state === "WAITING" ? { ...report, state: "VOIDED" } : report;
  },
  async refund(account, { key, providerId, captureId, amount }: Refund) {
    const path = `/v2/payments/captures/${encodeURIComponent(captureId)}/refund`;
    const answer = await ask(account, path, { amount: amountOf(amount) }, key);
    if (answer.status >= 400) throw refusedBy(element, answer);
    return read(account, providerId);
  },
  read,
  cards: null,
  notification: (account, raw) =>
    isClassic(raw) ? classicNotification(account, raw) : signedNotification(account, raw),
};

async function read(account: ProviderAccount, providerId: string): Promise<PaymentReport> {
  return orderIn(await ask(account, `/v2/checkout/orders/${encodeURIComponent(providerId)}`));
}

/** PayPal says no by 422, for what was done before as well: the order itself tells which. */
async function concluded(account: ProviderAccount, answer: HttpAnswer, providerId: string): Promise<PaymentReport> {
  if (answer.status !== 422) {
    if (answer.status >= 400) throw refusedBy(element, answer);
    return read(account, providerId);
  }
  const report = await read(account, providerId);
  const isDeclined = report.state === "APPROVED" || report.state === "AUTHORISED";
  return isDeclined ? { ...report, state: "DECLINED", reason: say("payment.methodDeclined") } : report;
}

async function authorisationOf(account: ProviderAccount, providerId: string): Promise<string | null> {
  const order = parsed(
    element,
    orderSchema,
    await ask(account, `/v2/checkout/orders/${encodeURIComponent(providerId)}`),
  );
  return order.purchase_units[0]?.payments?.authorizations?.at(-1)?.id ?? null;
}

function askPayments(account: ProviderAccount, path: string, key: string): Promise<HttpAnswer> {
  return ask(account, `/v2/payments/authorizations/${path}`, {}, key);
}

function orderIn(answer: HttpAnswer): PaymentReport {
  if (answer.status >= 400) throw refusedBy(element, answer);
  return ofOrder(parsed(element, orderSchema, answer));
}

async function ask(account: ProviderAccount, path: string, body?: unknown, key?: string): Promise<HttpAnswer> {
  return callProvider(element, {
    method: body === undefined ? "GET" : "POST",
    url: apiOf(account) + path,
    headers: {
      authorization: `Bearer ${await tokenOf(account)}`,
      prefer: "return=representation",
      ...(account.mode === "LAB" && { "tierline-notify": account.notifyUrl }),
      ...(key === undefined ? {} : { "paypal-request-id": key }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function apiOf({ mode }: ProviderAccount): string {
  return mode === "LAB" ? labAddress(element, "paypal") : addresses[mode];
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const tokens = new Map<string, { readonly token: string; readonly until: number }>();
/** A token is asked for anew before it ends. */
const marginMs = 60_000;

async function tokenOf(account: ProviderAccount): Promise<string> {
  const login = Buffer.from(`${account.clientId}:${account.secret.reveal()}`).toString("base64");
  const place = `${apiOf(account)} ${login}`;
  const kept = tokens.get(place);
  if (kept !== undefined && kept.until > performance.now()) return kept.token;
  const answer = await callProvider(element, {
    method: "POST",
    url: `${apiOf(account)}/v1/oauth2/token`,
    headers: { authorization: `Basic ${login}`, "content-type": "application/x-www-form-urlencoded" },
    body: "grant_type=client_credentials",
  });
  if (answer.status >= 400) throw refusedBy(element, answer);
  const { access_token: token, expires_in: seconds } = parsed(element, tokenSchema, answer);
  tokens.set(place, { token, until: performance.now() + seconds * 1_000 - marginMs });
  return token;
}

/** By e-mail address or by the merchant's id. */
function payeeOf({ receiver }: ProviderAccount) {
  if (receiver === "") return {};
  return { payee: receiver.includes("@") ? { email_address: receiver } : { merchant_id: receiver } };
}

function amountOf(amount: Money) {
  return { currency_code: amount.currency, value: decimalOf(amount) };
}

function moneyOf({ currency_code: currency, value }: z.infer<typeof amountSchema>): Money | null {
  return tryParseMoney(value, currency);
}

function ofOrder(order: Order): PaymentReport {
  const unit = order.purchase_units[0]!; // the schema asks for one
  const { captures = [], authorizations = [], refunds = [] } = unit.payments ?? {};
  const capture = captures?.at(-1) ?? null;
  const { email_address: email, merchant_id: merchant } = unit.payee ?? {};
  return {
    state: stateOf(order.status, capture?.status ?? null, authorizations?.at(-1)?.status ?? null),
    providerId: order.id,
    paymentId: unit.custom_id ?? null,
    amount: moneyOf(capture?.amount ?? unit.amount),
    receivers: [email, merchant].filter((each): each is string => each != null && each !== ""),
    captureId: capture?.id ?? null,
    refunds: (refunds ?? []).flatMap(refundOf),
    approvalUrl: order.links?.find(({ rel }) => rel === "payer-action" || rel === "approve")?.href ?? null,
    method: null,
    reason: null,
  };
}

function refundOf({ id, status, amount }: z.infer<typeof partSchema>): ReportedRefund[] {
  const given = moneyOf(amount);
  return given === null || status === "FAILED" || status === "CANCELLED" ? [] : [{ id, micros: given.micros }];
}

/** What was captured goes before what was set aside, and that before the order. */
function stateOf(order: string, capture: string | null, authorisation: string | null): ReportedState {
  if (capture !== null) {
    if (capture === "PENDING") return "PENDING";
    return capture === "DECLINED" || capture === "FAILED" ? "DECLINED" : "COMPLETED";
  }
  if (order === "VOIDED" || authorisation === "VOIDED") return "VOIDED";
  if (authorisation === "CREATED") return "AUTHORISED";
  if (authorisation !== null) return authorisation === "PENDING" ? "PENDING" : "DECLINED";
  return order === "APPROVED" ? "APPROVED" : "WAITING";
}

const eventSchema = z.object({
  id: z.string(),
  event_type: z.string(),
  resource: z.object({
    custom_id: z.string().nullish(),
    purchase_units: z.array(z.object({ custom_id: z.string().nullish() })).nullish(),
  }),
});
const verifiedSchema = z.object({ verification_status: z.string() });

/** PayPal is asked whether it has sent it. */
async function signedNotification(account: ProviderAccount, raw: RawNotification): Promise<Notification | null> {
  const event = jsonIn(raw.body);
  const known = eventSchema.safeParse(event);
  if (!known.success) return null;
  const header = (name: string) => raw.headers[`paypal-${name}`] ?? "";
  const asked = {
    auth_algo: header("auth-algo"),
    cert_url: header("cert-url"),
    transmission_id: header("transmission-id"),
    transmission_sig: header("transmission-sig"),
    transmission_time: header("transmission-time"),
    webhook_id: account.webhookId,
    webhook_event: event,
  };
  const answer = await ask(account, "/v1/notifications/verify-webhook-signature", asked);
  if (answer.status >= 400) return null;
  if (parsed(element, verifiedSchema, answer).verification_status !== "SUCCESS") return null;
  const { id, event_type: type, resource } = known.data;
  return { eventId: id, type, paymentId: resource.custom_id ?? resource.purchase_units?.[0]?.custom_id ?? null };
}
