import fc from "fast-check";
import { expect, test } from "vitest";
import { backendTypes, createBodyReader, createFrameReader, FramingError } from "./postgres-wire.ts";

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

test("frames come out whole however the stream is cut", () => {
  const anyFrame = fc.tuple(fc.constantFrom(...backendTypes.split("")), fc.uint8Array({ maxLength: 50 }));
  fc.assert(
    fc.property(fc.array(anyFrame), fc.integer({ min: 1, max: 20 }), (frames, step) => {
      const stream = Buffer.concat(frames.map(([type, body]) => frame(type, Buffer.from(body))));
      const read = createFrameReader(backendTypes, 1_000);
      const found = [];
      for (let at = 0; at < stream.length; at += step) found.push(...read(stream.subarray(at, at + step)));
      expect(found.map((each) => [each.type, [...each.body]])).toEqual(frames.map(([type, body]) => [type, [...body]]));
      expect(Buffer.concat(found.map((each) => each.bytes))).toEqual(stream);
    }),
  );
});

test("what does not begin like PostgreSQL, or claims to be too long or too short, is not waited for", () => {
  const read = (bytes: Buffer) => createFrameReader(backendTypes, 100)(bytes);
  expect(() => read(Buffer.from("<html>"))).toThrow(FramingError);
  expect(() => read(frame("D", Buffer.alloc(96)))).toThrow(FramingError);
  expect(() => read(Buffer.from([0x44, 0, 0, 0, 0]))).toThrow(FramingError);
  expect(read(frame("D", Buffer.alloc(95)))).toHaveLength(1);
});

test("a body gives texts, counts and values in their order", () => {
  const value = (text: string): Buffer =>
    Buffer.concat([Buffer.from([0, 0, 0, Buffer.byteLength(text)]), Buffer.from(text)]);
  const body = createBodyReader(
    Buffer.concat([Buffer.from("é\0"), Buffer.from([0, 2]), value("a"), Buffer.from([255, 255, 255, 255])]),
  );
  expect([body.text(), body.int16(), body.value(), body.value()]).toEqual(["é", 2, "a", null]);
});
