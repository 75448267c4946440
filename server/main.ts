import "reflect-metadata";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addressOf, startApi, type Api } from "./api/server.ts";
import { buildApiSchema } from "./api/schema.ts";
import { setNodeSources } from "./api/node-sources.ts";
import { systemContext } from "./api/request-context.ts";
import { modules } from "./app.ts";
import { builtConsole, consoleInDevelopment, lastBuiltConsole, serveConsole } from "./build-console.ts";
import { keepRunning, type Child } from "./children.ts";
import { openDatabases } from "./databases.ts";
import { plantDemoEffects } from "./db/demo-effects.ts";
import { plantDemoBrands } from "./db/demo-brands.ts";
import { plantDemoMoney } from "./db/demo-money.ts";
import { plantDemoPackages } from "./db/demo-packages.ts";
import { plantDemoScreening } from "./db/demo-screening.ts";
import { demoAccounts, demoPassword, isEmpty, plantDemoWorld, refuseDemoWorld } from "./db/demo.ts";
import { inviteFirstOperator, type FirstOperator } from "./db/first-operator.ts";
import { createEnding, type Ending } from "./ending.ts";
import { dataFolder, installationSecret } from "./installation-folder.ts";
import { readConfig, type Config } from "./kernel/config.ts";
import { installation, setInstallation, type LabEndpoints } from "./kernel/installation.ts";
import { openServices, type OpenServices } from "./open-services.ts";

/** A signal that follows another so closely is the same one, come by two ways. */
const echoMs = 1_000;
/** How long one may be on its way to us that has reached a child. */
const signalMs = 250;

async function launch(): Promise<void> {
  const config = readConfig(process.env);
  await refuseUsedPort(config);
  const ending = createEnding();
  listenForTheEnd(ending);
  try {
    await bringUp(config, ending);
  } catch (error) {
    const isMeant = await hasBegunToEnd(ending); // what breaks because everything is being stopped is no news
    if (!isMeant) tell(error);
    await ending.begin();
    process.exit(isMeant ? 0 : 1);
  }
}

/** A terminal's signal goes to our children too, and what it broke there may be heard of before it is. */
async function hasBegunToEnd({ signal }: Ending): Promise<boolean> {
  if (!signal.aborted) await Promise.race([once(signal, "abort"), wait(signalMs)]);
  return signal.aborted;
}

async function bringUp(config: Config, ending: Ending): Promise<void> {
  const startedAt = performance.now();
  const isDev = process.argv.includes("--dev");
  const folder = dataFolder(config.TIERLINE_DATA);
  const [databases, consoleFolder] = await Promise.all([
    ending.open(
      () => openDatabases(config, folder),
      (opened) => opened.stop(),
    ),
    isDev ? lastBuiltConsole() : builtConsole(ending.signal),
  ]);
  const secret = installationSecret(config.TIERLINE_SECRET, folder);
  const complete: Config = { ...config, DATABASE_URL: databases.url, DATABASE_DIRECT_URL: databases.directUrl };
  const services = await ending.open(
    () => openServices(complete, secret, "api"),
    (opened) => opened.close(),
  );
  const isDemo = databases.isEmbedded && config.TIERLINE_DEMO !== false;
  const effects = stillDue(folder, "demo-effects-due");
  const books = stillDue(folder, "demo-books-due");
  setInstallation({
    demo: isDemo,
    lab: null,
    publicUrl: publicUrlOf(complete, isDev),
    webhookHosts: config.TIERLINE_WEBHOOK_HOSTS,
    sipHosts: config.TIERLINE_SIP_HOSTS,
    nameServers: config.TIERLINE_NAME_SERVERS,
    postalUrl: config.TIERLINE_POSTAL_URL ?? null,
    bulkDays: config.TIERLINE_IMPORT_DAYS,
  });
  if (!isDemo) await refuseDemoWorld(systemContext(services));
  if (!isDemo) introduce(await inviteFirstOperator(systemContext(services), config.TIERLINE_OPERATOR_EMAIL));
  else if (await isEmpty(systemContext(services))) {
    console.log("Creating the demo world …");
    effects.remember();
    books.remember();
    await plantDemoWorld(systemContext(services));
  }
  if (isDemo) await plantDemoBrands(systemContext(services));
  if (isDemo) await plantDemoScreening(systemContext(services));
  const booksFrom = isDemo ? books.since() : null;
  if (booksFrom !== null) {
    await plantDemoMoney(systemContext(services), booksFrom);
    books.forget();
  }
  const api = await ending.open(
    () => serve(services, consoleFolder, isDemo, isDev),
    (opened) => opened.close(),
  );
  if (isDev) {
    const console = serveConsole(api.url);
    ending.add(() => console.stop());
  }
  announce(api, { isDemo, isDev, hasExplorer: consoleFolder !== null }, performance.now() - startedAt);
  await startParts(services, { secret, labUrl: databases.labUrl, isDemo }, ending);
  if (effects.since() !== null && installation().lab !== null) {
    await plantDemoEffects(systemContext(services));
    await plantDemoPackages(systemContext(services));
    effects.forget();
  }
}

