import "reflect-metadata";
import { pino } from "../../server/node_modules/pino/pino.js";
import { newId } from "@tierline/shared/id.ts";
import { entities, provisioningParts } from "../../server/app.ts";
import { runImports } from "../../server/bulk/run-imports.ts";
import { openOrm } from "../../server/db/orm.ts";
import { LocalChanges } from "../../server/kernel/changes.ts";
import { systemClock } from "../../server/kernel/clock.ts";
import { createVault } from "../../server/kernel/vault.ts";
import { rootPath, systemViewer, tierVariables } from "../../server/kernel/viewer.ts";
import { withProvisioning } from "../../server/provisioning/parts.ts";

/** What a worker does of imports, again and again until it is ended; a process of its own, as workers are. */
const orm = await openOrm({ url: process.argv[2] ?? "", entities, poolSize: 8 });
const vault = createVault(Buffer.alloc(32, 7));
const fork = () => orm.em.fork({ session: { variables: tierVariables(rootPath) } });
const parts = provisioningParts(() => ({ em: fork(), vault }));
const log = pino({ level: "warn" });
process.send?.("ready");
for (;;) {
  const ground = {
    viewer: systemViewer,
    clock: systemClock,
    changes: new LocalChanges(),
    log,
    vault,
    requestId: newId(),
  };
  await runImports(withProvisioning({ ...ground, em: fork() }, parts));
}
