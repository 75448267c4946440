import { createHash, createHmac } from "node:crypto";
import { crc32 } from "node:zlib";
import { minorDigits, tryParseMoney } from "@tierline/shared/money.ts";
import { z } from "zod";
import type { ElementAnswer, ElementRequest } from "./http-element.ts";
import { book, booked, decimalOfMinor, giveBack, idFor, move, refundsOf, type BookedPayment } from "./payment-book.ts";
import type { LabStorage } from "./storage.ts";

const amountSchema = z.object({ currency_code: z.string().regex(/^[A-Z]{3}$/), value: z.string() });
const orderSchema = z.object({
  purchase_units: z
    .array(
      z.object({
        custom_id: z.string(),
        description: z.string().default(""),
        amount: amountSchema,
        payee: z.object({ email_address: z.string().optional(), merchant_id: z.string().optional() }).optional(),
      }),
    )
    .length(1),
  payment_source: z.object({ paypal: z.object({ experience_context: z.object({ return_url: z.string() }) }) }),
});
const verifySchema = z.object({
  transmission_id: z.string(),
  transmission_time: z.string(),
  transmission_sig: z.string(),
  webhook_id: z.string(),
  webhook_event: z.unknown(),
});

/** The few calls of PayPal's API that Tierline makes, with PayPal's answers. `pageOf`: where a payer agrees. */
export async function performPaypal(
  storage: LabStorage,
  request: ElementRequest,
  pageOf: (id: string) => string,
): Promise<ElementAnswer> {
  const path = request.target.replace(/^\/paypal/, "").replace(/\?.*$/, "");
  if (path === "/cgi-bin/webscr") return validate(request);
  if (path === "/v1/oauth2/token") return token(request);
  const account = /^Bearer lab\.(\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (account === undefined) return answer(401, { name: "AUTHENTICATION_FAILURE", message: "Authentication failed" });
  if (path === "/v1/notifications/verify-webhook-signature") return verify(request.body);
  const key = String(request.headers["paypal-request-id"] ?? crypto.randomUUID());
  if (request.method === "POST" && path === "/v2/checkout/orders") {
    const notify = String(request.headers["tierline-notify"] ?? "");
    return begin(storage, request.body, { account, key, notify }, pageOf);
  }
  const [, place, id = "", verb] =
    /^\/v2\/(checkout\/orders|payments\/captures|payments\/authorizations)\/([A-Z0-9]+)(?:\/(capture|refund|void))?$/.exec(
      path,
    ) ?? [];
  const row = place === undefined ? null : await booked(storage, id.replace(/^(LAB|CAP|AUT)/, ""));
  if (row === null || row.account !== account)
    return answer(404, { name: "RESOURCE_NOT_FOUND", message: "No such payment" });
  if (verb === undefined) return answer(200, await orderOf(storage, row, pageOf));
  if (verb === "refund") return refund(storage, row, request.body, key);
  const moved = await move(
    storage,
    row.id,
    verb === "void" ? ["OPEN", "APPROVED", "HELD"] : ["APPROVED", "HELD"],
    verb === "void" ? "CANCELLED" : "PAID",
  );
  if (moved === null) return answer(422, { name: "UNPROCESSABLE_ENTITY", message: `It is ${row.state}.` });
  return answer(201, await orderOf(storage, moved, pageOf), verb === "void" ? "money let go" : "money taken");
}

function token({ headers }: ElementRequest): ElementAnswer {
  const login = Buffer.from((headers.authorization ?? "").replace(/^Basic /, ""), "base64").toString("utf8");
  const client = login.split(":")[0] ?? "";
  if (!client.startsWith("lab_"))
    return answer(401, { error: "invalid_client", error_description: "Client Authentication failed" });
  return answer(200, { access_token: `lab.${client}`, token_type: "Bearer", expires_in: 32_400 });
}

interface Made {
  readonly account: string;
  readonly key: string;
  readonly notify: string;
}

async function begin(
  storage: LabStorage,
  body: unknown,
  { account, key, notify }: Made,
  pageOf: (id: string) => string,
): Promise<ElementAnswer> {
  const asked = orderSchema.safeParse(body).data;
  const unit = asked?.purchase_units[0];
  const amount = unit === undefined ? null : tryParseMoney(unit.amount.value, unit.amount.currency_code);
  if (asked === undefined || unit === undefined || amount === null)
    return answer(400, { name: "INVALID_REQUEST", message: "Request is not well-formed" });
  const row = await book(storage, {
    id: idFor(key),
    provider: "paypal",
    account,
    notify,
    state: "OPEN",
    minor: String(amount.micros / 10n ** BigInt(6 - minorDigits(amount.currency))),
    currency: amount.currency,
    payment: unit.custom_id,
    description: unit.description,
    payee: unit.payee?.email_address ?? unit.payee?.merchant_id ?? `${account}@paypal.lab`,
    return_url: asked.payment_source.paypal.experience_context.return_url,
    is_held: false,
    keeps_method: false,
  });
  return answer(200, await orderOf(storage, row, pageOf), "payment page opened");
}

const refundSchema = z.object({ amount: amountSchema });

async function refund(storage: LabStorage, row: BookedPayment, body: unknown, key: string): Promise<ElementAnswer> {
  const given = refundSchema.safeParse(body).data?.amount;
  const amount = given === undefined ? null : tryParseMoney(given.value, given.currency_code);
  const id = `REF${idFor(key)}`;
  const minor = amount === null ? "0" : String(amount.micros / 10n ** BigInt(6 - minorDigits(amount.currency)));
  if (amount === null || !(await giveBack(storage, row, id, minor)))
    return answer(422, { name: "UNPROCESSABLE_ENTITY", message: "More than was paid cannot be given back." });
  return answer(201, { id, status: "COMPLETED" }, "money given back");
}

async function orderOf(storage: LabStorage, row: BookedPayment, pageOf: (id: string) => string) {
  const amount = { currency_code: row.currency, value: decimalOfMinor(row.minor, row.currency) };
  const isCaptured = row.state === "PAID" || row.state === "PENDING" || row.state === "DECLINED";
  const status = row.state === "PENDING" ? "PENDING" : row.state === "DECLINED" ? "DECLINED" : "COMPLETED";
  const refunds = (await refundsOf(storage, row.id)).map(({ id, minor }) => ({
    id,
    status: "COMPLETED",
    amount: { currency_code: row.currency, value: decimalOfMinor(minor, row.currency) },
  }));
  return {
    id: `LAB${row.id}`,
    intent: "CAPTURE",
    status: isCaptured
      ? "COMPLETED"
      : row.state === "APPROVED"
        ? "APPROVED"
        : row.state === "CANCELLED"
          ? "VOIDED"
          : "PAYER_ACTION_REQUIRED",
    purchase_units: [
      {
        reference_id: "default",
        custom_id: row.payment,
        amount,
        payee: row.payee.includes("@") ? { email_address: row.payee } : { merchant_id: row.payee },
        payments: isCaptured ? { captures: [{ id: `CAP${row.id}`, status, amount }], refunds } : undefined,
      },
    ],
    links: row.state === "OPEN" ? [{ rel: "payer-action", href: pageOf(row.id), method: "GET" }] : [],
  };
}

/** What PayPal sends by itself; that it was PayPal is asked by `verify`. */
export function paypalEvent(row: BookedPayment) {
  const type =
    row.state === "PAID"
      ? "PAYMENT.CAPTURE.COMPLETED"
      : row.state === "PENDING"
        ? "PAYMENT.CAPTURE.PENDING"
        : "CHECKOUT.ORDER.APPROVED";
  const event = {
    id: `WH-${row.id}-${row.state}`,
    event_type: type,
    resource: { id: `CAP${row.id}`, custom_id: row.payment },
  };
  const body = JSON.stringify(event);
  const [id, time, webhookId] = [
    crypto.randomUUID(),
    new Date().toISOString(),
    `WH${row.account.replaceAll(/\W|_/g, "")}`,
  ];
  return {
    body,
    headers: {
      "content-type": "application/json",
      "paypal-auth-algo": "SHA256withRSA",
      "paypal-cert-url": "https://lab.invalid/certificate",
      "paypal-transmission-id": id,
      "paypal-transmission-time": time,
      "paypal-transmission-sig": sealOf(id, time, webhookId, body),
    },
  };
}

function verify(body: unknown): ElementAnswer {
  const asked = verifySchema.safeParse(body).data;
  if (asked === undefined) return answer(400, { name: "VALIDATION_ERROR", message: "Invalid request" });
  const { transmission_id: id, transmission_time: time, webhook_id: webhookId } = asked;
  const isOurs = sealOf(id, time, webhookId, JSON.stringify(asked.webhook_event)) === asked.transmission_sig;
  return answer(200, { verification_status: isOurs ? "SUCCESS" : "FAILURE" });
}

function sealOf(id: string, time: string, webhookId: string, body: string): string {
  return createHmac("sha256", "lab")
    .update(`${id}|${time}|${webhookId}|${crc32(body)}`)
    .digest("base64");
}

/** With what an instant payment notification of the lab proves that it is one. */
export function verifySignOf(fields: URLSearchParams): string {
  const others = [...fields].filter(([name]) => name !== "verify_sign" && name !== "cmd");
  return createHash("sha256").update(JSON.stringify(others)).digest("hex");
}

function validate({ text }: ElementRequest): ElementAnswer {
  const fields = new URLSearchParams(text);
  const isOurs = fields.get("cmd") === "_notify-validate" && fields.get("verify_sign") === verifySignOf(fields);
  return {
    status: 200,
    body: isOurs ? "VERIFIED" : "INVALID",
    effect: null,
    headers: { "content-type": "text/plain" },
  };
}

function answer(status: number, body: unknown, effect: string | null = null): ElementAnswer {
  return { status, body, effect };
}
