import "reflect-metadata";
import { createServer } from "node:net";
import { startApi, type Api } from "./api/server.ts";
import { buildApiSchema } from "./api/schema.ts";
import { setNodeSources } from "./api/node-sources.ts";
import { systemContext } from "./api/request-context.ts";
import { modules } from "./app.ts";
import { builtConsole, consoleInDevelopment, lastBuiltConsole, serveConsole } from "./build-console.ts";
import { keepRunning, type Child } from "./children.ts";
import { openDatabases } from "./databases.ts";
import { plantDemoEffects } from "./db/demo-effects.ts";
import { demoAccounts, demoPassword, isEmpty, plantDemoWorld } from "./db/demo.ts";
import { plantFirstOperator, type FirstOperator } from "./db/first-operator.ts";
import { dataFolder, installationSecret } from "./installation-folder.ts";
import { readConfig, type Config } from "./kernel/config.ts";
import { installation, setInstallation, type LabEndpoints } from "./kernel/installation.ts";
import { openServices, type OpenServices } from "./open-services.ts";

/** Two, so that one can be killed by hand and the other is seen taking its runs over. */
const workerCount = 2;

/** A signal that follows another so closely is the same one, come by two ways. */
const echoMs = 1_000;

type Undo = () => Promise<void>;

async function launch(): Promise<void> {
  const startedAt = performance.now();
  const config = readConfig(process.env);
  await refuseUsedPort(config);
  const isDev = process.argv.includes("--dev");
  const stops: Undo[] = [];
  const stopAll = once(async () => {
    for (const stop of stops.toReversed()) await stop().catch((error: unknown) => console.error(error));
  });
  listenForTheEnd(stopAll);
  try {
    const folder = dataFolder(config.TIERLINE_DATA);
    const [databases, consoleFolder] = await Promise.all([
      openDatabases(config, folder),
      isDev ? lastBuiltConsole() : builtConsole(),
    ]);
    stops.push(() => databases.stop());
    const secret = installationSecret(config.TIERLINE_SECRET, folder);
    const complete: Config = { ...config, DATABASE_URL: databases.url, DATABASE_DIRECT_URL: databases.directUrl };
    const services = await openServices(complete, secret, "api");
    stops.push(() => services.close());
    const isDemo = databases.isEmbedded && config.TIERLINE_DEMO !== false;
    const isNewDemo = isDemo && (await isEmpty(systemContext(services)));
    if (isNewDemo) {
      console.log("Creating the demo world …");
      await plantDemoWorld(systemContext(services));
    }
    const isNewHere = !isDemo && (await isEmpty(systemContext(services)));
    const operator = isNewHere ? await plantFirstOperator(systemContext(services)) : null;
    setInstallation({ demo: isDemo, lab: null });
    const api = await serve(services, consoleFolder, isDemo, isDev);
    stops.push(() => api.close());
    if (isDev) {
      const console = serveConsole(api.url);
      stops.push(() => console.stop());
    }
    announce(api, { isDemo, isDev, hasExplorer: consoleFolder !== null }, performance.now() - startedAt);
    if (operator !== null) introduce(operator);
    const parts = await startParts(services, secret, databases.labUrl, isDemo);
    stops.push(...parts.map((part) => () => part.stop()));
    if (isNewDemo && installation().lab !== null) await plantDemoEffects(systemContext(services));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
    await stopAll();
    process.exit(1);
  }
}

async function serve(
  services: OpenServices,
  consoleFolder: string | null,
  isDemo: boolean,
  isDev: boolean,
): Promise<Api> {
  setNodeSources(modules);
  const schema = buildApiSchema(modules);
  return startApi({
    ...services,
    schema,
    consoleFolder,
    consoleAddress: isDev ? consoleInDevelopment : null,
    demoAccounts: isDemo ? demoAccounts() : null,
  });
}

/** The lab first: workers are told where it listens. Neither is waited for by the person who opens the console. */
async function startParts(
  services: OpenServices,
  secret: Buffer,
  labUrl: string | null,
  isDemo: boolean,
): Promise<Child[]> {
  const { config, log } = services;
  const parts: Child[] = [];
  let lab: LabEndpoints | null = null;
  if (labUrl !== null && config.TIERLINE_LAB !== false) {
    const env = { LAB_PORT_BASE: "0", LAB_DATABASE_URL: labUrl };
    const child = keepRunning({ name: "lab", file: new URL("./connectors/lab/main.ts", import.meta.url), env, log });
    parts.push(child);
    lab = (await child.ready)["endpoints"] as LabEndpoints;
    setInstallation({ demo: isDemo, lab });
  }
  const env = {
    DATABASE_URL: config.DATABASE_URL ?? "",
    DATABASE_DIRECT_URL: config.DATABASE_DIRECT_URL ?? "",
    TIERLINE_SECRET: secret.toString("base64"),
    TIERLINE_LAB_ENDPOINTS: JSON.stringify(lab),
    TIERLINE_DEMO: isDemo ? "1" : "0",
  };
  for (let number = 1; number <= workerCount; number += 1) {
    parts.push(keepRunning({ name: `worker ${number}`, file: new URL("./worker.ts", import.meta.url), env, log }));
  }
  return parts;
}

interface Announced {
  readonly isDemo: boolean;
  readonly isDev: boolean;
  readonly hasExplorer: boolean;
}

function announce(api: Api, { isDemo, isDev, hasExplorer }: Announced, tookMs: number): void {
  const took = `${(tookMs / 1000).toFixed(1)} s`;
  const lines = [
    "",
    `  Tierline is ready at ${isDev ? consoleInDevelopment : api.url}   (${took}${isDev ? "; reloads with its sources" : ""})`,
    `  API ${api.url}/graphql, to try it ${hasExplorer ? `${api.url}/graphiql` : "in GraphiQL: pnpm build, once"}`,
  ];
  if (isDemo) {
    lines.push("", `  Sign in with one of these, password ${demoPassword}:`);
    for (const { email, name, role } of demoAccounts())
      lines.push(`    ${email.padEnd(22)} ${name}, ${role.toLowerCase().replaceAll("_", " ")}`);
    lines.push("", "  The network is the lab: nothing outside this machine is touched.");
  }
  console.log([...lines, "  Ctrl-C stops everything; the data stays.", ""].join("\n"));
}

function introduce({ email, password }: FirstOperator): void {
  const lines = ["  This database was empty. Its first operator, shown this once:", `    ${email}   ${password}`, ""];
  console.log(lines.join("\n"));
}

async function refuseUsedPort({ HOST, PORT }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject).listen(PORT, HOST, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "EADDRINUSE"
        ? `Port ${PORT} is in use. Stop what uses it, or set PORT to another one.`
        : error.message;
    console.error(reason);
    process.exit(1);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Ctrl-C, a service manager's TERM, a closed terminal, or a launcher above us that has gone. */
function listenForTheEnd(stopAll: () => Promise<void>): void {
  let stoppingSince: number | null = null;
  const end = (): void => {
    const now = performance.now();
    // Launchers pass on what the terminal has sent to all of us already: only a later signal is somebody's impatience.
    if (stoppingSince !== null && now - stoppingSince > echoMs) process.exit(130);
    if (stoppingSince !== null) return;
    stoppingSince = now;
    console.log("Stopping …");
    void stopAll().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stoppingSince === null) end();
  }, 1_000).unref();
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => (result ??= work());
}

await launch();
