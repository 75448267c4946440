import { say } from "@tierline/shared/sentence.ts";
import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { outsideElement } from "./element.ts";
import { assertAccepted, exchange, jsonOf, type HttpAnswer } from "./http-client.ts";

const element = outsideElement("OCS", say("element.ocs"));
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<URL> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jsonrpc`);
}

/** Somebody who speaks TCP and anything but proper HTTP. */
function rude(onData: (socket: Socket) => void): Promise<URL> {
  return listening(
    createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => onData(socket));
    }),
  );
}

function ask(url: URL, timeoutMs = 300): Promise<HttpAnswer> {
  const signal = new AbortController().signal;
  return exchange(element, { method: "POST", url, body: "{}", timeoutMs, signal });
}

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

describe("rel-R9: what an upstream can do to a caller", () => {
  test("nobody listens: retryable", async () => {
    const url = await rude(() => {});
    servers.pop()?.close();
    await expect(ask(url)).rejects.toMatchObject({
      outcome: "retryable",
      code: "OCS_UNREACHABLE",
      message: "Cannot connect to OCS",
    });
  });

  test("the name is not known: retryable", async () => {
    await expect(ask(new URL("http://nowhere.invalid/"), 5_000)).rejects.toMatchObject({
      outcome: "retryable",
      code: "OCS_UNREACHABLE",
    });
  });

  test("it reads and never answers: unknown", async () => {
    const url = await rude(() => {});
    await expect(ask(url)).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
  });

  test("it reads and hangs up: unknown", async () => {
    const url = await rude((socket) => socket.destroy());
    await expect(ask(url)).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
  });

  test("it resets in the middle of its answer: unknown", async () => {
    const url = await rude((socket) => {
      socket.write(`${head}content-length: 100\r\n\r\n{"result":`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    await expect(ask(url)).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
  });

  test("it sends a byte now and then and never ends: unknown within the time limit of the whole exchange", async () => {
    const url = await rude((socket) => {
      socket.write(`${head}\r\n`);
      const timer = setInterval(() => socket.write(" "), 10);
      socket.on("close", () => clearInterval(timer));
    });
    await expect(ask(url)).rejects.toMatchObject({ outcome: "unknown", code: "OCS_TIMEOUT" });
  });

  test("it says beforehand that 50 MB will come: not read", async () => {
    const url = await rude((socket) => socket.write(`${head}content-length: 50000000\r\n\r\n`));
    await expect(ask(url, 5_000)).rejects.toMatchObject({ outcome: "permanent", code: "ANSWER_TOO_LARGE" });
  });

  test("headers without end, another protocol, compression nobody asked for: garbage", async () => {
    const long = await rude((socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(100_000)}\r\n`));
    const ssh = await rude((socket) => socket.write("SSH-2.0-OpenSSH_9.6\r\n"));
    const gzip = await rude((socket) => socket.write(`${head}content-encoding: gzip\r\ncontent-length: 2\r\n\r\nxx`));
    for (const url of [long, ssh, gzip]) {
      await expect(ask(url, 5_000)).rejects.toMatchObject({ outcome: "permanent", code: "OCS_GARBAGE" });
    }
  });

  test("its TLS is not TLS: retryable, for nothing was sent", async () => {
    const url = await rude((socket) => socket.end("no"));
    await expect(ask(new URL(url.href.replace("http:", "https:")))).rejects.toMatchObject({
      outcome: "retryable",
      code: "OCS_UNREACHABLE",
    });
  });

  test("it redirects: an answer like any other, and nothing is followed", async () => {
    let visits = 0;
    const target = await listening(createHttpServer((_, outgoing) => outgoing.end(String(visits++))));
    const url = await listening(
      createHttpServer((_, outgoing) => outgoing.writeHead(307, { location: target.href }).end()),
    );
    const answer = await ask(url);
    expect(answer.status).toBe(307);
    expect(() => assertAccepted(element, answer, true)).toThrow("redirects are not followed");
    expect(visits).toBe(0);
  });
});

test("a caller that has given up before it began asks nobody", async () => {
  let visits = 0;
  const url = await rude(() => visits++);
  const request = { method: "GET", url, timeoutMs: 300, signal: AbortSignal.abort() };
  await expect(exchange(element, request)).rejects.toMatchObject({ outcome: "retryable" });
  expect(visits).toBe(0);
});

test("a header with a line break leaves nothing", async () => {
  const url = await rude(() => {});
  const headers = { authorization: "Bearer x\r\nx-other: 1" };
  const request = { method: "GET", url, headers, timeoutMs: 300, signal: new AbortController().signal };
  await expect(exchange(element, request)).rejects.toMatchObject({ outcome: "permanent", code: "OCS_REFUSED" });
});

test.each([
  [200, true, null],
  [204, true, null],
  [302, true, "permanent"],
  [400, true, "permanent"],
  [401, true, "permanent"],
  [404, true, "permanent"],
  [408, true, "retryable"],
  [425, true, "retryable"],
  [429, true, "retryable"],
  [500, true, "retryable"],
  [500, false, "unknown"],
  [502, false, "unknown"],
  [503, false, "retryable"],
  [504, true, "retryable"],
  [100, true, "permanent"],
])("status %i, idempotent %s: %s", (status, isIdempotent, outcome) => {
  const answer = { status, contentType: "text/html", text: "" };
  const check = (): string | null => {
    try {
      assertAccepted(element, answer, isIdempotent);
      return null;
    } catch (error) {
      return (error as { outcome: string }).outcome;
    }
  };
  expect(check()).toBe(outcome);
});

test("garbage is told by its size, never by its words", () => {
  const answer = { status: 200, contentType: "application/json", text: '<html>password="hunter2"' };
  expect(() => jsonOf(element, answer)).toThrow("OCS answered with garbage: 24 bytes that are not JSON");
});
