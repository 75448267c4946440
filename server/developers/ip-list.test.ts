import { expect, test } from "vitest";
import { isInList, networkOf } from "./ip-list.ts";

test("VX16: addresses and networks of both kinds are read, and nothing else", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("192.0.2.0/24")).toBe("192.0.2.0/24");
  expect(networkOf("2001:DB8::1")).toBe("2001:db8::1");
  expect(networkOf("2001:db8::/32")).toBe("2001:db8::/32");
  expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  for (const wrong of ["", "here", "192.0.2", "192.0.2.0/33", "1", "0x7f.1", "192.0.2.7 ", "example.com"])
    expect([wrong, networkOf(wrong)]).toEqual([wrong, null]);
});

test("VX16: an address is looked for in single ones and in networks, however it is written", () => {
  const list = ["192.0.2.7", "198.51.100.0/24", "2001:db8::/32"];
  const inside = ["192.0.2.7", "::ffff:192.0.2.7", "198.51.100.255", "2001:db8:1::2"];
  const outside = ["192.0.2.8", "198.51.101.1", "2001:db9::1", "not an address"];
  expect(inside.filter((ip) => !isInList(list, ip))).toEqual([]);
  expect(outside.filter((ip) => isInList(list, ip))).toEqual([]);
  expect(isInList([], "203.0.113.1")).toBe(true);
});
