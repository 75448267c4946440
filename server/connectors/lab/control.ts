import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { faultSchema, type Fault, type FaultSwitch } from "./fault.ts";
import { mailboxHeaders, mailboxPage, readMailbox } from "./mailbox-page.ts";
import type { LabStorage } from "./storage.ts";

/** One switchable part of the lab, as the control API lists it. */
export interface LabElement {
  readonly key: string;
  readonly protocol: string;
  readonly port: number;
  readonly faults: FaultSwitch;
}

export interface ListedElement {
  readonly key: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly fault: Fault | null;
}

export interface ControlOptions {
  readonly storage: LabStorage;
  readonly token: string;
  readonly elements: () => readonly LabElement[];
}

type Answer = { readonly status: number; readonly body: unknown };

const bodyBytesMax = 10_000;
const callsMax = 1_000;

/**
 * `GET /elements`, `POST /elements/<key>/fault` (a fault, or null to heal), `GET /calls?first=&after=&element=`, `DELETE /calls`
 * (for tests), `GET /messages`: JSON, with the token. `GET /mailbox`: a page for people on this machine.
 */
export function createControl(options: ControlOptions): Server {
  return createServer((incoming, outgoing) => {
    serve(options, incoming, outgoing).catch(() => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
}

async function serve(options: ControlOptions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // A page elsewhere could point a name of its own at this port; it cannot choose what the browser sends as Host.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(incoming.headers.host ?? "")) {
    outgoing.writeHead(421).end();
    return;
  }
  const url = new URL(incoming.url ?? "/", "http://localhost");
  if (incoming.method === "GET" && url.pathname === "/mailbox") {
    outgoing.writeHead(200, mailboxHeaders).end(mailboxPage(await readMailbox(options.storage)));
    return;
  }
  const answer = hasToken(incoming, options.token)
    ? await answerTo(options, incoming, url)
    : { status: 401, body: { error: "the token is missing or wrong" } };
  outgoing.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
}

async function answerTo(options: ControlOptions, incoming: IncomingMessage, url: URL): Promise<Answer> {
  const route = `${incoming.method} ${url.pathname}`;
  if (route === "GET /elements") return { status: 200, body: options.elements().map(listed) };
  if (route === "GET /messages") return { status: 200, body: await readMailbox(options.storage) };
  if (route === "GET /calls") return readCalls(options, url);
  if (route === "DELETE /calls") {
    await options.storage.clearCalls();
    return { status: 200, body: null };
  }
  const key = /^POST \/elements\/([a-z]+)\/fault$/.exec(route)?.[1];
  return key === undefined ? { status: 404, body: { error: "not found" } } : setFault(options, key, incoming);
}

async function setFault(options: ControlOptions, key: string, incoming: IncomingMessage): Promise<Answer> {
  const element = options.elements().find((each) => each.key === key);
  if (element === undefined) return { status: 404, body: { error: "no such element" } };
  const fault = faultSchema.nullable().safeParse(await readJson(incoming));
  if (!fault.success) return { status: 400, body: { error: z.prettifyError(fault.error) } };
  await element.faults.set(fault.data);
  return { status: 200, body: listed(element) };
}

const filterSchema = z.object({
  first: z.coerce.number().int().min(1).max(callsMax).default(100),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  element: z.string().optional(),
});

async function readCalls(options: ControlOptions, url: URL): Promise<Answer> {
  const filter = filterSchema.safeParse(Object.fromEntries(url.searchParams));
  if (!filter.success) return { status: 400, body: { error: z.prettifyError(filter.error) } };
  const { first, after, element } = filter.data;
  const calls = await options.storage.calls({
    first,
    ...(after === undefined ? {} : { after }),
    ...(element === undefined ? {} : { element }),
  });
  return { status: 200, body: calls };
}

function listed(element: LabElement): ListedElement {
  const { key, protocol, port } = element;
  return { key, protocol, endpoint: `127.0.0.1:${port}`, fault: element.faults.current() };
}

function hasToken(incoming: IncomingMessage, token: string): boolean {
  const given = Buffer.from(incoming.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > bodyBytesMax) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
