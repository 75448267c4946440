import "reflect-metadata";
import { pino } from "pino";
import { ChargeEntity, RecurringChargeEntity } from "../charging/charge.entity.ts";
import { renewCharges } from "../charging/renew-charges.ts";
import { openOrm } from "../db/orm.ts";
import { LocalChanges } from "../kernel/changes.ts";
import { createVault } from "../kernel/vault.ts";
import { rootPath, systemViewer, tierVariables } from "../kernel/viewer.ts";

/** One process of the renewals' chaos test: the product's sweep, again and again, at the time it is given. It lives to be killed. */
const [url = "", at = ""] = process.argv.slice(2);
const orm = await openOrm({ url, entities: [RecurringChargeEntity, ChargeEntity], poolSize: 2 });
const ground = {
  clock: { now: () => new Date(at) },
  changes: new LocalChanges(),
  log: pino({ level: "silent" }),
  vault: createVault(Buffer.alloc(32, 7)),
  requestId: "chaos",
  viewer: systemViewer,
};
process.once("disconnect", () => process.exit(0)); // the test has gone
process.send?.("begun");
for (;;) {
  const em = orm.em.fork({ session: { variables: tierVariables(rootPath) } });
  await renewCharges({ ...ground, em });
}
