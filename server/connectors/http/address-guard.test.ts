import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doingIo } from "../../testkit/lab.ts";
import { guardAddress, isPublic, type Resolve } from "./address-guard.ts";
import { sendHttp } from "./call.ts";
import { httpSchema } from "./settings.ts";

const timeoutMs = 1_000;
const to =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(addresses);
const guard = (address: string, allowed = "", resolve: Resolve = to("93.184.215.14")) =>
  guardAddress(new URL(address), allowed, timeoutMs, resolve);

test.each([
  ["127.0.0.1", "loopback"],
  ["127.8.9.10", "loopback"],
  ["0.0.0.0", "this host"],
  ["10.1.2.3", "private"],
  ["172.16.0.1", "private"],
  ["192.168.1.1", "private"],
  ["169.254.169.254", "link-local: the metadata service of most clouds"],
  ["100.64.0.1", "carrier-grade NAT"],
  ["100.100.100.200", "metadata of Alibaba Cloud"],
  ["168.63.129.16", "metadata of Azure"],
  ["192.0.0.192", "metadata of Oracle Cloud"],
  ["198.18.0.1", "benchmarking"],
  ["224.0.0.1", "multicast"],
  ["255.255.255.255", "broadcast"],
  ["::1", "loopback"],
  ["::", "unspecified"],
  ["::ffff:127.0.0.1", "IPv4 mapped"],
  ["::ffff:a00:1", "IPv4 mapped, in hex"],
  ["::7f00:1", "IPv4 compatible"],
  ["64:ff9b::7f00:1", "NAT64"],
  ["2002:7f00:1::", "6to4"],
  ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"],
  ["fe80::1", "link-local"],
  ["fd00:ec2::254", "unique local: metadata of AWS"],
  ["fec0::1", "site-local"],
  ["2001:db8::1", "documentation"],
  ["ff02::1", "multicast"],
  ["not an address", "nonsense"],
])("rel-R17: %s is not public (%s)", async (address) => {
  expect(isPublic(address)).toBe(false);
  await expect(guard("https://inside.example/", "", to(address))).rejects.toMatchObject({
    outcome: "permanent",
    code: "ADDRESS_NOT_ALLOWED",
  });
});

test.each(["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

test.each([
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://127.1/",
  "https://[::ffff:7f00:1]/",
  "https://[::1]/",
  "https://127.0.0.1./",
  "https://①②⑦.0.0.1/",
])("rel-R17: loopback spelt as %s is loopback", async (address) => {
  await expect(guard(address, "", to("127.0.0.1"))).rejects.toMatchObject({ code: "ADDRESS_NOT_ALLOWED" });
});

test("rel-R17: one private address among several forbids the name", async () => {
  const resolve = to("93.184.215.14", "10.0.0.1");
  await expect(guard("https://both.example/", "", resolve)).rejects.toMatchObject({ code: "ADDRESS_NOT_ALLOWED" });
});

test("rel-R17: http without TLS, other protocols and credentials in the address are refused", async () => {
  for (const address of [
    "http://public.example/",
    "ftp://public.example/",
    "file:///etc/passwd",
    "https://a@b.example/",
  ]) {
    await expect(guard(address)).rejects.toMatchObject({ code: "ADDRESS_NOT_ALLOWED" });
  }
});

test("a listed host may be private, at its port only", async () => {
  const resolve = to("10.0.0.5");
  expect(await guard("http://iptv.internal:8080/x", "other:1, iptv.internal:8080", resolve)).toEqual([
    { address: "10.0.0.5", family: 4 },
  ]);
  const elsewhere = guard("http://iptv.internal:8081/x", "iptv.internal:8080", resolve);
  await expect(elsewhere).rejects.toMatchObject({ code: "ADDRESS_NOT_ALLOWED" });
});

let inside: Server;
let visits = 0;
beforeAll(async () => {
  inside = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
});
afterAll(() => inside.close());

test("rel-R17: no spelling of a path or of an address reaches a listener that is not listed", async () => {
  const { port } = inside.address() as AddressInfo;
  const settings = httpSchema.parse({ url: "https://public.invalid", authorization: "Bearer x", timeoutMs: 500 });
  const paths = [
    `http://127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://[::1]:${port}/`,
    `//127.0.0.1:${port}/`,
    `@127.0.0.1:${port}/`,
    `\\\\127.0.0.1:${port}/`,
    `https://public.invalid@127.0.0.1:${port}/`,
    `https://2130706433:${port}/`,
  ];
  for (const path of paths) {
    await expect(sendHttp(doingIo("run:task"), settings, { method: "POST", path })).rejects.toMatchObject({
      code: expect.stringMatching(/^(ADDRESS_NOT_ALLOWED|HTTP_UNREACHABLE)$/),
    });
  }
  expect(visits).toBe(0);
});

test("rel-R17: the connection goes to the address that was checked, whatever the name says a moment later", async () => {
  const { port } = inside.address() as AddressInfo;
  const before = visits;
  let answers = 0;
  const rebinding: Resolve = () => Promise.resolve([answers++ === 0 ? "93.184.215.14" : "127.0.0.1"]);
  const addresses = await guard(`https://rebinding.example:${port}/`, "", rebinding);
  expect(addresses).toEqual([{ address: "93.184.215.14", family: 4 }]);
  expect(answers).toBe(1);
  expect(visits).toBe(before);
});

test("the allow-list is host:port and nothing else", () => {
  const parse = (allowedHosts: string): boolean =>
    httpSchema.safeParse({ url: "https://x.example", allowedHosts }).success;
  expect(["", "a:1", "a.b.example:8080, 10.0.0.1:80", "[fd00::1]:443"].every(parse)).toBe(true);
  expect(["a", "http://a:1", "a:1;b:2", "a:1,", "*:80 80", "user@a:1"].some(parse)).toBe(false);
});
