import "reflect-metadata";
import { entities, provisioningParts } from "../../server/app.ts";
import { openOrm } from "../../server/db/orm.ts";
import { connectChanges } from "../../server/kernel/changes.ts";
import { systemClock } from "../../server/kernel/clock.ts";
import { rootPath, tierVariables } from "../../server/kernel/viewer.ts";
import { createVault } from "../../server/kernel/vault.ts";
import { startEngine } from "../../server/provisioning/engine.ts";
import { pino } from "../../server/node_modules/pino/pino.js";
import { answerOrders } from "./processes.ts";
import { sixActions } from "./six-tasks.ts";

/** A worker as an installation has it, with the actions of the bench. */
answerOrders(async ({ url }: { readonly url: string }) => {
  const orm = await openOrm({ url, entities, poolSize: 16 });
  const log = pino({ level: "error" });
  const vault = createVault(Buffer.alloc(32, 7));
  const atRoot = () => ({ em: orm.em.fork({ session: { variables: tierVariables(rootPath) } }), vault });
  const { workerId } = await startEngine({
    ...provisioningParts(atRoot),
    actions: sixActions(),
    em: orm.em,
    clock: systemClock,
    changes: await connectChanges(url, log),
    log,
    vault,
    url,
    directUrl: url,
    concurrency: 20,
  });
  return { workerId };
});
