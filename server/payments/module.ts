import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import type { RunHook } from "../provisioning/parts.ts";
import { advanceDue } from "./advance-payment.ts";
import { rechargeDue } from "./auto-recharge.ts";
import { AutoRechargeResolver } from "./auto-recharge.resolver.ts";
import { settleOrderPayment } from "./order-payment.ts";
import { EntryPaymentResolver } from "./entry-payment.resolver.ts";
import {
  AutoRechargeEntity,
  PaymentEntity,
  PaymentGatewayEntity,
  PaymentNoticeEntity,
  PaymentRefundEntity,
} from "./payment.entity.ts";
import { AccountPaymentsResolver, PaymentGatewayResolver, PaymentResolver } from "./payment.resolver.ts";
import { PaymentMethodResolver } from "./payment-method.resolver.ts";
import { toPayment, toPaymentGateway } from "./payment.type.ts";
import { retryRenewals } from "./retry-renewals.ts";
import { paymentsById } from "./start-payment.ts";

async function loadPayments(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await paymentsById(context, ids);
  return new Map(rows.map((row) => [row.id, toPayment(row, context.viewer)]));
}

async function loadGateways({ em, viewer }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const fresh = { disableIdentityMap: true } as const;
  const rows = await em.find(PaymentGatewayEntity, { id: { $in: [...ids] }, path: viewer.path }, fresh);
  return new Map(rows.map((row) => [row.id, toPaymentGateway(row)]));
}

export const payments = {
  entities: [PaymentGatewayEntity, PaymentEntity, PaymentRefundEntity, PaymentNoticeEntity, AutoRechargeEntity],
  resolvers: [
    PaymentGatewayResolver,
    PaymentResolver,
    AccountPaymentsResolver,
    EntryPaymentResolver,
    PaymentMethodResolver,
    AutoRechargeResolver,
  ],
  nodes: {
    pay: { permission: "balance.view", load: loadPayments },
    pgw: { permission: "payment.set_up", load: loadGateways },
  },
  sweeps: [
    { key: "payments", everySeconds: 2, run: advanceDue },
    { key: "renewal-payments", everySeconds: 5, run: retryRenewals },
    { key: "auto-recharge", everySeconds: 5, run: rechargeDue },
  ],
  runHooks: [settleOrderPayment],
} satisfies Module & { runHooks: readonly RunHook[] };
