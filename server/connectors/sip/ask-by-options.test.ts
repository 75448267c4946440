import { createHash } from "node:crypto";
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from "node:dgram";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { Secret } from "../../kernel/secret.ts";
import { pbxCertificate, pbxKey } from "../../testkit/network/pbx-certificate.ts";
import { askByOptions, type AskOptions, type SipElement } from "./ask-by-options.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Answers that come back for a request, one after the other. */
type Talk = (request: string, nth: number) => readonly (string | Buffer)[];

const ok: Talk = (request) => [response(request, "200 OK")];

function response(request: string, status: string, ...headers: string[]): string {
  const kept = ["Via", "From", "To", "Call-ID", "CSeq"].map(
    (name) => new RegExp(`^${name}: .*$`, "m").exec(request)?.[0].trim() ?? "",
  );
  return [`SIP/2.0 ${status}`, ...kept, ...headers, "Content-Length: 0", "", ""].join("\r\n");
}

async function udp(talk: Talk, address = "127.0.0.1"): Promise<number> {
  const socket: UdpSocket = createSocket(address === "::1" ? "udp6" : "udp4");
  let nth = 0;
  socket.on("message", (bytes: Buffer, { port, address: back }: RemoteInfo) => {
    nth += 1;
    for (const each of talk(bytes.toString(), nth)) socket.send(each, port, back);
  });
  await new Promise<void>((done) => void socket.bind(0, address, done));
  closing.push(() => void socket.close());
  return socket.address().port;
}

