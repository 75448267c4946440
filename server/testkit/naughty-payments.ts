import { encodeId, newId, uuidOf } from "@tierline/shared/id.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { plantPayment } from "./ledger-of-tests.ts";
import { plantGatewayPayment } from "./payments-of-tests.ts";
import type { Shop } from "./shop.ts";

const actor = "owner@acme.test";

/** What goes through of the verbs about payments by providers. */
export async function paymentFixtures({ world }: Shop) {
  const { johnSmith } = customersOfTests;
  await plantPayment(world, johnSmith, "Paid");
  const { pay, pgw, pmt } = await plantGatewayPayment(world, johnSmith, "Top-up");
  const nords = newId();
  await world.database.rows(
    `insert into payment_gateway (id, path, reseller_id, provider, mode, receiver, client_id, webhook_id, amounts, is_open, created_at)
     select $1, path, id, 'PAYPAL', 'LAB', '', '', '', '{10}', true, created_at from reseller where path = 'r1.r2.'`,
    [nords],
  );
  const [account] = await world.database.rows<{ id: string }>(
    "select id from ledger_account where path = 'r1.r2.r3.' and kind = 'BILLING'",
  );
  const paid = { accountId: encodeId("bac", account!.id), provider: "PAYPAL", amount: "10" };
  const keyed = (input: object) => ({ ...input, idempotencyKey: newId() });
  const gateway = {
    provider: "PAYPAL",
    mode: "SANDBOX",
    isOpen: false,
    amounts: "10,20",
    secret: "s",
    webhookSecret: "w",
  };
  const facts = { receiver: "sales@acme.test", clientId: "client", webhookId: "webhook" };
  const customerId = encodeId("cus", johnSmith.id);
  return {
    startPaymentMethod: { actor, input: async () => keyed({ customerId }), read: null },
    keepPaymentMethod: { actor, input: async () => ({ customerId, session: "cs_lab_of_nobody" }), read: null },
    setDefaultPaymentMethod: { actor, input: async () => keyed({ id: pmt }), read: null },
    removePaymentMethod: {
      actor,
      /** Each string is tried on a card that is there. */
      input: async () => {
        await world.database.rows(
          `insert into payment_method (id, path, customer_id, kind, brand, last_four, is_default)
           select $1, path, id, 'CARD', 'Visa', '1881', false from customer where id = $2 on conflict do nothing`,
          [uuidOf(pmt), johnSmith.id],
        );
        return keyed({ id: pmt });
      },
      read: null,
    },
    savePaymentGateway: {
      actor,
      input: async () => keyed({ ...gateway, ...facts }),
      read: "gateway { receiver clientId webhookId }",
    },
    testPaymentGateway: { actor, input: async () => keyed({ id: pgw }), read: null },
    startTopUp: { actor, input: async () => keyed(paid), read: null },
    refundPayment: {
      actor,
      /** Each string is tried on a payment of which no refund is under way. */
      input: async () => {
        await world.database.rows("update payment set refund_key = null where id = $1", [uuidOf(pay)]);
        return keyed({ id: pay, amount: "1.00", reason: "Wrong" });
      },
      read: null,
    },
  };
}
