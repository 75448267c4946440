import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { garbageOf, type Fault, type FaultSwitch } from "./fault.ts";
import { maskedJson } from "./mask.ts";
import type { LabStorage } from "./storage.ts";

export interface ElementRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** JSON, or the fields of a form; null without a body. */
  readonly body: unknown;
  /** As it came. */
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  readonly idempotencyKey: string | null;
}

export interface ElementAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly effect: string | null;
  /** Done, but never answered. */
  readonly isSilent?: boolean;
  /** Anything but JSON: `body` is its text, and these its headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a request is written down; null for a health probe, which is none of the calls. */
export interface CallDescription {
  readonly method: string;
  readonly target: string;
  readonly body: unknown;
  readonly isChange: boolean;
}

export interface HttpElement {
  readonly key: string;
  describe(request: ElementRequest): CallDescription | null;
  perform(request: ElementRequest): Promise<ElementAnswer>;
}

const bodyBytesMax = 1_000_000;

/** One element of the demo network behind HTTP: writes every call down before it does anything, then breaks as it is told. */
export function createElementServer(element: HttpElement, storage: LabStorage, faults: () => FaultSwitch): Server {
  return createServer((incoming, outgoing) => {
    outgoing.on("error", () => outgoing.destroy());
    serve(element, storage, faults(), incoming, outgoing).catch(() => outgoing.destroy());
  });
}

async function serve(
  element: HttpElement,
  storage: LabStorage,
  faults: FaultSwitch,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const text = await readText(incoming);
  const body = text === null ? undefined : parse(text, incoming.headers["content-type"]);
  if (text === null || body === undefined) return send(outgoing, 400, { error: "not JSON, or too much of it" });
  const key = incoming.headers["idempotency-key"];
  const request: ElementRequest = {
    method: incoming.method ?? "GET",
    target: incoming.url ?? "/",
    body,
    text,
    headers: incoming.headers,
    idempotencyKey: typeof key === "string" ? key : null,
  };
  const call = element.describe(request);
  const fault = faults.take(call?.isChange ?? false);
  const callId = call === null ? null : await record(element, storage, call, request.idempotencyKey);
  if (fault?.kind === "HANG") return;
  if (fault?.kind === "SLOW") await delay(fault);
  if (fault?.kind === "GARBAGE") return sendGarbage(outgoing, fault);
  const answer = await element.perform(request);
  if (callId !== null) await storage.recordEffect(callId, answer.effect);
  if (answer.isSilent === true) return;
  if (fault?.kind === "LOSE_ANSWER") outgoing.destroy();
  else if (answer.headers === undefined) send(outgoing, answer.status, answer.body);
  else outgoing.writeHead(answer.status, answer.headers).end(answer.body);
}

function record(
  element: HttpElement,
  storage: LabStorage,
  call: CallDescription,
  idempotencyKey: string | null,
): Promise<string> {
  const body = maskedJson(call.body);
  return storage.record({ element: element.key, method: call.method, target: call.target, body, idempotencyKey });
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Claims to be JSON, so that only reading it shows what it is. */
async function sendGarbage(outgoing: ServerResponse, fault: Fault): Promise<void> {
  outgoing.writeHead(200, { "content-type": "application/json" });
  await pipeline(Readable.from(garbageOf(fault.garbageBytes)), outgoing);
}

export function delay(fault: Fault): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, fault.delayMs));
}

/** Null when there is more than any call needs. */
async function readText(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string, type = ""): unknown {
  if (text === "") return null;
  if (type.startsWith("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
