import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { setInstallation } from "../kernel/installation.ts";
import type { PaymentProviderName } from "@tierline/shared/payment.ts";
import { saveGateway } from "../payments/save-gateway.ts";
import { takeNotification, type Taking } from "../payments/take-notification.ts";
import { testLab, type TestLab } from "./lab.ts";
import { pathOf } from "./customers-of-tests.ts";
import type { World } from "./world.ts";
import type { NewCustomer } from "../customers/insert-customers.ts";

export interface PaymentsLab {
  readonly lab: TestLab;
  /** What came of each notification that was sent, in order. */
  readonly taken: Taking[];
  /** Chooses on the provider's page, as a payer does with their browser; where it leads them. */
  choose(approvalUrl: string, choice: "pay" | "later" | "arrive" | "decline" | "cancel"): Promise<string | null>;
  /** Notifications are lost while it is off. */
  hear(isOn: boolean): void;
  close(): Promise<void>;
}

/** The lab's payment providers, whose notifications come to this world as they come by HTTP. */
export async function openPaymentsLab(world: World): Promise<PaymentsLab> {
  const lab = await testLab();
  world.clock.set(new Date()); // what providers send is sealed with its time
  const taken: Taking[] = [];
  let isOn = true;
  const receiver = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const headers = incoming.headers as Record<string, string>; // none of these is sent twice
      const gateway = (incoming.url ?? "").replace("/payments/", "");
      const body = Buffer.concat(chunks).toString("utf8");
      const work = isOn ? takeNotification(world.system(), gateway, { headers, body }) : Promise.resolve(null);
      void work.then((taking) => {
        if (taking !== null) taken.push(taking);
        outgoing.writeHead(200).end();
      });
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo; // it listens
  setInstallation({ lab: lab.endpoints, publicUrl: `http://127.0.0.1:${port}` });
  return {
    lab,
    taken,
    hear: (wanted) => void (isOn = wanted),
    async choose(approvalUrl, choice) {
      const body = new URLSearchParams({ choice });
      const answer = await fetch(approvalUrl, { method: "POST", body, redirect: "manual" });
      return answer.headers.get("location");
    },
    async close() {
      setInstallation({ lab: null, publicUrl: "http://localhost:4000" });
      await new Promise((resolve) => receiver.close(resolve));
      await lab.drop();
    },
  };
}

/** A gateway of that owner's own reseller in the lab; the API's id. */
export async function plantGateway(
  world: World,
  owner: string,
  provider: PaymentProviderName,
  amounts = "10,20,50",
  receiver = "",
): Promise<string> {
  const input = { idempotencyKey: newId(), provider, mode: "LAB", isOpen: true, amounts, receiver } as const;
  return encodeId("pgw", await saveGateway(world.as(owner), input));
}

/**
 * A gateway in the lab, 25.00 that a customer has paid there and was credited with elsewhere, and a card of its that is only known of;
 * by the API's ids.
 */
export async function plantGatewayPayment(world: World, customer: NewCustomer, description: string) {
  const [pgw, pay, pmt] = [newId(), newId(), newId()];
  const path = pathOf(customer);
  await world.database.rows(
    `insert into payment_gateway (id, path, reseller_id, provider, mode, receiver, client_id, webhook_id, amounts, is_open, created_at)
     select $1, path, id, 'STRIPE', 'LAB', '', '', '', '{10,20}', true, created_at from reseller where path = $2`,
    [pgw, customer.resellerPath],
  );
  await world.database.rows(
    `insert into payment (id, path, gateway_id, provider, purpose, state, account_id, amount_micros, currency, description, keeps_method,
       return_path, key, capture_id, transaction_id, refunded_micros, started_at, started_by, attempts)
     select $1, $2, $3, 'STRIPE', 'TOP_UP', 'COMPLETED', a.id, 25000000, 'GBP', to_jsonb($4::text), false, '/', $5, 'ch_1', t.id, 0, t.at, 'x', 0
     from ledger_account a, ledger_transaction t where a.path = $2 and a.kind = 'BILLING' and t.path = $2 limit 1`,
    [pay, path, pgw, description, pay],
  );
  await world.database.rows(
    `insert into payment_method (id, path, customer_id, kind, brand, last_four, is_default)
     values ($1, $2, $3, 'CARD', $4, '1881', false)`,
    [pmt, path, customer.id, `Card of ${description}`],
  );
  return { pgw: encodeId("pgw", pgw), pay: encodeId("pay", pay), pmt: encodeId("pmt", pmt) };
}
