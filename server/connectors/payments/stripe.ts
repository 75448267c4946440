import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { minorDigits, money, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { garbage } from "../element.ts";
import type { HttpAnswer } from "../http-client.ts";
import { callProvider, jsonIn, labAddress, parsed, refusedBy, stripeElement as element } from "./call.ts";
import type {
  Asked,
  CardPage,
  HostedPayment,
  LeftCard,
  MethodPayment,
  Notification,
  PaymentProvider,
  PaymentReport,
  ProviderAccount,
  RawNotification,
  Refund,
  ReportedState,
  SavedMethod,
} from "./provider.ts";

// Payments are PaymentIntents; those that a payer has to agree to are begun by a Checkout Session, whose page is Stripe's own.

const apiVersion = "2024-06-20";
const address = "https://api.stripe.com";
/** How old a notification may be, as Stripe's own libraries have it. */
const toleranceMs = 300_000;
const expandedIntent = ["latest_charge", "latest_charge.refunds", "payment_method"];
const intentOfSession = expandedIntent.map((each) => `payment_intent.${each}`);

const metadataSchema = z.object({ payment: z.string().optional() }).nullish();
const methodSchema = z.object({
  id: z.string(),
  customer: z.string().nullish(),
  card: z
    .object({ brand: z.string(), last4: z.string().regex(/^\d{4}$/), exp_month: z.int(), exp_year: z.int() })
    .nullish(),
});
const chargeSchema = z.object({
  id: z.string(),
  failure_message: z.string().nullish(),
  refunds: z
    .object({ data: z.array(z.object({ id: z.string(), amount: z.int(), status: z.string().nullish() })) })
    .nullish(),
});
const intentSchema = z.object({
  id: z.string(),
  object: z.literal("payment_intent"),
  status: z.string(),
  amount: z.int(),
  currency: z.string(),
  customer: z.string().nullish(),
  metadata: metadataSchema,
  latest_charge: chargeSchema.nullish(),
  payment_method: methodSchema.nullish(),
  setup_future_usage: z.string().nullish(),
  last_payment_error: z.object({ message: z.string().nullish() }).nullish(),
});
type Intent = z.infer<typeof intentSchema>;
const sessionSchema = z.object({
  id: z.string(),
  object: z.literal("checkout.session"),
  status: z.enum(["open", "complete", "expired"]),
  url: z.string().nullish(),
  amount_total: z.int(),
  currency: z.string(),
  client_reference_id: z.string().nullish(),
  payment_intent: intentSchema.nullish(),
});
type Session = z.infer<typeof sessionSchema>;
const cardPageSchema = z.object({
  id: z.string(),
  object: z.literal("checkout.session"),
  mode: z.literal("setup"),
  status: z.enum(["open", "complete", "expired"]),
  url: z.string().nullish(),
  client_reference_id: z.string().nullish(),
  setup_intent: z.object({ status: z.string(), payment_method: methodSchema.nullish() }).nullish(),
});
const expandedCard = ["setup_intent", "setup_intent.payment_method"];

export const stripe: PaymentProvider = {
  async begin(account, asked) {
    const answer = await ask(account, "POST", "/v1/checkout/sessions", sessionForm(asked), `${asked.paymentId}:begin`);
    if (answer.status >= 400) throw refusedBy(element, answer);
    return ofSession(parsed(element, sessionSchema, answer));
  },
  async authorise(account, asked) {
    const key = `${asked.paymentId}:authorise`;
    const answer = await ask(account, "POST", "/v1/payment_intents", intentForm(asked), key);
    return answer.status === 402 ? declined(answer, asked) : intentOf(answer);
  },
  /** A session goes on by itself. */
  conclude: (account, _asked, providerId) => read(account, providerId),
  async capture(account, asked, providerId) {
    const form = expanding(expandedIntent);
    const answer = await ask(
      account,
      "POST",
      `/v1/payment_intents/${providerId}/capture`,
      form,
      `${asked.paymentId}:capture`,
    );
    return answer.status === 402 ? declined(answer, asked) : settledOr(account, answer, providerId);
  },
  async void(account, asked, providerId) {
    const form = expanding(expandedIntent);
    const answer = await ask(
      account,
      "POST",
      `/v1/payment_intents/${providerId}/cancel`,
      form,
      `${asked.paymentId}:void`,
    );
    return settledOr(account, answer, providerId);
  },
  async refund(account, { key, providerId, captureId, amount }: Refund) {
    const form = { charge: captureId, amount: minorOf(amount) };
    const answer = await ask(account, "POST", "/v1/refunds", form, key);
    if (answer.status >= 400) throw refusedBy(element, answer);
    return read(account, providerId);
  },
  read,
  cards: {
    async begin(account, asked) {
      const answer = await ask(account, "POST", "/v1/checkout/sessions", cardForm(asked), asked.key);
      if (answer.status >= 400) throw refusedBy(element, answer);
      const { url } = parsed(element, cardPageSchema, answer);
      if (url == null) throw garbage(element, "a page without an address");
      return url;
    },
    async read(account, session) {
      const query = new URLSearchParams(expanding(expandedCard));
      const answer = await ask(account, "GET", `/v1/checkout/sessions/${encodeURIComponent(session)}?${query}`);
      if (answer.status >= 400) throw refusedBy(element, answer);
      return leftOn(parsed(element, cardPageSchema, answer));
    },
    async forget(account, reference) {
      await ask(account, "POST", `/v1/payment_methods/${encodeURIComponent(reference)}/detach`, {});
    },
  },
  notification: (account, raw, now) => Promise.resolve(notificationOf(account, raw, now)),
};

async function read(account: ProviderAccount, providerId: string): Promise<PaymentReport> {
  const isSession = providerId.startsWith("cs_");
  const place = isSession ? "checkout/sessions" : "payment_intents";
  const query = new URLSearchParams(expanding(isSession ? intentOfSession : expandedIntent));
  const answer = await ask(account, "GET", `/v1/${place}/${encodeURIComponent(providerId)}?${query}`);
  if (answer.status >= 400) throw refusedBy(element, answer);
  return isSession ? ofSession(parsed(element, sessionSchema, answer)) : intentOf(answer);
}

/** What was captured or cancelled before cannot be once more, and is as it is. */
function settledOr(account: ProviderAccount, answer: HttpAnswer, providerId: string): Promise<PaymentReport> {
  return answer.status >= 400 ? read(account, providerId) : Promise.resolve(intentOf(answer));
}

function intentOf(answer: HttpAnswer): PaymentReport {
  if (answer.status >= 400) throw refusedBy(element, answer);
  return ofIntent(parsed(element, intentSchema, answer));
}

type Form = Readonly<Record<string, string>>;

function ask(
  account: ProviderAccount,
  method: "GET" | "POST",
  path: string,
  form?: Form,
  key?: string,
): Promise<HttpAnswer> {
  const isLab = account.mode === "LAB";
  return callProvider(element, {
    method,
    url: (isLab ? labAddress(element, "stripe") : address) + path,
    headers: {
      authorization: `Bearer ${account.secret.reveal()}`,
      "stripe-version": apiVersion,
      ...(isLab && { "tierline-notify": account.notifyUrl }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
  });
}

function expanding(fields: readonly string[]): Form {
  return Object.fromEntries(fields.map((field, index) => [`expand[${index}]`, field]));
}

function sessionForm({ paymentId, amount, description, returnUrl, isMethodKept }: HostedPayment): Form {
  return {
    mode: "payment",
    client_reference_id: paymentId,
    "metadata[payment]": paymentId,
    "payment_intent_data[metadata][payment]": paymentId,
    "payment_intent_data[description]": description,
    ...(isMethodKept && { "payment_intent_data[setup_future_usage]": "off_session", customer_creation: "always" }),
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": amount.currency.toLowerCase(),
    "line_items[0][price_data][unit_amount]": minorOf(amount),
    "line_items[0][price_data][product_data][name]": description,
    success_url: returnUrl,
    cancel_url: returnUrl,
    ...expanding(intentOfSession),
  };
}

function cardForm({ customerId, returnUrl }: CardPage): Form {
  return {
    mode: "setup",
    client_reference_id: customerId,
    customer_creation: "always",
    "payment_method_types[0]": "card",
    success_url: returnUrl,
    cancel_url: returnUrl.replace(/[?&]card=.*$/, ""),
    ...expanding(expandedCard),
  };
}

function leftOn({
  status,
  client_reference_id: customerId,
  setup_intent: setup,
}: z.infer<typeof cardPageSchema>): LeftCard {
  const method = setup?.payment_method ?? null;
  const isLeft = status === "complete" && setup?.status === "succeeded";
  return {
    customerId: customerId ?? null,
    // A card that was taken away belongs to no holder there any more.
    method: isLeft ? savedMethodOf({ customer: method?.customer ?? null, payment_method: method }) : null,
  };
}

function intentForm({ paymentId, amount, description, method, isCaptured }: MethodPayment): Form {
  return {
    amount: minorOf(amount),
    currency: amount.currency.toLowerCase(),
    customer: method.holder,
    payment_method: method.reference,
    "metadata[payment]": paymentId,
    description,
    confirm: "true",
    off_session: "true",
    capture_method: isCaptured ? "automatic" : "manual",
    ...expanding(expandedIntent),
  };
}

function ofSession(session: Session): PaymentReport {
  const intent = session.payment_intent ?? null;
  const isOpen = session.status === "open";
  if (intent !== null && !isOpen) return ofIntent(intent);
  return {
    state: isOpen ? "WAITING" : "DECLINED",
    providerId: session.id,
    paymentId: session.client_reference_id ?? null,
    amount: moneyOf(session.amount_total, session.currency),
    receivers: [],
    captureId: null,
    refunds: [],
    approvalUrl: session.url ?? null,
    method: null,
    reason: isOpen ? null : say("payment.leftOpen"),
  };
}

const stateOf: Readonly<Record<string, ReportedState>> = {
  requires_payment_method: "DECLINED",
  requires_confirmation: "WAITING",
  requires_action: "DECLINED", // its holder would have to be there
  processing: "PENDING",
  requires_capture: "AUTHORISED",
  succeeded: "COMPLETED",
  canceled: "VOIDED",
};

function ofIntent(intent: Intent): PaymentReport {
  const state = stateOf[intent.status];
  if (state === undefined) throw garbage(element, "a payment in a state that it does not know of itself");
  const said = intent.last_payment_error?.message ?? intent.latest_charge?.failure_message ?? null;
  return {
    state,
    providerId: intent.id,
    paymentId: intent.metadata?.payment ?? null,
    amount: moneyOf(intent.amount, intent.currency),
    receivers: [],
    captureId: state === "COMPLETED" ? (intent.latest_charge?.id ?? null) : null,
    refunds: (intent.latest_charge?.refunds?.data ?? [])
      .filter(({ status }) => status !== "failed" && status !== "canceled")
      .map(({ id, amount }) => ({ id, micros: moneyOf(amount, intent.currency).micros })),
    approvalUrl: null,
    method: intent.setup_future_usage === "off_session" ? savedMethodOf(intent) : null,
    reason: state === "DECLINED" ? (said ?? say("payment.holderNeeded")) : null,
  };
}

function savedMethodOf({
  customer,
  payment_method: method,
}: Pick<Intent, "customer" | "payment_method">): SavedMethod | null {
  const card = method?.card;
  if (method == null || card == null || customer == null) return null;
  const lastDay = new Date(Date.UTC(card.exp_year, card.exp_month, 0)).toISOString().slice(0, 10);
  const brand = card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  return { reference: method.id, holder: customer, brand, lastFour: card.last4, expiresOn: lastDay };
}

const errorSchema = z.object({
  error: z.object({ message: z.string().nullish(), payment_intent: z.object({ id: z.string() }).nullish() }),
});

/** 402: the card was asked and said no. */
function declined(answer: HttpAnswer, { paymentId, amount }: Asked): PaymentReport {
  const { error } = parsed(element, errorSchema, answer);
  return {
    state: "DECLINED",
    providerId: error.payment_intent?.id ?? "",
    paymentId,
    amount,
    receivers: [],
    captureId: null,
    refunds: [],
    approvalUrl: null,
    method: null,
    reason: error.message ?? say("payment.holderNeeded"),
  };
}

/** In the currency's smaller unit, as Stripe counts. */
function minorOf({ micros, currency }: Money): string {
  return String(micros / 10n ** BigInt(6 - minorDigits(currency)));
}

function moneyOf(minor: number, currency: string): Money {
  const code = currency.toUpperCase();
  return money(BigInt(minor) * 10n ** BigInt(6 - minorDigits(code)), code);
}

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({
    object: z.object({
      id: z.string().nullish(),
      mode: z.string().nullish(),
      client_reference_id: z.string().nullish(),
      metadata: metadataSchema,
    }),
  }),
});

function notificationOf(account: ProviderAccount, { headers, body }: RawNotification, now: Date): Notification | null {
  if (!isSigned(headers["stripe-signature"] ?? "", body, account.webhookSecret.reveal(), now)) return null;
  const event = eventSchema.safeParse(jsonIn(body));
  if (!event.success) return null;
  const { object } = event.data.data;
  const told = { eventId: event.data.id, type: event.data.type };
  if (object.mode === "setup") return { ...told, paymentId: null, cardSession: object.id ?? "" };
  const paymentId = object.metadata?.payment ?? object.client_reference_id ?? null;
  return { ...told, paymentId };
}

/** `t=…,v1=…`: HMAC-SHA256 of the time, a dot and the body as it came; several while a secret is renewed. */
export function isSigned(header: string, body: string, secret: string, now: Date): boolean {
  const parts = header.split(",").map((part) => part.trim().split("=", 2));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (secret === "" || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() - Number(time) * 1_000) > toleranceMs) return false;
  const wanted = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  return parts.some(([name, value]) => {
    const given = Buffer.from(name === "v1" ? (value ?? "") : "", "hex");
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
