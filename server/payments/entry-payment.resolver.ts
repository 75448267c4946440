import { FieldResolver, Resolver, Root, Ctx } from "type-graphql";
import { LedgerEntryType } from "../billing/billing.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { signedIn } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import type { PaymentRow } from "./payment.entity.ts";
import { PaymentType, toPayment } from "./payment.type.ts";
import { paymentsById } from "./start-payment.ts";

/** By the ledger's transaction: what was credited for it, and what was given back of it. */
const paymentOfTransaction = loader<string, PaymentRow>(async (context, ids) => {
  const rows = await context.em.execute<{ transaction: string; payment: string }[]>(
    `select transaction_id as transaction, id as payment from payment where transaction_id in (?)
     union all select transaction_id, payment_id from payment_refund where transaction_id in (?)`,
    [ids, ids],
  );
  const payments = await paymentsById(context, [...new Set(rows.map(({ payment }) => payment))]);
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  return new Map(
    rows.flatMap(({ transaction, payment }) => {
      const row = byId.get(payment);
      return row === undefined ? [] : [[transaction, row] as const];
    }),
  );
});

@Resolver(() => LedgerEntryType)
export class EntryPaymentResolver {
  @FieldResolver(() => PaymentType, {
    nullable: true,
    description: "The payment by a provider that it was credited for, or given back of; null for anything else.",
  })
  async payment(@Root() { row }: LedgerEntryType, @Ctx() request: RequestContext): Promise<PaymentType | null> {
    const payment = await paymentOfTransaction(request).load(row.transactionId);
    return payment === null ? null : toPayment(payment, signedIn(request).viewer);
  }
}
