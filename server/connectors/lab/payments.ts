import type { ElementAnswer, ElementRequest, HttpElement } from "./http-element.ts";
import { escaped } from "./mailbox-page.ts";
import { booked, decimalOfMinor, move, type BookedPayment, type BookState } from "./payment-book.ts";
import { paypalEvent, performPaypal } from "./paypal.ts";
import type { LabStorage } from "./storage.ts";
import { isCardPage, performStripe, stripeEvent } from "./stripe.ts";

const notifyTimeoutMs = 5_000;

/** Two payment providers in one: PayPal below `/paypal`, Stripe below `/stripe`, and below `/pay` the page where a payer agrees. */
export function createPayments(storage: LabStorage): HttpElement {
  return {
    key: "payments",
    describe({ method, target, body }) {
      if (target.startsWith("/pay/") || target === "/" || target.includes("/oauth2/")) return null;
      return {
        method,
        target: target.replace(/\?.*$/, ""),
        body,
        isChange: method === "POST" && !target.includes("verify"),
      };
    },
    async perform(request) {
      const pageOf = (id: string) => `http://${request.headers.host ?? "127.0.0.1"}/pay/${id}`;
      if (request.target.startsWith("/stripe/")) return performStripe(storage, request, pageOf);
      if (request.target.startsWith("/paypal/")) return performPaypal(storage, request, pageOf);
      if (request.target.startsWith("/pay/")) return performPage(storage, request);
      return { status: request.target === "/" ? 200 : 404, body: { status: "OK" }, effect: null };
    },
  };
}

async function performPage(storage: LabStorage, request: ElementRequest): Promise<ElementAnswer> {
  const row = await booked(storage, request.target.replace(/^\/pay\//, ""));
  if (row === null) return { status: 404, body: { error: "no such payment" }, effect: null };
  if (request.method !== "POST") return page(row);
  const { choice } = (request.body ?? {}) as { choice?: string }; // a form, or nothing
  const moved = await chosen(storage, row, choice ?? "");
  if (moved !== null) await notify(storage, moved);
  if (choice === "decline" && !isCardPage(row))
    return page(row, "This was declined. Choose another way to pay, or go back.");
  const location = isCardPage(row) && moved === null ? row.return_url.replace(/[?&]card=.*$/, "") : row.return_url;
  return { status: 303, body: "", effect: null, headers: { location, "cache-control": "no-store" } };
}

/** At PayPal a payer agrees, and the seller takes the money; at Stripe agreeing is paying. */
function chosen(storage: LabStorage, row: BookedPayment, choice: string): Promise<BookedPayment | null> {
  const { id, provider } = row;
  if (isCardPage(row) && choice === "decline") return move(storage, id, ["OPEN"], "DECLINED");
  const paid: BookState = provider === "paypal" ? "APPROVED" : "PAID";
  if (choice === "pay") return move(storage, id, ["OPEN"], paid);
  if (choice === "later") return move(storage, id, ["OPEN"], "PENDING");
  if (choice === "arrive") return move(storage, id, ["PENDING"], "PAID");
  return Promise.resolve(null);
}

/** Once; whoever missed it asks. */
export async function notify(storage: LabStorage, row: BookedPayment): Promise<void> {
  if (row.notify === "") return;
  const { body, headers } = row.provider === "stripe" ? await stripeEvent(storage, row) : paypalEvent(row);
  await fetch(row.notify, { method: "POST", headers, body, signal: AbortSignal.timeout(notifyTimeoutMs) }).catch(
    () => undefined,
  );
}

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

function page(row: BookedPayment, said = ""): ElementAnswer {
  if (isCardPage(row)) return cardPage(row);
  const amount = `${decimalOfMinor(row.minor, row.currency)} ${row.currency}`;
  const title = row.provider === "paypal" ? "PayPal" : "Stripe";
  const isOpen = row.state === "OPEN";
  const choices = isOpen
    ? `${button("pay", `Pay ${amount}`)}${button("later", "Pay, but the money comes later")}${button("decline", "Try a card that is declined")}${button("cancel", "Go back without paying")}`
    : `${row.state === "PENDING" ? button("arrive", "Let the money arrive") : ""}${button("cancel", "Go back")}`;
  const told = `<p>${escaped(row.description)}</p>
${said === "" ? "" : `<p role="alert">${escaped(said)}</p>`}${isOpen ? "" : `<p>It is ${row.state.toLowerCase()}.</p>`}`;
  return pageOf({ provider: title, title: `Pay ${amount}`, head: amount, told, choices });
}

function cardPage({ state }: BookedPayment): ElementAnswer {
  const choices =
    state === "OPEN"
      ? `${button("pay", "Leave Visa 4242")}${button("decline", "Leave a card that will say no")}${button("cancel", "Go back")}`
      : button("cancel", "Go back");
  const told = state === "OPEN" ? "<p>It is charged later, when you are not there.</p>" : "<p>It was left before.</p>";
  return pageOf({ provider: "Stripe", title: "Leave a card", head: "Leave a card", told, choices });
}

interface LabPage {
  readonly provider: string;
  readonly title: string;
  readonly head: string;
  /** HTML, as the choices are. */
  readonly told: string;
  readonly choices: string;
}

function pageOf({ provider, title, head, told, choices }: LabPage): ElementAnswer {
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${style}</style></head>
<body><main><p class="lab">The lab’s ${provider}: no money moves</p><h1>${escaped(head)}</h1>${told}
<form method="post">${choices}</form></main></body></html>`;
  return { status: 200, body, effect: null, headers };
}

function button(choice: string, text: string): string {
  return `<button name="choice" value="${choice}">${escaped(text)}</button>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText;color-scheme:light dark}
main{max-width:24rem;margin:3rem auto;padding:0 1rem}h1{font-size:2rem;margin:.5rem 0}.lab{opacity:.7}
button{display:block;width:100%;min-height:44px;margin:.5rem 0;font:inherit;border-radius:6px;border:1px solid;background:Canvas;color:CanvasText;cursor:pointer}
button:first-child{background:CanvasText;color:Canvas}`;
