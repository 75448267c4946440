import { createHash, timingSafeEqual } from "node:crypto";
import { isIPv4 } from "node:net";

// RADIUS on the wire (RFC 2865, 3): code, identifier, length, 16 octets of authenticator, attributes. Of requests to end a session
// (RFC 5176) and their answers only; both sides of it, because the lab is one of them.

export const packetCodes = { "Disconnect-Request": 40, "Disconnect-ACK": 41, "Disconnect-NAK": 42 } as const;
export type PacketName = keyof typeof packetCodes;

type Kind = "text" | "number" | "address";
const kinds = {
  "User-Name": { type: 1, kind: "text" },
  "NAS-IP-Address": { type: 4, kind: "address" },
  "Acct-Session-Id": { type: 44, kind: "text" },
  "Event-Timestamp": { type: 55, kind: "number" },
  "Error-Cause": { type: 101, kind: "number" },
} as const satisfies Record<string, { readonly type: number; readonly kind: Kind }>;
export type AttributeName = keyof typeof kinds;
/** In the order in which they travel. */
export type Attributes = { readonly [Name in AttributeName]?: string };

export interface Packet {
  readonly name: PacketName;
  readonly identifier: number;
  readonly attributes: Attributes;
}

const headerBytes = 20;
const packetBytesMax = 4_096;
const valueBytesMax = 253;

/** The authenticator is a digest over the packet and the secret, so that only who knows it can have sent it (RFC 5176, 2.3). */
export function encodeRequest(packet: Packet, secret: string): Buffer {
  return sealed(packet, Buffer.alloc(16), secret);
}

/** An answer's authenticator is made with the request's, so that it answers this one and no other. */
export function encodeAnswer(packet: Packet, request: Buffer, secret: string): Buffer {
  return sealed(packet, request.subarray(4, headerBytes), secret);
}

/** Null for what no one who knows the secret has sent. */
export function decodeRequest(bytes: Buffer, secret: string): Packet | null {
  return opened(bytes, Buffer.alloc(16), secret);
}

export function decodeAnswer(bytes: Buffer, request: Buffer, secret: string): Packet | null {
  const answer = opened(bytes, request.subarray(4, headerBytes), secret);
  return answer?.identifier === request[1] ? answer : null;
}

function sealed({ name, identifier, attributes }: Packet, authenticator: Buffer, secret: string): Buffer {
  const parts = Object.entries(attributes).map(
    ([attribute, value]) => encodeAttribute(attribute as AttributeName, value), // Object.entries forgets the names
  );
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(4);
  header[0] = packetCodes[name];
  header[1] = identifier;
  header.writeUInt16BE(headerBytes + body.length, 2);
  const packet = Buffer.concat([header, authenticator, body]);
  digestOf(packet, secret).copy(packet, 4);
  return packet;
}

function opened(bytes: Buffer, authenticator: Buffer, secret: string): Packet | null {
  if (bytes.length < headerBytes || bytes.length > packetBytesMax) return null;
  const length = bytes.readUInt16BE(2);
  if (length < headerBytes || length > bytes.length) return null;
  const packet = bytes.subarray(0, length); // what follows is padding
  const name = Object.entries(packetCodes).find(([, code]) => code === packet[0])?.[0] as PacketName | undefined; // as above
  const expected = digestOf(
    Buffer.concat([packet.subarray(0, 4), authenticator, packet.subarray(headerBytes)]),
    secret,
  );
  if (name === undefined || !timingSafeEqual(expected, packet.subarray(4, headerBytes))) return null;
  const attributes = decodeAttributes(packet.subarray(headerBytes));
  return attributes === null ? null : { name, identifier: packet.readUInt8(1), attributes };
}

function digestOf(packet: Buffer, secret: string): Buffer {
  return createHash("md5").update(packet).update(secret).digest();
}

function encodeAttribute(name: AttributeName, value: string): Buffer {
  const { type, kind } = kinds[name];
  const bytes = encodeValue(kind, value);
  if (bytes.length === 0 || bytes.length > valueBytesMax) throw new RangeError(`${name} does not fit into a packet.`);
  return Buffer.concat([Buffer.from([type, 2 + bytes.length]), bytes]);
}

function encodeValue(kind: Kind, value: string): Buffer {
  if (kind === "text") return Buffer.from(value, "utf8");
  if (kind === "address") return Buffer.from(isIPv4(value) ? value.split(".").map(Number) : []);
  const number = Buffer.alloc(4);
  number.writeUInt32BE(Number(value));
  return number;
}

/** Those that are known; null when they are not what their lengths say. */
function decodeAttributes(bytes: Buffer): Attributes | null {
  const found: { [Name in AttributeName]?: string } = {};
  for (let at = 0; at < bytes.length; at += bytes[at + 1]!) {
    const length = bytes[at + 1] ?? 0;
    if (length < 2 || at + length > bytes.length) return null;
    const known = Object.entries(kinds).find(([, { type }]) => type === bytes[at]);
    if (known === undefined) continue;
    const value = decodeValue(known[1].kind, bytes.subarray(at + 2, at + length));
    if (value === null) return null;
    found[known[0] as AttributeName] = value; // as above
  }
  return found;
}

function decodeValue(kind: Kind, bytes: Buffer): string | null {
  if (kind === "text") return bytes.toString("utf8");
  if (bytes.length !== 4) return null;
  return kind === "address" ? bytes.join(".") : String(bytes.readUInt32BE());
}
