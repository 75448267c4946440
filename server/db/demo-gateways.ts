import { newId } from "@tierline/shared/id.ts";
import type { DemoWorld } from "@tierline/shared/demo/model.ts";
import { paymentProviders, type PaymentProviderName } from "@tierline/shared/payment.ts";
import type { Transaction } from "../kernel/context.ts";
import { PaymentGatewayEntity } from "../payments/payment.entity.ts";

const amounts = [10, 20, 50];

/** Acme takes payments in the lab, and the cards of its customers can be charged there. */
export async function plantGateways(tx: Transaction, { resellers, now }: DemoWorld): Promise<void> {
  const acme = resellers.find(({ key }) => key === "acme");
  if (acme === undefined) return;
  const { id: reseller, path } = acme;
  const gatewayId = (provider: PaymentProviderName) => ids.get(provider) ?? "";
  const ids = new Map(paymentProviders.map((provider) => [provider, newId(now.getTime())]));
  await tx.em.insertMany(
    PaymentGatewayEntity,
    paymentProviders.map((provider) => ({
      id: gatewayId(provider),
      path,
      reseller,
      provider,
      mode: "LAB" as const,
      receiver: "",
      clientId: "",
      webhookId: "",
      amounts,
      isOpen: true,
      createdAt: now,
      version: 1,
    })),
  );
  await tx.em.execute(
    `update payment_method m set gateway_id = ?, reference = 'pm_lab_' || m.last_four, holder = 'cus_lab_' || m.id
     from customer c where c.id = m.customer_id and c.reseller_id = ? and m.kind = 'CARD'`,
    [gatewayId("STRIPE"), reseller],
  );
}
