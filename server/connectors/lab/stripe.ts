import { createHmac } from "node:crypto";
import type { ElementAnswer, ElementRequest } from "./http-element.ts";
import { book, booked, giveBack, idFor, move, refundsOf, type BookedPayment } from "./payment-book.ts";
import type { LabStorage } from "./storage.ts";

type Fields = Readonly<Record<string, string | undefined>>;

/** Cards that say no, and one whose money comes later, by the ends of their names as at Stripe. */
const declining = /declin/i;
const pending = /pending/i;

/** The few calls of Stripe's API that Tierline makes, with Stripe's answers. `pageOf`: where a payer agrees. */
export async function performStripe(
  storage: LabStorage,
  request: ElementRequest,
  pageOf: (id: string) => string,
): Promise<ElementAnswer> {
  const account = /^Bearer (sk_\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (account === undefined) return answer(401, { error: { message: "Invalid API Key provided" } });
  const path = request.target.replace(/^\/stripe\/v1/, "").replace(/\?.*$/, "");
  const fields = (request.body ?? {}) as Fields; // a form, or nothing
  const made = {
    account,
    key: request.idempotencyKey ?? crypto.randomUUID(),
    notify: String(request.headers["tierline-notify"] ?? ""),
  };
  if (request.method === "POST" && path === "/checkout/sessions" && fields["mode"] === "setup") {
    return answer(200, cardPageOf(await beginCard(storage, fields, made), pageOf), "card page opened");
  }
  const detached = /^\/payment_methods\/([A-Za-z0-9_]+)\/detach$/.exec(path)?.[1];
  if (request.method === "POST" && detached !== undefined) {
    await move(storage, rowNameOf(detached), ["PAID", "DECLINED"], "CANCELLED");
    return answer(200, { id: detached, object: "payment_method", customer: null }, "card forgotten");
  }
  if (request.method === "POST" && path === "/checkout/sessions") {
    const row = await begin(storage, fields, made);
    return answer(200, await sessionOf(storage, row, pageOf), "payment page opened");
  }
  if (request.method === "POST" && path === "/payment_intents") return charge(storage, fields, made);
  if (request.method === "POST" && path === "/refunds") return refund(storage, fields, made.key);
  const [, kind, id = "", verb] =
    /^\/(checkout\/sessions|payment_intents)\/([A-Za-z0-9_]+)(?:\/(capture|cancel))?$/.exec(path) ?? [];
  const row = await booked(storage, id.replace(/^(cs|pi)_lab_/, ""));
  if (row === null || row.account !== account) return answer(404, { error: { message: "No such payment" } });
  if (kind === "checkout/sessions") {
    return answer(200, isCardPage(row) ? cardPageOf(row, pageOf) : await sessionOf(storage, row, pageOf));
  }
  return verb === undefined ? answer(200, await intentOf(storage, row)) : change(storage, row, verb);
}

interface Made {
  readonly account: string;
  readonly key: string;
  readonly notify: string;
}

function begin(storage: LabStorage, fields: Fields, { account, key, notify }: Made): Promise<BookedPayment> {
  return book(storage, {
    id: idFor(key),
    provider: "stripe",
    account,
    notify,
    state: "OPEN",
    minor: fields["line_items[0][price_data][unit_amount]"] ?? "0",
    currency: (fields["line_items[0][price_data][currency]"] ?? "").toUpperCase(),
    payment: fields["client_reference_id"] ?? "",
    description: fields["line_items[0][price_data][product_data][name]"] ?? "",
    payee: "",
    return_url: fields["success_url"] ?? "",
    is_held: false,
    keeps_method: fields["payment_intent_data[setup_future_usage]"] === "off_session",
  });
}

/** A page with nothing to pay is one where a card is left. */
export function isCardPage({ provider, minor, keeps_method: keepsMethod }: BookedPayment): boolean {
  return provider === "stripe" && keepsMethod && minor === "0";
}

function beginCard(storage: LabStorage, fields: Fields, { account, key, notify }: Made): Promise<BookedPayment> {
  const id = idFor(key);
  return book(storage, {
    id,
    provider: "stripe",
    account,
    notify,
    state: "OPEN",
    minor: "0",
    currency: "",
    payment: fields["client_reference_id"] ?? "",
    description: "",
    payee: "",
    return_url: (fields["success_url"] ?? "").replace("{CHECKOUT_SESSION_ID}", `cs_lab_${id}`),
    is_held: false,
    keeps_method: true,
  });
}

function cardPageOf(row: BookedPayment, pageOf: (id: string) => string) {
  const { id, state } = row;
  const isLeft = state === "PAID" || state === "DECLINED"; // the latter says no as soon as it is charged
  const card = { brand: "visa", last4: state === "DECLINED" ? "0002" : "4242", exp_month: 12, exp_year: 2034 };
  return {
    id: `cs_lab_${id}`,
    object: "checkout.session",
    mode: "setup",
    status: state === "OPEN" ? "open" : isLeft ? "complete" : "expired",
    url: state === "OPEN" ? pageOf(id) : null,
    client_reference_id: row.payment,
    setup_intent: isLeft
      ? {
          status: "succeeded",
          payment_method: {
            id: `pm_lab_${state === "DECLINED" ? "declined_" : ""}${id}`,
            customer: `cus_lab_${id}`,
            card,
          },
        }
      : null,
  };
}

/** The page that a card was left on. */
function rowNameOf(method: string): string {
  return method.replace(/^pm_lab_(declined_)?/, "");
}

async function charge(storage: LabStorage, fields: Fields, { account, key, notify }: Made): Promise<ElementAnswer> {
  const method = fields["payment_method"] ?? "";
  const isHeld = fields["capture_method"] === "manual";
  const isForgotten = (await booked(storage, rowNameOf(method)))?.state === "CANCELLED";
  const isDeclined = declining.test(method) || isForgotten;
  const state = isDeclined ? "DECLINED" : pending.test(method) ? "PENDING" : isHeld ? "HELD" : "PAID";
  const row = await book(storage, {
    id: idFor(key),
    provider: "stripe",
    account,
    notify,
    state,
    minor: fields["amount"] ?? "0",
    currency: (fields["currency"] ?? "").toUpperCase(),
    payment: fields["metadata[payment]"] ?? "",
    description: fields["description"] ?? "",
    payee: "",
    return_url: "",
    is_held: isHeld,
    keeps_method: false,
  });
  if (!isDeclined) return answer(200, await intentOf(storage, row), isHeld ? "money set aside" : "money taken");
  const error = {
    type: "card_error",
    code: "card_declined",
    message: "Your card was declined.",
    payment_intent: { id: `pi_lab_${row.id}` },
  };
  return answer(402, { error });
}

async function change(storage: LabStorage, row: BookedPayment, verb: string): Promise<ElementAnswer> {
  const isCapture = verb === "capture";
  const moved = isCapture
    ? await move(storage, row.id, ["HELD"], "PAID")
    : await move(storage, row.id, ["OPEN", "HELD", "PENDING"], "CANCELLED");
  if (moved === null)
    return answer(400, { error: { code: "payment_intent_unexpected_state", message: `It is ${row.state}.` } });
  return answer(200, await intentOf(storage, moved), isCapture ? "money taken" : "money let go");
}

async function refund(storage: LabStorage, fields: Fields, key: string): Promise<ElementAnswer> {
  const row = await booked(storage, (fields["charge"] ?? "").replace(/^ch_lab_/, ""));
  const id = `re_lab_${idFor(key)}`;
  const minor = fields["amount"] ?? row?.minor ?? "0";
  if (row === null || !(await giveBack(storage, row, id, minor)))
    return answer(400, {
      error: { code: "charge_already_refunded", message: "More than was paid cannot be given back." },
    });
  return answer(200, { id, object: "refund", amount: Number(minor), status: "succeeded" }, "money given back");
}

const statusOf = {
  OPEN: "requires_payment_method",
  APPROVED: "processing",
  HELD: "requires_capture",
  PENDING: "processing",
  PAID: "succeeded",
  DECLINED: "requires_payment_method",
  CANCELLED: "canceled",
} as const;

async function intentOf(storage: LabStorage, row: BookedPayment) {
  const isCharged = row.state === "PAID" || row.state === "HELD" || row.state === "PENDING";
  const refunds = (await refundsOf(storage, row.id)).map(({ id, minor }) => ({
    id,
    amount: Number(minor),
    status: "succeeded",
  }));
  const card = { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034 };
  return {
    id: `pi_lab_${row.id}`,
    object: "payment_intent",
    status: statusOf[row.state],
    amount: Number(row.minor),
    currency: row.currency.toLowerCase(),
    customer: row.keeps_method ? `cus_lab_${row.id}` : null,
    metadata: { payment: row.payment },
    latest_charge: isCharged ? { id: `ch_lab_${row.id}`, refunds: { data: refunds } } : null,
    payment_method: isCharged ? { id: `pm_lab_${row.id}`, card } : null,
    setup_future_usage: row.keeps_method ? "off_session" : null,
    last_payment_error: row.state === "DECLINED" ? { message: "Your card was declined." } : null,
  };
}

async function sessionOf(storage: LabStorage, row: BookedPayment, pageOf: (id: string) => string) {
  const isOpen = row.state === "OPEN";
  return {
    id: `cs_lab_${row.id}`,
    object: "checkout.session",
    status: isOpen ? "open" : row.state === "CANCELLED" ? "expired" : "complete",
    url: isOpen ? pageOf(row.id) : null,
    amount_total: Number(row.minor),
    currency: row.currency.toLowerCase(),
    client_reference_id: row.payment,
    payment_intent: isOpen || row.state === "CANCELLED" ? null : await intentOf(storage, row),
  };
}

/** What Stripe sends by itself, sealed by the secret that belongs to the key in the lab. */
export async function stripeEvent(storage: LabStorage, row: BookedPayment) {
  const paid = row.state === "PAID" ? "payment_intent.succeeded" : "payment_intent.processing";
  const type = isCardPage(row) ? "checkout.session.completed" : paid;
  const object = isCardPage(row) ? cardPageOf(row, () => "") : await intentOf(storage, row);
  const event = { id: `evt_lab_${row.id}_${row.state}`, type, data: { object } };
  const body = JSON.stringify(event);
  const time = Math.floor(Date.now() / 1_000);
  const seal = createHmac("sha256", `whsec_${row.account}`).update(`${time}.${body}`).digest("hex");
  return { body, headers: { "content-type": "application/json", "stripe-signature": `t=${time},v1=${seal}` } };
}

function answer(status: number, body: unknown, effect: string | null = null): ElementAnswer {
  return { status, body, effect };
}
