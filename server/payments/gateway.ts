import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { ProviderAccount } from "../connectors/payments/provider.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { invariant } from "../kernel/rejection.ts";
import { Secret } from "../kernel/secret.ts";
import { systemViewer } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { PaymentGatewayEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";

const fresh = { disableIdentityMap: true } as const;

/** In the tier of whoever is paid, as the system: a buyer sees nothing of what its seller has with a provider. */
export function inSellersTier<C extends Context>(context: C, payment: Pick<PaymentRow, "path" | "purpose">): C {
  return asSystemIn(context, payment.purpose === "TEST" ? payment.path : sellerPathOf(payment.path));
}

/** Never with a path that came from a caller. */
export function asSystemIn<C extends Context>(context: C, path: string): C {
  return { ...inTier(context, path), viewer: { ...systemViewer, path } };
}

/** What happens by a provider is told to be its doing. */
export function asProvider<C extends Context>(context: C, { provider }: Pick<PaymentGatewayRow, "provider">): C {
  return { ...context, viewer: { ...context.viewer, name: paymentProviderTitles[provider] } };
}

export async function resellerAt({ em, viewer }: Pick<Context, "em" | "viewer">): Promise<ResellerRow> {
  const reseller = await em.findOne(ResellerEntity, { path: viewer.path }, fresh);
  invariant(reseller !== null, "a seller is a reseller");
  return reseller;
}

/** As it stands where a text is kept for good, with the provider and in the ledger. The context is the seller's. */
export async function inSellersLanguage(seller: Pick<Context, "em" | "viewer">, words: Words): Promise<string> {
  if (typeof words === "string") return words;
  return rendered(words, languageOf((await resellerAt(seller)).locale) ?? defaultLanguage);
}

export function gatewayById({ em }: Pick<Context, "em">, id: string): Promise<PaymentGatewayRow | null> {
  return em.findOne(PaymentGatewayEntity, { id }, fresh);
}

export function gatewaysAt({ em }: Pick<Context, "em">, path: string): Promise<PaymentGatewayRow[]> {
  return em.find(PaymentGatewayEntity, { path }, { ...fresh, orderBy: { provider: "asc" } });
}

/** Of the reseller at that place. */
export async function gatewayAt(
  { em }: Pick<Context, "em">,
  path: string,
  apiId: string,
): Promise<PaymentGatewayRow | null> {
  const id = decodeId("pgw", apiId);
  return id === null ? null : em.findOne(PaymentGatewayEntity, { id, path }, fresh);
}

/** With its secrets opened: for a provider's calls and for nothing else. */
export function providerAccountOf({ vault }: Pick<Context, "vault">, gateway: PaymentGatewayRow): ProviderAccount {
  const { id, mode, receiver, clientId, webhookId, sealedSecret, sealedWebhookSecret } = gateway;
  const notifyUrl = notifyUrlOf(id);
  if (mode === "LAB") return labAccountOf(id, receiver, notifyUrl);
  const open = (sealed: string | null | undefined, name: GatewaySecret) =>
    new Secret(sealed == null ? "" : vault.open(sealed, gatewayPlace(id, name)));
  return {
    mode,
    receiver,
    clientId,
    webhookId,
    secret: open(sealedSecret, "secret"),
    webhookSecret: open(sealedWebhookSecret, "webhookSecret"),
    notifyUrl,
  };
}

/** No secrets of anybody's: the lab takes whatever begins so. */
function labAccountOf(id: string, receiver: string, notifyUrl: string): ProviderAccount {
  const name = id.replaceAll("-", "");
  const secret = `sk_lab_${name}`;
  return {
    mode: "LAB",
    receiver,
    clientId: `lab_${name}`,
    webhookId: `WHlab${name}`,
    secret: new Secret(secret),
    webhookSecret: new Secret(`whsec_${secret}`),
    notifyUrl,
  };
}

/** Where a provider sends what it has to tell: to be entered there by hand. */
export function notifyUrlOf(id: string): string {
  return `${installation().publicUrl}/payments/${encodeId("pgw", id)}`;
}

export type GatewaySecret = "secret" | "webhookSecret";

export function gatewayPlace(id: string, name: GatewaySecret): string {
  return `payment_gateway|${id}|${name}`;
}
