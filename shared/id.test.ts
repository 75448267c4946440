import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { decodeId, encodeId, idOf, idPrefixes, idToSearch, newId, prefixOf } from "./id.ts";

const uuid = "019a9b2c-7d00-7abc-8def-0123456789ab";
const anyPrefix = fc.constantFrom(...Object.values(idPrefixes));

test("every noun has a prefix of its own", () => {
  const prefixes = Object.values(idPrefixes);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.every((prefix) => /^[a-z]{3}$/.test(prefix))).toBe(true);
});

test("an id is a UUIDv7 made of its time and its randomness", () => {
  expect(idOf(0x0123456789ab, new Uint8Array(10).fill(0xff))).toBe("01234567-89ab-7fff-bfff-ffffffffffff");
  expect(idOf(0x0123456789ab, new Uint8Array(10))).toBe("01234567-89ab-7000-8000-000000000000");
  const ids = Array.from({ length: 1_000 }, () => newId(0x0123456789ab));
  expect(ids.filter((id) => !/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
});

test("ids of one millisecond sort in the order they were made, whatever else was made in between, inside and outside", () => {
  const [then, later] = [1_700_000_000_000, 1_700_000_000_001];
  const made = Array.from({ length: 5_000 }, () => [newId(then), newId(later)] as const);
  for (const ids of [made.map(([id]) => id), made.map(([, id]) => id)]) {
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.map((id) => encodeId("aud", id)).toSorted()).toEqual(ids.map((id) => encodeId("aud", id)));
  }
});

test("an id counts on past the version and the variant, from the highest beginning too", async () => {
  const highest = ((bytes: Uint8Array) => bytes.fill(0xff)) as typeof crypto.getRandomValues; // it takes other arrays too
  const random = vi.spyOn(crypto, "getRandomValues").mockImplementation(highest);
  vi.resetModules(); // without the random bytes that were asked for already
  const { newId: newest } = await import("./id.ts");
  const ids = [newest(0x0123456789ac), newest(0x0123456789ac), newest(0x0123456789ac)];
  random.mockRestore();
  expect(ids).toEqual([
    "01234567-89ac-77ff-bfff-ffffffffffff",
    "01234567-89ac-7800-8000-0000ffffffff",
    "01234567-89ac-7800-8000-0001ffffffff",
  ]);
});

test("neither the beginning nor the end of an id follows from the one before", () => {
  const beginnings = Array.from({ length: 1_000 }, (_, index) => newId(1_800_000_000_000 + index).slice(15, 23));
  expect(new Set(beginnings).size).toBeGreaterThan(990);
  const ends = Array.from({ length: 1_000 }, () => newId(1_800_000_000_000).slice(-8));
  expect(new Set(ends).size).toBeGreaterThan(990);
});

test("ids of a later millisecond sort after earlier ones, inside and outside", () => {
  const earlier = newId(1_700_000_000_000);
  const later = newId(1_700_000_000_001);
  expect(earlier < later).toBe(true);
  expect(encodeId("cus", earlier) < encodeId("cus", later)).toBe(true);
});

test("no two ids are alike", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000);
});

test("outside, an id carries its prefix and comes back unchanged", () => {
  expect(encodeId("cus", uuid)).toBe("cus_01KADJRZ80FAY8VVR14D2PF2DB");
  expect(decodeId("cus", "cus_01KADJRZ80FAY8VVR14D2PF2DB")).toBe(uuid);
  expect(encodeId("run", "ffffffff-ffff-ffff-ffff-ffffffffffff")).toBe("run_7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  fc.assert(fc.property(anyPrefix, fc.uuid(), (prefix, id) => decodeId(prefix, encodeId(prefix, id)) === id));
});

test("an id of another kind, a misspelt one and none are the same: nothing", () => {
  const id = encodeId("cus", uuid);
  for (const wrong of [
    "",
    uuid,
    id.replace("cus", "svc"),
    id.replace("cus", "xxx"),
    id.toLowerCase(),
    `${id}0`,
    `${id}\n`,
  ]) {
    expect(decodeId("cus", wrong)).toBeNull();
  }
});

test("what is no id of ours never becomes one, whatever it holds", () => {
  fc.assert(
    fc.property(anyPrefix, fc.string(), (prefix, text) => decodeId(prefix, `${prefix}_${text}`.slice(0, 29)) === null),
  );
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => prefixOf(text) === null));
});

test("each object has one id only: whatever decodes was encoded so", () => {
  const digit = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZabcILOU-");
  fc.assert(
    fc.property(fc.array(digit, { minLength: 26, maxLength: 26 }), (digits) => {
      const text = `ord_${digits.join("")}`;
      const decoded = decodeId("ord", text);
      return decoded === null || encodeId("ord", decoded) === text;
    }),
  );
});

test("a UUID that is none is a mistake inside the system", () => {
  expect(() => encodeId("cus", "nope")).toThrow(RangeError);
  expect(() => idOf(0, new Uint8Array(9))).toThrow(RangeError);
});

test("searched by, an id that is none is one that nothing has", () => {
  expect(idToSearch("cus", encodeId("cus", uuid))).toBe(uuid);
  for (const wrong of ["", "garbage", encodeId("rsl", uuid)]) {
    expect(idToSearch("cus", wrong)).toBe("00000000-0000-0000-0000-000000000000");
  }
});
