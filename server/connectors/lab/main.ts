import { z } from "zod";
import { databaseName, startLab } from "./start-lab.ts";

const environmentSchema = z.object({
  LAB_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  LAB_PORT_BASE: z.coerce.number().int().min(0).max(65_000).default(0),
  LAB_TOKEN: z.string().min(16).optional(),
});

const parentCheckMs = 1_000;

/**
 * The demo network as a process of its own. Says `{"ready":true,"endpoints":…}` once, over IPC where there is a channel and
 * else as a line on standard output, and ends with SIGTERM, SIGINT or the process that started it.
 */
async function main(): Promise<void> {
  const environment = environmentSchema.safeParse(process.env);
  if (!environment.success) throw new Error(`The lab's configuration:\n${z.prettifyError(environment.error)}`);
  const { LAB_DATABASE_URL, LAB_PORT_BASE, LAB_TOKEN } = environment.data;
  const lab = await startLab({
    databaseUrl: LAB_DATABASE_URL,
    portBase: LAB_PORT_BASE,
    ...(LAB_TOKEN === undefined ? {} : { token: LAB_TOKEN }),
  }).catch((error: unknown) => {
    throw new Error(`The lab cannot start with its database ${databaseName(LAB_DATABASE_URL)}.`, { cause: error });
  });
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    lab.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.on("disconnect", end);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), parentCheckMs).unref();
  const ready = { ready: true, endpoints: lab.endpoints };
  if (process.send === undefined) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else process.send(ready);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? `${error.message}\n${String(error.cause ?? "")}` : String(error)}\n`,
  );
  process.exit(1);
});
