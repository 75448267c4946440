import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { decodeAnswer, decodeRequest, encodeAnswer, encodeRequest } from "./packet.ts";

const secret = "testing123";
const request = {
  name: "Disconnect-Request",
  identifier: 7,
  attributes: {
    "User-Name": "acme-1",
    "NAS-IP-Address": "10.0.0.1",
    "Acct-Session-Id": "s-1",
    "Event-Timestamp": "258",
  },
} as const;

/** Written out octet by octet from RFC 2865, 3 and 5, and RFC 5176, 2.3. */
const head = Buffer.from([40, 7, 0, 45]);
const body = Buffer.concat([
  Buffer.from([1, 8]),
  Buffer.from("acme-1"),
  Buffer.from([4, 6, 10, 0, 0, 1]),
  Buffer.from([44, 5]),
  Buffer.from("s-1"),
  Buffer.from([55, 6, 0, 0, 1, 2]),
]);
const digest = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).update(secret).digest();

test("a request is what the RFC says, octet by octet", () => {
  const authenticator = digest(head, Buffer.alloc(16), body);
  expect(encodeRequest(request, secret)).toEqual(Buffer.concat([head, authenticator, body]));
});

test("an answer is sealed with the request that it answers", () => {
  const asked = encodeRequest(request, secret);
  const nak = encodeAnswer(
    { name: "Disconnect-NAK", identifier: 7, attributes: { "Error-Cause": "503" } },
    asked,
    secret,
  );
  const answerHead = Buffer.from([42, 7, 0, 26]);
  const cause = Buffer.from([101, 6, 0, 0, 1, 0xf7]);
  expect(nak).toEqual(Buffer.concat([answerHead, digest(answerHead, asked.subarray(4, 20), cause), cause]));
});

test("what was sent is read as it was meant, what follows it is padding, and what is not known is passed over", () => {
  const bytes = encodeRequest(request, secret);
  expect(decodeRequest(bytes, secret)).toEqual(request);
  expect(decodeRequest(Buffer.concat([bytes, Buffer.from("padding")]), secret)).toEqual(request);
  const unknown = Buffer.from([40, 1, 0, 25, ...Buffer.alloc(16), 200, 5, 1, 2, 3]);
  digest(unknown).copy(unknown, 4);
  expect(decodeRequest(unknown, secret)).toEqual({ name: "Disconnect-Request", identifier: 1, attributes: {} });
});

test("another secret, another request and a changed octet are nobody's answer", () => {
  const asked = encodeRequest(request, secret);
  const other = encodeRequest({ ...request, identifier: 8 }, secret);
  const ack = encodeAnswer({ name: "Disconnect-ACK", identifier: 7, attributes: {} }, asked, secret);
  expect(decodeAnswer(ack, asked, secret)?.name).toBe("Disconnect-ACK");
  expect(decodeAnswer(ack, asked, "guess")).toBeNull();
  expect(decodeAnswer(ack, other, secret)).toBeNull();
  expect(decodeRequest(asked, "guess")).toBeNull();
  for (let at = 0; at < asked.length; at += 1) {
    const changed = Buffer.from(asked);
    changed[at] = changed[at]! ^ 1;
    expect(decodeRequest(changed, secret)).toBeNull();
  }
  const wrongIdentifier = encodeAnswer({ name: "Disconnect-ACK", identifier: 9, attributes: {} }, asked, secret);
  expect(decodeAnswer(wrongIdentifier, asked, secret)).toBeNull();
});

/** A packet with the right digest whose attributes are wrong. */
function sealed(attributes: readonly number[]): Buffer {
  const bytes = Buffer.from([40, 1, 0, 20 + attributes.length, ...Buffer.alloc(16), ...attributes]);
  digest(bytes).copy(bytes, 4);
  return bytes;
}

test("lengths that lie are no packet", () => {
  expect(decodeRequest(sealed([1, 3, 65]), secret)?.attributes).toEqual({ "User-Name": "A" });
  for (const attributes of [[1], [1, 0], [1, 1], [1, 4, 65], [55, 3, 1], [4, 7, 1, 2, 3, 4, 5]])
    expect(decodeRequest(sealed(attributes), secret)).toBeNull();
  const whole = encodeRequest(request, secret);
  for (let length = 0; length < whole.length; length += 1)
    expect(decodeRequest(whole.subarray(0, length), secret)).toBeNull();
  expect(decodeRequest(Buffer.alloc(5_000, 40), secret)).toBeNull();
});

test("a value that does not fit is a mistake of ours", () => {
  const naming = (user: string) => () => encodeRequest({ ...request, attributes: { "User-Name": user } }, secret);
  expect(naming("é".repeat(126))).not.toThrow();
  expect(naming("é".repeat(127))).toThrow(RangeError);
  expect(naming("")).toThrow(RangeError);
  expect(() => encodeRequest({ ...request, attributes: { "NAS-IP-Address": "::1" } }, secret)).toThrow(RangeError);
});
