import type { PaymentProviderName } from "@tierline/shared/payment.ts";
import { paypal } from "./paypal.ts";
import type { PaymentProvider } from "./provider.ts";
import { stripe } from "./stripe.ts";

export const paymentProviderOf: Readonly<Record<PaymentProviderName, PaymentProvider>> = {
  PAYPAL: paypal,
  STRIPE: stripe,
};
