import "reflect-metadata";
import { pino } from "pino";
import { AuditEntity } from "../audit/audit.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { openOrm } from "../db/orm.ts";
import { LocalChanges } from "../kernel/changes.ts";
import { setInstallation } from "../kernel/installation.ts";
import { createVault } from "../kernel/vault.ts";
import { rootPath, systemViewer, tierVariables } from "../kernel/viewer.ts";
import { fetchLists } from "../screening/fetch-lists.ts";
import { followLists } from "../screening/follow-lists.ts";
import {
  ListEntryEntity,
  ListVersionEntity,
  ScreeningFileEntity,
  ScreeningSettingsEntity,
} from "../screening/list.entity.ts";
import { ListSourceEntity } from "../screening/list-source.entity.ts";
import { runScreenings } from "../screening/run-screenings.ts";
import { ScreeningCaseEntity, ScreeningEntity } from "../screening/screening.entity.ts";

/** A process that fetches lists and screens, over and over, at the time it is given. It lives to be killed. */
const [url = "", webhookHosts = "", at = ""] = process.argv.slice(2);
const entities = [
  AuditEntity,
  CustomerEntity,
  ListEntryEntity,
  ListVersionEntity,
  ScreeningFileEntity,
  ScreeningSettingsEntity,
  ListSourceEntity,
  ScreeningCaseEntity,
  ScreeningEntity,
];
const orm = await openOrm({ url, entities, poolSize: 2 });
setInstallation({ webhookHosts });
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
  for (const sweep of [fetchLists, followLists, runScreenings]) await sweep({ ...ground, em });
}
