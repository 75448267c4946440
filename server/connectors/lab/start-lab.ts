import { randomBytes } from "node:crypto";
import type { Server } from "node:net";
import type { LabEndpoints } from "../../kernel/installation.ts";
import { hostAndPort } from "../setting.ts";
import { createControl, type LabElement } from "./control.ts";
import { createFaultSwitch, type FaultSwitch } from "./fault.ts";
import { createElementServer, type HttpElement } from "./http-element.ts";
import { openListener, type Listener } from "./listener.ts";
import { createMailSink } from "./mail.ts";
import { createOcs } from "./ocs.ts";
import { createHttpEndpoint, createRegister } from "./resources.ts";
import { createSqlProxy } from "./sql-proxy.ts";
import { openStorage, type LabStorage } from "./storage.ts";

export interface LabOptions {
  /** A database of the lab's own; its tables are created where they are missing. */
  readonly databaseUrl: string;
  /** Elements listen on this port and the ones after it. 0: where they listened before, else anywhere. */
  readonly portBase: number;
  readonly token?: string;
}

export interface Lab {
  readonly endpoints: LabEndpoints;
  readonly storage: LabStorage;
  /** The switch of an element: `ocs`, `register`, `http`, `mail`, `sip`, `radius`. */
  faultsOf(key: string): FaultSwitch;
  close(): Promise<void>;
}

type ElementKey = "ocs" | "register" | "http" | "mail" | "sip" | "radius";

interface Plan {
  readonly key: ElementKey;
  readonly title: string;
  readonly protocol: string;
  create(faults: () => FaultSwitch): Server;
}

/** The demo network: every element on a port of its own, all of them on this machine only. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const storage = await openStorage(options.databaseUrl);
  const token = await tokenOf(storage, options.token);
  const started = new Map<string, { readonly listener: Listener; readonly element: LabElement }>();
  const ports = await createPorts(storage, options.portBase);
  for (const plan of plansOf(options.databaseUrl, storage)) {
    const switches: { faults?: FaultSwitch } = {};
    const server = plan.create(() => switches.faults ?? healthy);
    const listener = await ports.open(plan.key, server);
    const faults = createFaultSwitch((isRefusing) => listener.refuse(isRefusing));
    switches.faults = faults;
    const { key, title, protocol } = plan;
    started.set(key, { listener, element: { key, title, protocol, endpoint: `127.0.0.1:${listener.port}`, faults } });
  }
  const elements = (): LabElement[] => [...started.values()].map((each) => each.element);
  const control = await ports.open("control", createControl({ storage, token, elements }));
  const portOf = (key: ElementKey): number => started.get(key)?.listener.port ?? 0;
  return {
    endpoints: endpointsOf(options.databaseUrl, portOf, control.port, token),
    storage,
    faultsOf(key) {
      const found = started.get(key);
      if (found === undefined) throw new Error(`The lab has no element ${key}.`);
      return found.element.faults;
    },
    async close() {
      await Promise.all([control, ...[...started.values()].map((each) => each.listener)].map((each) => each.close()));
      await storage.close();
    },
  };
}

const healthy = createFaultSwitch(() => Promise.resolve());

function plansOf(databaseUrl: string, storage: LabStorage): readonly Plan[] {
  const url = new URL(databaseUrl);
  const upstream = { host: url.hostname, port: Number(url.port === "" ? "5432" : url.port) };
  const overHttp = (element: HttpElement) => (faults: () => FaultSwitch) =>
    createElementServer(element, storage, faults);
  const overSql = (element: "sip" | "radius") => (faults: () => FaultSwitch) =>
    createSqlProxy({ element, upstream, storage, faults });
  return [
    { key: "ocs", title: "Charging (OCS)", protocol: "CGRateS JSON-RPC", create: overHttp(createOcs(storage)) },
    { key: "register", title: "Subscriber register", protocol: "REST", create: overHttp(createRegister(storage)) },
    { key: "http", title: "HTTP endpoint", protocol: "REST", create: overHttp(createHttpEndpoint(storage)) },
    { key: "mail", title: "Mail server", protocol: "SMTP", create: (faults) => createMailSink(storage, faults) },
    { key: "sip", title: "SIP server's tables", protocol: "PostgreSQL", create: overSql("sip") },
    { key: "radius", title: "RADIUS tables", protocol: "PostgreSQL", create: overSql("radius") },
  ];
}

/** Kept like the ports: whoever talked to the lab before a restart can go on. */
async function tokenOf(storage: LabStorage, wished: string | undefined): Promise<string> {
  if (wished !== undefined) return wished;
  const made = randomBytes(24).toString("base64url");
  await storage.query("insert into lab_setting (name, value) values ('token', $1) on conflict do nothing", [made]);
  const [kept] = await storage.query<{ value: string }>("select value from lab_setting where name = 'token'");
  return kept?.value ?? made;
}

interface Ports {
  open(name: string, server: Server): Promise<Listener>;
}

/** Remembers where everything listened, so that connectors configured for the lab still find it after a restart. */
async function createPorts(storage: LabStorage, base: number): Promise<Ports> {
  const rows = await storage.query<{ name: string; value: string }>("select name, value from lab_setting");
  const remembered = new Map(rows.map((row) => [row.name, Number(row.value)]));
  let next = base;
  return {
    async open(name, server) {
      const listener = await openListener(
        server,
        base === 0 ? (remembered.get(`port ${name}`) ?? 0) : next++,
        base !== 0,
      );
      await storage.query(
        "insert into lab_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
        [`port ${name}`, String(listener.port)],
      );
      return listener;
    },
  };
}

function endpointsOf(
  databaseUrl: string,
  portOf: (key: ElementKey) => number,
  controlPort: number,
  token: string,
): LabEndpoints {
  const over = (port: number): string => {
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${port}`;
    return url.href;
  };
  return {
    ocs: `http://127.0.0.1:${portOf("ocs")}/jsonrpc`,
    register: `http://127.0.0.1:${portOf("register")}`,
    http: `http://127.0.0.1:${portOf("http")}`,
    smtp: { host: "127.0.0.1", port: portOf("mail") },
    sipDatabaseUrl: over(portOf("sip")),
    radiusDatabaseUrl: over(portOf("radius")),
    controlUrl: `http://127.0.0.1:${controlPort}`,
    controlToken: token,
    mailboxUrl: `http://127.0.0.1:${controlPort}/mailbox`,
  };
}

/** For messages: where the lab's database is, without its password. */
export function databaseName(databaseUrl: string): string {
  return `${hostAndPort(databaseUrl)}${new URL(databaseUrl).pathname}`;
}
