import "reflect-metadata";
import { dieWithParent } from "./children.ts";
import { readConfig } from "./kernel/config.ts";
import { setInstallation, type LabEndpoints } from "./kernel/installation.ts";
import { openServices } from "./open-services.ts";
import { startEngine } from "./provisioning/engine.ts";
import { startSweeps } from "./sweeps.ts";

/** Advances runs and does timed work. Any number of these against one database; each may die at any moment. */
async function work(): Promise<void> {
  const config = readConfig(process.env);
  const secret = config.TIERLINE_SECRET;
  if (secret === undefined) throw new Error("TIERLINE_SECRET is not set: a worker needs the installation's own.");
  setInstallation({
    bulkDays: config.TIERLINE_IMPORT_DAYS,
    demo: config.TIERLINE_DEMO === true,
    lab: labEndpoints(),
    webhookHosts: config.TIERLINE_WEBHOOK_HOSTS,
    sipHosts: config.TIERLINE_SIP_HOSTS,
    nameServers: config.TIERLINE_NAME_SERVERS,
    ...(config.TIERLINE_PUBLIC_URL === undefined ? {} : { publicUrl: config.TIERLINE_PUBLIC_URL }),
  });
  const services = await openServices(config, Buffer.from(secret, "base64"), "worker");
  const { orm, clock, changes, log, vault, provisioning } = services;
  const url = config.DATABASE_URL ?? "";
  const engine = await startEngine({
    ...provisioning,
    em: orm.em,
    clock,
    changes,
    log,
    vault,
    url,
    directUrl: config.DATABASE_DIRECT_URL ?? url,
    concurrency: config.TIERLINE_WORKER_CONCURRENCY,
  });
  const sweeping = startSweeps(services);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void Promise.all([sweeping.stop(), engine.stop()])
      .then(() => services.close())
      .then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  dieWithParent(stop);
  console.log(JSON.stringify({ ready: true, worker: engine.workerId }));
}

/** Handed over by the launcher as soon as the lab listens. */
function labEndpoints(): LabEndpoints | null {
  const text = process.env["TIERLINE_LAB_ENDPOINTS"];
  return text === undefined || text === "" ? null : (JSON.parse(text) as LabEndpoints | null);
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