/** The lab learns of the demo's past after the page is there, and its books take a while: a start that ends in between leaves it to the next one. */
function stillDue(folder: string, name: string): { remember(): void; since(): Date | null; forget(): void } {
  const file = join(folder, name);
  return {
    remember: () => writeFileSync(file, new Date().toISOString()),
    since: () => (existsSync(file) ? new Date(readFileSync(file, "utf8")) : null),
    forget: () => rmSync(file),
  };
}

function tell(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
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

interface PartsOptions {
  readonly secret: Buffer;
  readonly labUrl: string | null;
  readonly isDemo: boolean;
}

/** The lab first: workers are told where it listens. Neither is waited for by the person who opens the console. */
async function startParts(
  { config, log }: OpenServices,
  { secret, labUrl, isDemo }: PartsOptions,
  ending: Ending,
): Promise<void> {
  const run = (name: string, file: string, env: Record<string, string>): Child => {
    ending.signal.throwIfAborted();
    const child = keepRunning({ name, file: new URL(file, import.meta.url), env, log });
    ending.add(() => child.stop());
    return child;
  };
  let lab: LabEndpoints | null = null;
  if (labUrl !== null && config.TIERLINE_LAB !== false) {
    const child = run("lab", "./connectors/lab/main.ts", { LAB_PORT_BASE: "0", LAB_DATABASE_URL: labUrl });
    lab = (await child.ready)["endpoints"] as LabEndpoints; // what the lab says of itself
    setInstallation({ demo: isDemo, lab });
  }
  const env = {
    DATABASE_URL: config.DATABASE_URL ?? "",
    DATABASE_DIRECT_URL: config.DATABASE_DIRECT_URL ?? "",
    TIERLINE_SECRET: secret.toString("base64"),
    TIERLINE_LAB_ENDPOINTS: JSON.stringify(lab),
    TIERLINE_DEMO: isDemo ? "1" : "0",
    TIERLINE_PUBLIC_URL: installation().publicUrl,
  };
  for (let number = 1; number <= config.TIERLINE_WORKERS; number += 1) run(`worker ${number}`, "./worker.ts", env);
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

function introduce(operator: FirstOperator | null): void {
  if (operator === null) return;
  const { email, link } = operator;
  const lines = [
    `  Nobody can sign in yet. The first operator, ${email}, sets a password here, within 24 hours:`,
    `    ${link}`,
    "",
  ];
  console.log(lines.join("\n"));
}

/** What links in mails begin with: never what a request says of its host. */
function publicUrlOf({ TIERLINE_PUBLIC_URL: told, HOST, PORT }: Config, isDev: boolean): string {
  if (told !== undefined) return told.replace(/\/+$/, "");
  return isDev ? consoleInDevelopment : addressOf(HOST, PORT);
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

/** Ctrl-C, a service manager's TERM, a closed terminal, a launcher above us that has gone, or a fault that nobody caught. */
function listenForTheEnd(ending: Ending): void {
  let stoppingSince: number | null = null;
  const end = (code: number): void => {
    stoppingSince = performance.now();
    console.log("Stopping …");
    void ending.begin().then(() => process.exit(code));
  };
  const stop = (): void => {
    if (stoppingSince === null) end(0);
    // Launchers pass on what the terminal has sent to all of us already: only a later signal is somebody's impatience.
    else if (performance.now() - stoppingSince > echoMs) process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // Where nobody reads any more there is nothing to say, but still PostgreSQL to be stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.on("uncaughtException", (error) => {
    tell(error);
    if (stoppingSince === null) end(1);
  });
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stoppingSince === null) end(0);
  }, 1_000).unref();
}

await launch().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
