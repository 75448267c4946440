import { randomBytes } from "node:crypto";
import type { Server } from "node:net";
import type { LabEndpoints } from "../../kernel/installation.ts";
import { hostAndPort } from "../setting.ts";
import { openAccessServer } from "./access-server.ts";
import { createControl, type LabElement } from "./control.ts";
import { createFaultSwitch, type FaultSwitch } from "./fault.ts";
import { createElementServer, type HttpElement } from "./http-element.ts";
import { openListener, type Listener } from "./listener.ts";
import { createMailSink } from "./mail.ts";
import { createOcs } from "./ocs.ts";
import { createHttpEndpoint, createRegister } from "./resources.ts";
import { createPbx, openPbxDatagrams } from "./pbx.ts";
import { createPayments } from "./payments.ts";
import { createSqlProxy } from "./sql-proxy.ts";
import { createWebex } from "./webex.ts";
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
  /** The switch of an element: `ocs`, `register`, `http`, `mail`, `sip`, `radius`, `payments`, `webex`. */
  faultsOf(key: ElementKey): FaultSwitch;
  close(): Promise<void>;
}

export type ElementKey = "ocs" | "register" | "http" | "mail" | "sip" | "radius" | "payments" | "webex";

/** No secret of anybody's: it reaches as far as this machine. */
const sharedSecret = "testing123";

interface Plan {
  readonly key: ElementKey;
  readonly protocol: string;
  create(faults: () => FaultSwitch): Server;
}

/** The demo network: every element on a port of its own, all of them on this machine only. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const storage = await openStorage(options.databaseUrl);
  const opened: Pick<Listener, "close">[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((listener) => listener.close()));
    await storage.close();
  };
  try {
    const token = await tokenOf(storage, options.token);
    const open = await createOpener(storage, options.portBase, opened);
    const elements = new Map<ElementKey, LabElement>();
    for (const plan of plansOf(options.databaseUrl, storage)) elements.set(plan.key, await openElement(plan, open));
    const control = createControl({ storage, token, elements: () => [...elements.values()] });
    const controlPort = (await open("control", control)).port;
    const portOf = (key: ElementKey): number => elements.get(key)?.port ?? 0;
    const faultsOf = (key: ElementKey): FaultSwitch => {
      const element = elements.get(key);
      if (element === undefined) throw new Error(`The lab has no element ${key}.`);
      return element.faults;
    };
    // One element with its tables: it listens on the datagram port of the same number.
    const ofSessions = {
      storage,
      secret: sharedSecret,
      wishedPort: portOf("radius"),
      faults: () => faultsOf("radius"),
    };
    const accessServer = await openAccessServer(ofSessions);
    opened.push(accessServer);
    const pbx = (await open("pbx", createPbx())).port;
    opened.push(await openPbxDatagrams(pbx));
    const ports = { portOf, control: controlPort, accessServer: accessServer.port, pbx };
    return { endpoints: endpointsOf(options.databaseUrl, ports, token), storage, close, faultsOf };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openElement(plan: Plan, open: Opener): Promise<LabElement> {
  const { key, protocol } = plan;
  // The server asks for its switch at each call; the switch needs the server's port, which comes after.
  const place: { faults: FaultSwitch } = { faults: createFaultSwitch(() => Promise.resolve()) };
  const listener = await open(
    key,
    plan.create(() => place.faults),
  );
  place.faults = createFaultSwitch((isRefusing) => listener.refuse(isRefusing));
  return { key, protocol, port: listener.port, faults: place.faults };
}

function plansOf(databaseUrl: string, storage: LabStorage): readonly Plan[] {
  const url = new URL(databaseUrl);
  const upstream = { host: url.hostname, port: Number(url.port === "" ? "5432" : url.port) };
  const overHttp = (element: HttpElement) => (faults: () => FaultSwitch) =>
    createElementServer(element, storage, faults);
  const overSql = (element: "sip" | "radius") => (faults: () => FaultSwitch) =>
    createSqlProxy({ element, upstream, storage, faults });
  return [
    { key: "ocs", protocol: "CGRateS JSON-RPC", create: overHttp(createOcs(storage)) },
    { key: "register", protocol: "REST", create: overHttp(createRegister(storage)) },
    { key: "http", protocol: "REST", create: overHttp(createHttpEndpoint(storage)) },
    { key: "mail", protocol: "SMTP", create: (faults) => createMailSink(storage, faults) },
    { key: "sip", protocol: "PostgreSQL", create: overSql("sip") },
    { key: "radius", protocol: "PostgreSQL, RADIUS", create: overSql("radius") },
    { key: "payments", protocol: "PayPal, Stripe", create: overHttp(createPayments(storage)) },
    { key: "webex", protocol: "REST", create: overHttp(createWebex(storage)) },
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

type Opener = (name: string, server: Server) => Promise<Listener>;

/** Remembers where everything listened, so that connectors configured for the lab still find it after a restart. */
async function createOpener(storage: LabStorage, base: number, opened: Pick<Listener, "close">[]): Promise<Opener> {
  const rows = await storage.query<{ name: string; value: string }>("select name, value from lab_setting");
  const remembered = new Map(rows.map((row) => [row.name, Number(row.value)]));
  let next = base;
  return async (name, server) => {
    const wished = base === 0 ? (remembered.get(`port ${name}`) ?? 0) : next++;
    const listener = await openListener(server, wished, base !== 0);
    opened.push(listener);
    await storage.query(
      "insert into lab_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
      [`port ${name}`, String(listener.port)],
    );
    return listener;
  };
}

interface Ports {
  portOf(key: ElementKey): number;
  readonly control: number;
  readonly accessServer: number;
  readonly pbx: number;
}

function endpointsOf(databaseUrl: string, { portOf, control, accessServer, pbx }: Ports, token: string): LabEndpoints {
  const over = (port: number): string => {
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${port}`;
    return url.href;
  };
  return {
    ocs: `http://127.0.0.1:${portOf("ocs")}/jsonrpc`,
    register: `http://127.0.0.1:${portOf("register")}`,
    http: `http://127.0.0.1:${portOf("http")}`,
    payments: `http://127.0.0.1:${portOf("payments")}`,
    webex: `http://127.0.0.1:${portOf("webex")}/v1`,
    smtp: { host: "127.0.0.1", port: portOf("mail") },
    sipDatabaseUrl: over(portOf("sip")),
    radiusDatabaseUrl: over(portOf("radius")),
    accessServer: { host: "127.0.0.1", port: accessServer, secret: sharedSecret },
    pbx: { host: "127.0.0.1", port: pbx },
    controlUrl: `http://127.0.0.1:${control}`,
    controlToken: token,
    mailboxUrl: `http://127.0.0.1:${control}/mailbox`,
  };
}

/** For messages: where the lab's database is, without its password. */
export function databaseName(databaseUrl: string): string {
  return `${hostAndPort(databaseUrl)}${new URL(databaseUrl).pathname}`;
}
