import { randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Transport } from "@tierline/shared/onboarding.ts";

/** More is no answer to OPTIONS. */
export const messageBytesMax = 65_536;

export interface OptionsRequest {
  readonly host: string;
  readonly port: number;
  readonly transport: Transport;
  readonly user: string;
  /** Where it is sent from. */
  readonly local: { readonly address: string; readonly port: number };
  readonly callId: string;
  readonly sequence: number;
  readonly fromTag: string;
  /** A header line that signs it in; null: none. */
  readonly authorization: string | null;
}

export const newTag = (): string => randomBytes(12).toString("hex");

export function optionsUri({ host, port, transport }: Pick<OptionsRequest, "host" | "port" | "transport">): string {
  return `sip:${bracketed(host)}:${port};transport=${transport.toLowerCase()}`;
}

/** RFC 3261, 11.1 and 8.1.1. Each transmission of one request is the same, so that a repeated one is known. */
export function optionsText(request: OptionsRequest): string {
  const { host, transport, user, local, callId, sequence, fromTag, authorization } = request;
  const here = `${bracketed(local.address)}:${local.port}`;
  const name = user === "" ? "tierline" : encodeURIComponent(user);
  const lines = [
    `OPTIONS ${optionsUri(request)} SIP/2.0`,
    `Via: SIP/2.0/${transport} ${here};branch=z9hG4bK${callId}${sequence};rport`,
    "Max-Forwards: 70",
    `From: <sip:${name}@${bracketed(host)}>;tag=${fromTag}`,
    `To: <sip:${bracketed(host)}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} OPTIONS`,
    `Contact: <sip:${name}@${here};transport=${transport.toLowerCase()}>`,
    "Accept: application/sdp",
    "User-Agent: Tierline",
    ...(authorization === null ? [] : [authorization]),
    "Content-Length: 0",
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

export interface SipResponse {
  readonly statusCode: number;
  readonly reason: string;
  /** By name in lower case; a header that comes more than once in its order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

const compactNames: ReadonlyMap<string, string> = new Map([
  ["i", "call-id"],
  ["l", "content-length"],
  ["v", "via"],
]);

/** Of headers: more of them, or a longer one of them all, no answer to OPTIONS has. */
const headBytesMax = 16_384;
const headersMax = 200;

/** The first message of a stream. `rest`: from where the next one begins. Null: more has to come. "GARBAGE": that is no SIP. */
export function firstMessage(
  bytes: Buffer,
): { readonly message: SipResponse | "REQUEST"; readonly rest: number } | "GARBAGE" | null {
  // Empty lines keep a connection open (RFC 5626, 4.4.1).
  const start = bytes.findIndex((byte) => byte !== 13 && byte !== 10);
  if (start === -1) return null;
  const endOfLine = bytes.indexOf("\r\n", start);
  const startLine = bytes.toString("utf8", start, endOfLine === -1 ? Math.min(bytes.length, start + 200) : endOfLine);
  const status = /^SIP\/2\.0 ([1-6]\d\d) ?(.*)$/.exec(startLine);
  const isRequest = startLine.endsWith(" SIP/2.0");
  if (endOfLine === -1) return /^(S|SI|SIP|SIP\/.*|[A-Z]+( .*)?)$/s.test(startLine) ? tooLong(bytes, start) : "GARBAGE";
  if (status === null && !isRequest) return "GARBAGE";
  const end = bytes.indexOf("\r\n\r\n", endOfLine);
  if (end === -1) return tooLong(bytes, start);
  if (end - start > headBytesMax) return "GARBAGE";
  const headers = headersOf(bytes.toString("utf8", endOfLine + 2, end));
  const length = Number(headers?.get("content-length")?.[0] ?? "0");
  if (headers === null || !Number.isInteger(length) || length < 0 || length > messageBytesMax) return "GARBAGE";
  const rest = end + 4 + length;
  if (rest > bytes.length) return null;
  const message = status === null ? "REQUEST" : { statusCode: Number(status[1]), reason: status[2] ?? "", headers };
  return { message, rest };
}

function tooLong(bytes: Buffer, start: number): "GARBAGE" | null {
  return bytes.length - start > headBytesMax ? "GARBAGE" : null;
}

/** Null: more than there can be. */
function headersOf(text: string): ReadonlyMap<string, readonly string[]> | null {
  // A line that begins with a blank goes on with the one before (RFC 3261, 7.3.1).
  const lines = text.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  if (lines.length > headersMax) return null;
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const said = line.slice(0, colon).trim().toLowerCase();
    const name = compactNames.get(said) ?? said;
    const known = headers.get(name) ?? [];
    known.push(line.slice(colon + 1).trim());
    headers.set(name, known);
  }
  return headers;
}

/** Whether it is the answer to that very request. */
export function answers(
  response: SipResponse,
  { callId, sequence }: Pick<OptionsRequest, "callId" | "sequence">,
): boolean {
  const [cseq = ""] = response.headers.get("cseq") ?? [];
  return response.headers.get("call-id")?.[0] === callId && new RegExp(`^${sequence}\\s+OPTIONS$`).test(cseq);
}
