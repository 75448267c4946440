import type { Money } from "@tierline/shared/money.ts";
import type { GatewayMode } from "@tierline/shared/payment.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { Secret } from "../../kernel/secret.ts";

/** A seller's own account with a provider. */
export interface ProviderAccount {
  readonly mode: GatewayMode;
  /** Who is paid, as the provider names them in what it tells of a payment; empty: whoever the key belongs to. */
  readonly receiver: string;
  readonly clientId: string;
  readonly secret: Secret;
  /** Names or seals what the provider sends by itself. */
  readonly webhookId: string;
  readonly webhookSecret: Secret;
  /** Where it is to send it. */
  readonly notifyUrl: string;
}

export type ReportedState =
  /** The payer has to agree on the provider's page. */
  | "WAITING"
  /** The payer has agreed; it is ours to go on (`conclude`). */
  | "APPROVED"
  | "AUTHORISED"
  | "PENDING"
  | "COMPLETED"
  | "DECLINED"
  | "VOIDED";

/** How a payment stands, as the provider itself says. Nothing is credited by anything else. */
export interface PaymentReport {
  readonly state: ReportedState;
  /** By which it is asked for again. */
  readonly providerId: string;
  /** Our id of the payment, which the provider keeps with it. */
  readonly paymentId: string | null;
  /** Null where it is not told. */
  readonly amount: Money | null;
  /** What the provider calls whoever was paid; none where that is the holder of the key by itself. */
  readonly receivers: readonly string[];
  /** Of the money that came: the same for each telling of it. */
  readonly captureId: string | null;
  readonly refunds: readonly ReportedRefund[];
  readonly approvalUrl: string | null;
  readonly method: SavedMethod | null;
  readonly reason: Words | null;
}

export interface ReportedRefund {
  readonly id: string;
  readonly micros: bigint;
}

/** What can be charged again without its holder being there. */
export interface SavedMethod {
  readonly reference: string;
  readonly holder: string;
  readonly brand: string;
  readonly lastFour: string;
  /** Last day of its month, as a date. */
  readonly expiresOn: string | null;
}

export interface Asked {
  readonly paymentId: string;
  readonly amount: Money;
  /** Stands on the provider's page and on the payer's statement. */
  readonly description: string;
}

export interface HostedPayment extends Asked {
  /** Where the provider sends the payer afterwards, whatever they did. What the address says changes nothing. */
  readonly returnUrl: string;
  readonly isMethodKept: boolean;
}

export interface MethodPayment extends Asked {
  readonly method: Pick<SavedMethod, "reference" | "holder">;
  /** False: it is set aside, for `capture` or `void`. */
  readonly isCaptured: boolean;
}

/** What a provider has sent, as it came. */
export interface RawNotification {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Notification {
  /** The same each time it is sent. */
  readonly eventId: string;
  readonly type: string;
  /** Our id of the payment that it is about; null where it names none. */
  readonly paymentId: string | null;
  /** Of a page where a card was left, which is no payment. */
  readonly cardSession?: string;
  /** Only for what cannot be asked for again: the notifications that PayPal sends of itself (IPN). */
  readonly report?: PaymentReport;
}

/**
 * Every call that changes something bears the payment's id, under which the provider does it once: after a lost answer the same
 * call is made again. Throws ConnectorFailure; a provider that says no is a report of the state DECLINED.
 */
export interface PaymentProvider {
  /** A page of the provider's where the payer agrees. */
  begin(account: ProviderAccount, asked: HostedPayment): Promise<PaymentReport>;
  /** Takes or sets aside by a method on file. */
  authorise(account: ProviderAccount, asked: MethodPayment): Promise<PaymentReport>;
  /** After the payer has agreed. */
  conclude(account: ProviderAccount, asked: Asked, providerId: string): Promise<PaymentReport>;
  capture(account: ProviderAccount, asked: Asked, providerId: string): Promise<PaymentReport>;
  void(account: ProviderAccount, asked: Asked, providerId: string): Promise<PaymentReport>;
  /** Gives so much of it back, once under `key`. */
  refund(account: ProviderAccount, asked: Refund): Promise<PaymentReport>;
  read(account: ProviderAccount, providerId: string): Promise<PaymentReport>;
  /** Null where it keeps none to be charged later. */
  readonly cards: CardKeeper | null;
  /** Null for what the provider has not sent. */
  notification(account: ProviderAccount, raw: RawNotification, now: Date): Promise<Notification | null>;
}

/** Cards that are left with a provider without paying anything. */
export interface CardKeeper {
  /** A page of the provider's where the card is left. */
  begin(account: ProviderAccount, asked: CardPage): Promise<string>;
  /** What was left there. */
  read(account: ProviderAccount, session: string): Promise<LeftCard>;
  /** From then on it cannot be charged; what it does not have any more is as good. */
  forget(account: ProviderAccount, reference: string): Promise<void>;
}

export interface CardPage {
  /** Under which it is one page, however often it is asked for. */
  readonly key: string;
  /** Our id of the customer, which the provider keeps with it. */
  readonly customerId: string;
  /** Where the provider sends its holder afterwards; it puts the session's name where `sessionPlace` stands. */
  readonly returnUrl: string;
}

/** Where a provider names the session in the address that it sends a holder back to. */
export const sessionPlace = "{CHECKOUT_SESSION_ID}";

export interface LeftCard {
  readonly customerId: string | null;
  /** Null as long as none was left, and when it was taken away again. */
  readonly method: SavedMethod | null;
}

export interface Refund {
  readonly key: string;
  readonly providerId: string;
  readonly captureId: string;
  readonly amount: Money;
}
