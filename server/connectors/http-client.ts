import { request as requestHttp, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { say } from "@tierline/shared/sentence.ts";
import { connectorAnswerBytesMax, type ConnectorFailure } from "../kernel/connector.ts";
import { garbage, refused, tooLarge, unanswered, unreachable, type Element } from "./element.ts";

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange, from the look-up of the name to the last byte. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Addresses that were checked before: the name is not looked up a second time (DNS rebinding). */
  readonly addresses?: readonly { readonly address: string; readonly family: 4 | 6 }[];
  /** Of the answer only so much is read, and the rest never; without it a larger or a compressed one is a failure. */
  readonly answerBytesMax?: number;
  /** A whole answer may be this large, where it may be larger than most. */
  readonly wholeBytesMax?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** As the header says it, when it is there. */
  readonly retryAfter?: string;
  readonly location?: string;
  readonly text: string;
}

/** An answer in whatever letters its text is written. */
export interface HttpFile {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly content: Buffer;
}

/**
 * One request on one connection of its own: a kept-alive connection that the other side just closed could not tell "never
 * arrived" from "answer lost". Redirects are answers like any other; nothing is followed.
 * Throws ConnectorFailure: retryable before the connection stood, unknown after, permanent for garbage and too much of it.
 */
export async function exchange(element: Element, request: HttpRequest): Promise<HttpAnswer> {
  return answerOf(await exchangeFile(element, request));
}

/** As `exchange`; what comes back is left as it came. */
export async function exchangeFile(element: Element, request: HttpRequest): Promise<HttpFile> {
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = AbortSignal.any([request.signal, limit]);
  const { promise, resolve, reject } = Promise.withResolvers<HttpFile>();
  if (signal.aborted) throw unreachable(element, signal.reason);
  let isSent = false;
  const outgoing = open(element, request);
  const fail = (failure: ConnectorFailure): void => {
    reject(failure);
    outgoing.destroy();
  };
  const stop = (): void => {
    const what = limit.aborted
      ? say("outside.noAnswerWithin", { seconds: request.timeoutMs / 1000 })
      : say("outside.notWaitedFor");
    fail(unanswered(element, isSent, what, signal.reason));
  };
  signal.addEventListener("abort", stop, { once: true });
  outgoing.once("socket", (socket) => {
    socket.once(request.url.protocol === "https:" ? "secureConnect" : "connect", () => (isSent = true));
  });
  outgoing.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code?.startsWith("HPE_")) fail(garbage(element, "not HTTP"));
    else fail(unanswered(element, isSent, say("outside.broke"), error));
  });
  outgoing.once("response", (incoming) => {
    const { answerBytesMax: most, wholeBytesMax: whole = connectorAnswerBytesMax } = request;
    const reading = most === undefined ? collect(element, incoming, whole) : collectBeginning(element, incoming, most);
    reading.then(resolve, fail);
  });
  outgoing.end(request.body);
  return promise.finally(() => signal.removeEventListener("abort", stop));
}

function open(element: Element, request: HttpRequest): ClientRequest {
  const body = request.body === undefined ? {} : { "content-length": String(Buffer.byteLength(request.body)) };
  const pinned = request.addresses;
  try {
    return (request.url.protocol === "https:" ? requestHttps : requestHttp)(request.url, {
      method: request.method,
      agent: false,
      headers: { "user-agent": "tierline", ...request.headers, ...body, connection: "close" },
      ...(pinned === undefined ? {} : { lookup: pinnedLookup(pinned) }),
    });
  } catch {
    // Node refuses a method or a header value with line breaks in it before anything leaves.
    throw refused(element, "permanent", "the method or a header holds characters that cannot be sent");
  }
}

function pinnedLookup(addresses: NonNullable<HttpRequest["addresses"]>): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else if (first === undefined) callback(new Error("No address"), "", 4);
    else callback(null, first.address, first.family);
  };
}

async function collect(element: Element, incoming: IncomingMessage, bytesMax: number): Promise<HttpFile> {
  if (Number(incoming.headers["content-length"] ?? 0) > bytesMax) {
    throw tooLarge(element, bytesMax);
  }
  const encoding = incoming.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw garbage(element, "compressed, which was not asked for");
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unanswered(element, true, say("outside.brokeWithin"), error);
  }
  if (bytes > bytesMax) throw tooLarge(element, bytesMax);
  return fileOf(incoming, Buffer.concat(chunks));
}

async function collectBeginning(element: Element, incoming: IncomingMessage, bytesMax: number): Promise<HttpFile> {
  const isReadable = (incoming.headers["content-encoding"] ?? "identity") === "identity";
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (isReadable) chunks.push(chunk);
      if (bytes >= bytesMax) break; // which closes the connection
    }
  } catch (error) {
    throw unanswered(element, true, say("outside.brokeWithin"), error);
  }
  return fileOf(incoming, Buffer.concat(chunks).subarray(0, bytesMax));
}

function fileOf({ statusCode, headers }: IncomingMessage, content: Buffer): HttpFile {
  return { status: statusCode ?? 0, headers, content };
}

function answerOf({ status, headers, content }: HttpFile): HttpAnswer {
  const { "retry-after": retryAfter, location } = headers;
  return {
    status,
    contentType: headers["content-type"] ?? "",
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(location === undefined ? {} : { location }),
    text: content.toString("utf8"),
  };
}

const tryAgainStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Throws unless the status is 2xx. 503 says that nobody took the request on (RFC 9110 section 15.6.4), so it counts as not
 * connected; any other 5xx may come after the deed and is retryable only where repeating is harmless.
 */
export function assertAccepted(element: Element, answer: HttpAnswer, isIdempotent: boolean): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  if (status === 503) throw unreachable(element, new Error("503 Service Unavailable"));
  if (status >= 500) throw refused(element, isIdempotent ? "retryable" : "unknown", `status ${status}`);
  if (status >= 300 && status < 400)
    throw refused(element, "permanent", `status ${status}, and redirects are not followed`);
  if (tryAgainStatuses.has(status)) throw refused(element, "retryable", `status ${status}`);
  if (status >= 400) throw refused(element, "permanent", `status ${status}`);
  throw garbage(element, `status ${status}`);
}

export function jsonOf(element: Element, answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    throw garbage(element, `${Buffer.byteLength(answer.text)} bytes that are not JSON`);
  }
}