async function stream(talk: Talk, isTls = false): Promise<number> {
  let nth = 0;
  const serve = (socket: Socket): void => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      nth += 1;
      for (const each of talk(bytes.toString(), nth)) socket.write(each);
    });
    closing.push(() => void socket.destroy());
  };
  const server: Server = isTls ? createTlsServer({ cert: pbxCertificate, key: pbxKey }, serve) : createServer(serve);
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  closing.push(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function placeOf({ host, port }: Pick<SipElement, "host" | "port">): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function ask(port: number, changes: Partial<SipElement> = {}, options: Partial<AskOptions> = {}) {
  const element = {
    host: "127.0.0.1",
    port,
    transport: "TCP",
    user: "",
    password: new Secret(""),
    ...changes,
  } as const;
  return askByOptions(element, { timeoutMs: 20_000, allowedHosts: placeOf(element), ...options });
}

test("an element that answers is there, whatever it says, over UDP, TCP, TLS and IPv6", async () => {
  const named: Talk = (request) => [response(request, "200 OK", "Server: MX-ONE 7.4")];
  const busy: Talk = (request) => [response(request, "486 Busy Here")];
  expect(await ask(await udp(named), { transport: "UDP" })).toMatchObject({
    state: "REACHED",
    detail: "OK · MX-ONE 7.4",
  });
  expect(await ask(await udp(ok, "::1"), { transport: "UDP", host: "::1" })).toMatchObject({ state: "REACHED" });
  expect(await ask(await stream(busy))).toMatchObject({ state: "REACHED", statusCode: 486 });
  const tls = await stream(ok, true);
  expect(await ask(tls, { transport: "TLS" }, { ca: pbxCertificate })).toMatchObject({ state: "REACHED" });
  const byName = { transport: "TLS", host: "pbx.test" } as const;
  const resolve = () => Promise.resolve(["127.0.0.1"]);
  expect(await ask(tls, byName, { ca: pbxCertificate, resolve })).toMatchObject({ state: "REACHED" });
  const another = { ...byName, host: "other.test" };
  expect(await ask(tls, another, { ca: pbxCertificate, resolve })).toMatchObject({ state: "TLS_UNTRUSTED" });
  expect(await ask(tls, { transport: "TLS" })).toMatchObject({ state: "TLS_UNTRUSTED" });
});

test("a datagram that is lost is sent again, the same; what is of another call, or not the end, is passed over", async () => {
  const seen: string[] = [];
  const late: Talk = (request, nth) => {
    seen.push(request);
    if (nth === 1) return [];
    const other = request.replace(/^Call-ID: .*$/m, "Call-ID: another");
    return ["garbage", response(other, "200 OK"), response(request, "100 Trying"), response(request, "200 OK")];
  };
  expect(await ask(await udp(late), { transport: "UDP" })).toMatchObject({ state: "REACHED", statusCode: 200 });
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toMatch(/^OPTIONS sip:127\.0\.0\.1:\d+;transport=udp SIP\/2\.0\r\n/);
  expect(seen[0]).toMatch(/Via: SIP\/2\.0\/UDP 127\.0\.0\.1:\d+;branch=z9hG4bK\w+;rport\r\n/);
});

test("a response in pieces, behind empty lines, a request and an earlier response, is put together", async () => {
  const pieces: Talk = (request) => {
    const noise = "\r\n\r\nOPTIONS sip:tierline SIP/2.0\r\nl: 3\r\n\r\nabc";
    const whole = noise + response(request, "183 Progress") + response(request, "200 OK");
    return [...whole].map((each) => Buffer.from(each));
  };
  expect(await ask(await stream(pieces))).toMatchObject({ state: "REACHED", statusCode: 200 });
});

test("who wants a sign-in gets one, by the first way that is known; a wrong password is told", async () => {
  const digest = (name: string, text: string) => createHash(name).update(text).digest("hex");
  const signedIn =
    (algorithm: "MD5" | "SHA-256", hash: string): Talk =>
    (request, nth) => {
      const challenge = `WWW-Authenticate: Digest realm="a \\"b\\"", nonce="n1", qop="auth,auth-int", algorithm=${algorithm}`;
      const odd = 'WWW-Authenticate: Digest realm="x", nonce="n", algorithm=SHA-512-256';
      if (nth === 1) return [response(request, "401 Unauthorized", "WWW-Authenticate: Basic realm=x", odd, challenge)];
      const part = (name: string) => new RegExp(`${name}="?([^",]+)"?`).exec(request)?.[1] ?? "";
      const ha1 = digest(hash, 'trunk:a "b":s3cret');
      const ha2 = digest(hash, `OPTIONS:${/^OPTIONS (\S+)/.exec(request)?.[1]}`);
      const wanted = digest(hash, `${ha1}:n1:00000001:${part("cnonce")}:auth:${ha2}`);
      return [response(request, part("response") === wanted ? "200 OK" : "403 Forbidden")];
    };
  const user = { user: "trunk", password: new Secret("s3cret") };
  expect(await ask(await stream(signedIn("SHA-256", "sha256")), user)).toMatchObject({ state: "REACHED" });
  expect(await ask(await udp(signedIn("MD5", "md5")), { ...user, transport: "UDP" })).toMatchObject({
    state: "REACHED",
  });
  const wrong = { user: "trunk", password: new Secret("guess") };
  expect(await ask(await stream(signedIn("MD5", "md5")), wrong)).toMatchObject({
    state: "REFUSED_SIGN_IN",
    statusCode: 403,
  });
  const never: Talk = (request) => [response(request, "407 Proxy Authentication Required")];
  expect(await ask(await stream(never), user)).toMatchObject({ state: "REFUSED_SIGN_IN", statusCode: 407 });
  expect(await ask(await stream(never))).toMatchObject({ state: "REACHED", statusCode: 407 });
});

test("what does not answer is told apart: refused, silent, no SIP, no TLS, no such name", async () => {
  const taken = await stream(ok);
  closing.splice(0).forEach((close) => close());
  expect(await ask(taken)).toMatchObject({ state: "CONNECTION_REFUSED", detail: "ECONNREFUSED" });
  expect(await ask(taken, { transport: "UDP" })).toMatchObject({ state: "CONNECTION_REFUSED" });
  const silent: Talk = () => [];
  expect(await ask(await stream(silent), {}, { timeoutMs: 300 })).toEqual({
    state: "NO_ANSWER",
    statusCode: null,
    detail: null,
    roundTripMs: null,
  });
  const web: Talk = () => ["HTTP/1.1 400 Bad Request\r\n\r\n"];
  expect(await ask(await stream(web))).toMatchObject({ state: "NOT_SIP" });
  expect(await ask(await udp(web), { transport: "UDP" }, { timeoutMs: 300 })).toMatchObject({ state: "NOT_SIP" });
  const endless: Talk = () => [Buffer.alloc(70_000, "SIP/2.0 200 OK ")];
  expect(await ask(await stream(endless))).toMatchObject({ state: "NOT_SIP" });
  expect(await ask(await stream(web), { transport: "TLS" })).toMatchObject({ state: "TLS_FAILED" });
  const nobody = () => Promise.resolve([]);
  expect(await ask(5060, { host: "nobody.test" }, { resolve: nobody })).toMatchObject({ state: "NAME_NOT_FOUND" });
});

test("a private address is not called, by number or by name, unless the installation lists it", async () => {
  const port = await stream(ok);
  expect(await ask(port, {}, { allowedHosts: "" })).toMatchObject({ state: "ADDRESS_NOT_ALLOWED" });
  const resolve = () => Promise.resolve(["192.0.2.1", "127.0.0.1"]);
  const host = "inside.test";
  expect(await ask(port, { host }, { allowedHosts: "", resolve })).toMatchObject({ state: "ADDRESS_NOT_ALLOWED" });
  for (const address of ["10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"]) {
    expect(await ask(5060, { host: address }, { allowedHosts: "" })).toMatchObject({ state: "ADDRESS_NOT_ALLOWED" });
  }
});

test("what an element says of itself is kept as plain text, and no more than fits", async () => {
  const loud: Talk = (request) => [response(request, "200 OK", `Server: \u0007\u202e<b>${"x".repeat(500)}`)];
  const { detail } = await ask(await stream(loud));
  expect(detail).toHaveLength(200);
  expect(detail).not.toMatch(/\p{C}/u);
});

test("who floods is given up, whatever of it is SIP, and takes no time to be read", async () => {
  const user = { user: "trunk", password: new Secret("s3cret") };
  const flood: Talk = (request) => Array.from({ length: 40 }, () => response(request, "180 Ringing").repeat(40));
  const tiny: Talk = () => ["X s SIP/2.0\r\n\r\n".repeat(40_000)];
  const headers: Talk = (request) => [response(request, "200 OK", ...Array.from({ length: 400 }, () => "X: y"))];
  const challenge = `WWW-Authenticate: Digest ${"a".repeat(12_000)}`;
  const long: Talk = (request) => [response(request, "401 Unauthorized", challenge)];
  for (const talk of [flood, tiny, headers]) expect(await ask(await stream(talk))).toMatchObject({ state: "NOT_SIP" });
  expect(await ask(await stream(long), user)).toMatchObject({ state: "REFUSED_SIGN_IN", statusCode: 401 });
});

test("a realm in any script is signed in to; one that wants what we cannot, or hangs up, has refused", async () => {
  const user = { user: "trunk", password: new Secret("s3cret") };
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");
  const zurich: Talk = (request, nth) => {
    if (nth === 1)
      return [response(request, "401 Unauthorized", 'WWW-Authenticate: Digest realm="Zürich", nonce="n1"')];
    const uri = /^OPTIONS (\S+)/.exec(request)?.[1] ?? "";
    const wanted = md5(`${md5("trunk:Zürich:s3cret")}:n1:${md5(`OPTIONS:${uri}`)}`);
    return [response(request, request.includes(`response="${wanted}"`) ? "200 OK" : "403 Forbidden")];
  };
  expect(await ask(await stream(zurich), user)).toMatchObject({ state: "REACHED", statusCode: 200 });
  const bodies: Talk = (request) => [
    response(request, "401 Unauthorized", 'WWW-Authenticate: Digest realm="x", nonce="n1", qop="auth-int"'),
  ];
  expect(await ask(await stream(bodies), user)).toMatchObject({ state: "REFUSED_SIGN_IN" });
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (bytes) => {
      const challenge = 'WWW-Authenticate: Digest realm="x", nonce="n1"';
      socket.end(response(bytes.toString(), "401 Unauthorized", challenge));
    });
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  closing.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await ask(port, user)).toMatchObject({ state: "REFUSED_SIGN_IN", statusCode: 401 });
  const falling: Talk = (request, nth) =>
    nth === 1 ? [response(request, "401 Unauthorized", 'WWW-Authenticate: Digest realm="x", nonce="n1"')] : [];
  expect(await ask(await stream(falling), user, { timeoutMs: 300 })).toMatchObject({ state: "NO_ANSWER" });
});
