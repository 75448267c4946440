import { fork } from "node:child_process";
import { loadavg } from "node:os";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { insertOfferings } from "../../server/catalog/insert-offerings.ts";
import { insertCustomers } from "../../server/customers/insert-customers.ts";
import { connectChanges } from "../../server/kernel/changes.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";
import { quantile, us } from "./measure.ts";
import type { Order, Sold } from "./p2-clients.ts";
import { ask } from "./processes.ts";
import { panelQuery as query, plantSessions, serve } from "./serving.ts";

const { acme } = resellersOfTests;
const ordersBefore = 20;

/**
 * The same as an agent has it: an order is confirmed over HTTP, and its run watched over a WebSocket. The API is this process; the
 * worker and the browsers' ends, open panels and all, are processes of their own.
 */
export async function throughHttp(ground: Ground, held: readonly string[], panels: number, orders: number) {
  const changes = await connectChanges(ground.url, ground.log);
  const api = await serve(ground, changes);
  const [worker, clients] = ["./p2-engine.ts", "./p2-clients.ts"].map((file) =>
    fork(new URL(file, import.meta.url), { execArgv: process.execArgv }),
  ) as [ReturnType<typeof fork>, ReturnType<typeof fork>];
  try {
    await ask(worker, { url: ground.url });
    const cookies = await plantSessions(ground, panels + 1);
    const watched = cookies.slice(1).map((cookie, at) => ({ cookie, run: encodeId("run", held[at % held.length]!) }));
    const open = await ask<Order, number>(clients, { kind: "open", address: api.url, query, panels: watched });
    const choice = await plantChoice(ground);
    const sell = (count: number) =>
      ask<Order, Sold[]>(clients, { kind: "sell", address: api.url, query, cookie: cookies[0]!, choice, count });
    await sell(ordersBefore);
    const sold = await sell(orders);
    const told = (of: keyof Sold): string =>
      [0.5, 0.95, 0.99]
        .map(
          (share) =>
            `p${share * 100} ${us(
              quantile(
                sold.map((each) => each[of] * 1_000),
                share,
              ),
            )}`,
        )
        .join(", ");
    console.log(`  through HTTP and WebSocket: confirm → first task ${told("shownMs")}`);
    console.log(`    confirm → its answer ${told("answeredMs")} (${sold.length} orders; ${open} panels open)`);
    console.log(`    load of the machine at the end ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    clients.kill();
    worker.kill();
    await api.close();
    await changes.close();
  }
}

/** A customer, and a plan that needs nothing but its playbook. Answers what an agent chooses. */
async function plantChoice(ground: Ground) {
  const { em } = ground.at(acme.path);
  const [playbook] = await ground.rows<{ id: string }>("select id from playbook where key = 'bench'");
  const [customerId, offeringId, createdAt] = [newId(), newId(), new Date()];
  await insertCustomers(em, [
    {
      id: customerId,
      number: 1,
      resellerId: acme.id,
      resellerPath: acme.path,
      kind: "INDIVIDUAL",
      name: "Bench Customer",
      email: null,
      phone: null,
      homeCountry: "GB",
      language: "en",
      createdVia: "CONSOLE",
      createdAt,
    },
  ]);
  const monthly = { setup: null, recurring: parseMoney("15.00", "GBP"), oneOff: null };
  await insertOfferings(em, [
    {
      id: offeringId,
      resellerId: acme.id,
      path: acme.path,
      slug: "bench",
      name: "Bench",
      description: "",
      kind: "PLAN",
      serviceType: "MOBILE",
      segments: ["INDIVIDUAL"],
      isEnabled: true,
      icon: "package",
      facts: [],
      billingIntervalMonths: 1,
      contractTermMonths: 1,
      customFields: [],
      playbookId: playbook!.id,
      needsSite: false,
      needsInstallation: false,
      countries: [],
      createdAt,
      requirements: [],
      prices: [{ path: acme.path, retail: monthly, wholesale: monthly }],
    },
  ]);
  return {
    offeringId: encodeId("ofr", offeringId),
    customerId: encodeId("cus", customerId),
    reservationIds: [],
    autoRenew: false,
  };
}
