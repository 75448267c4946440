import { dateInZone } from "@tierline/shared/billing-period.ts";
import { isTried, methodStanding } from "@tierline/shared/payment.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { PaymentMethodEntity, type PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import type { Context } from "../kernel/context.ts";
import { asSystemIn, gatewayById } from "./gateway.ts";
import type { PaymentGatewayRow } from "./payment.entity.ts";

export interface Chargeable {
  readonly method: PaymentMethodRow;
  readonly gateway: PaymentGatewayRow;
}

/**
 * The default, which is charged by itself; null when it cannot be. One that said no is asked again from its `retryAt` on, when its
 * bank decides anew, until it is not tried any more.
 */
export async function defaultMethod(context: Context, path: string): Promise<Chargeable | null> {
  const method = await context.em.findOne(
    PaymentMethodEntity,
    { path, isDefault: true, reference: { $ne: null }, gatewayId: { $ne: null } },
    { disableIdentityMap: true },
  );
  const today = dateInZone(context.clock.now(), "UTC");
  if (method === null || !isTried(methodStanding(method, today))) return null;
  const gateway = await gatewayById(asSystemIn(context, resellerPathOf(path)), method.gatewayId ?? "");
  return gateway === null ? null : { method, gateway };
}
