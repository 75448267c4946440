import { dateInZone } from "@tierline/shared/billing-period.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { newId } from "@tierline/shared/id.ts";
import { methodStanding, type MethodStanding } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { SavedMethod } from "../connectors/payments/provider.ts";
import { PaymentMethodEntity, type PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import type { PaymentGatewayRow } from "./payment.entity.ts";
import { wakeRecharge, wakeRenewals } from "./wake-cards.ts";

const fresh = { disableIdentityMap: true } as const;
const lost: ReadonlySet<MethodStanding> = new Set(["FAILED", "EXPIRED"]);

/**
 * What its holder agreed to: the provider keeps the card, we keep its name there, once. The first is the default, and whichever comes
 * when the default is not charged any more. Answers its UUID; null where there is no such customer.
 */
export async function keepMethod(
  tx: Transaction,
  path: string,
  gateway: Pick<PaymentGatewayRow, "id">,
  { reference, holder, brand, lastFour, expiresOn }: SavedMethod,
): Promise<string | null> {
  const { em, clock } = tx;
  const customer = await em.findOne(CustomerEntity, { path }, fresh);
  if (customer === null) return null;
  await lockMethods(tx, customer);
  const of = { customer: customer.id };
  const known = await em.findOne(PaymentMethodEntity, { ...of, gatewayId: gateway.id, reference }, fresh);
  if (known !== null) return known.id;
  const current = await em.findOne(PaymentMethodEntity, { ...of, isDefault: true }, fresh);
  const isDefault = current === null || lost.has(methodStanding(current, dateInZone(clock.now(), "UTC")));
  const id = newId(clock.now().getTime());
  const method = { ...of, kind: "CARD", brand, lastFour, expiresOn, isDefault } as const;
  if (isDefault) await wakeRenewals(tx, path);
  if (isDefault && current !== null)
    await em.nativeUpdate(PaymentMethodEntity, { id: current.id }, { isDefault: false });
  await em.insert(PaymentMethodEntity, { ...method, id, path, gatewayId: gateway.id, reference, holder });
  if (isDefault) await wakeRecharge(tx, path);
  await recordMethod(tx, "paymentMethod.add", customer, { id, brand, lastFour });
  return id;
}

/** Until the commit nobody else changes which of a customer's methods there are, and which is the default. */
export async function lockMethods({ em }: Pick<Transaction, "em">, { id }: Pick<CustomerRow, "id">): Promise<void> {
  await em.execute("select 1 from customer where id = ? for no key update", [id]);
}

type Told = Pick<PaymentMethodRow, "id" | "brand" | "lastFour">;

export async function recordMethod(
  tx: Transaction,
  operation: "paymentMethod.add" | "paymentMethod.choose" | "paymentMethod.remove",
  customer: CustomerRow,
  { id, brand, lastFour }: Told,
): Promise<void> {
  await recordAudit(tx, {
    operation,
    subjectKind: "paymentMethod",
    subjectId: id,
    subject: say("subject.part", { part: `${brand} ${lastFour}`, customer: labelOf(customer) }),
    changes: [],
    path: customer.path,
  });
}
