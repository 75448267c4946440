import { createSocket } from "node:dgram";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, rootCertificates } from "node:tls";
import type { Transport } from "@tierline/shared/onboarding.ts";
import { firstMessage, type SipResponse } from "./sip-message.ts";

/** Something answered that is not SIP. */
export class NotSip extends Error {
  override readonly name = "NotSip";
}

/** Somebody listens, and no TLS came about. */
export class NoTls extends Error {
  override readonly name = "NoTls";
}

/** The other side closed the connection. */
export class HungUp extends Error {
  override readonly name = "HungUp";
}

export interface SipChannel {
  readonly local: { readonly address: string; readonly port: number };
  /** The final response that `isIt` takes for its own; others are passed over. */
  ask(text: string, isIt: (response: SipResponse) => boolean): Promise<SipResponse>;
  close(): void;
}

export interface ChannelTarget {
  /** As it was looked up and allowed; never looked up again. */
  readonly address: string;
  /** As it was said: what a certificate has to bear. */
  readonly host: string;
  readonly port: number;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** Trusted besides the usual ones, in PEM. */
  readonly ca?: string | undefined;
}

/** @throws what the network throws, NotSip, NoTls, HungUp, and the signal's reason */
export function openChannel(target: ChannelTarget): Promise<SipChannel> {
  return target.transport === "UDP" ? openUdp(target) : openStream(target);
}

/** In all, from one element: whoever says more does not answer, it floods. */
const heardBytesMax = 262_144;

/** T1 and T2 of RFC 3261, 17.1.1.1. */
const firstWaitMs = 500;
const longestWaitMs = 4_000;

async function openUdp({ address, port, signal }: ChannelTarget): Promise<SipChannel> {
  const socket = createSocket(isIP(address) === 6 ? "udp6" : "udp4");
  await waitFor<void>(signal, (done, fail) => {
    socket.once("error", fail);
    socket.connect(port, address, () => {
      socket.off("error", fail);
      done();
    });
  }).catch((error: unknown) => {
    socket.close();
    throw error;
  });
  const { address: here, port: from } = socket.address();
  let heardGarbage = false;
  let heard = 0;
  return {
    local: { address: here, port: from },
    close: () => socket.close(),
    async ask(text, isIt) {
      let timer: NodeJS.Timeout | undefined;
      try {
        return await waitFor<SipResponse>(signal, (done, fail) => {
          socket.on("error", fail);
          socket.on("message", (bytes) => {
            heard += bytes.length;
            if (heard > heardBytesMax) return fail(new NotSip());
            const found = firstMessage(bytes);
            if (found === null || found === "GARBAGE") heardGarbage = true;
            else if (isFinal(found.message) && isIt(found.message)) done(found.message);
            return undefined;
          });
          // A datagram may be lost: it is sent again until something comes back (17.1.2.2).
          const send = (waitMs: number): void => {
            socket.send(text, (error) => error !== null && fail(error));
            timer = setTimeout(() => send(Math.min(waitMs * 2, longestWaitMs)), waitMs);
          };
          send(firstWaitMs);
        });
      } catch (error) {
        throw heardGarbage && signal.aborted ? new NotSip() : error;
      } finally {
        clearTimeout(timer);
        socket.removeAllListeners();
        socket.on("error", () => undefined);
      }
    },
  };
}

async function openStream({ address, host, port, transport, signal, ca }: ChannelTarget): Promise<SipChannel> {
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket: Socket =
    transport === "TLS"
      ? connectTls({ host: address, port, ...name, ...(ca !== undefined && { ca: [...rootCertificates, ca] }) })
      : connectTcp({ host: address, port });
  let isConnected = false;
  socket.once("connect", () => (isConnected = true));
  try {
    await waitFor<void>(signal, (done, fail) => {
      socket.once("error", fail);
      socket.once("close", () => fail(new HungUp()));
      socket.once(transport === "TLS" ? "secureConnect" : "connect", () => done());
    });
  } catch (error) {
    socket.destroy();
    socket.on("error", () => undefined);
    // Who speaks plain SIP waits in silence for the rest of what it takes for a message.
    throw transport === "TLS" && isConnected && signal.aborted ? new NoTls() : error;
  }
  let bytes = Buffer.alloc(0);
  let heard = 0;
  return {
    local: { address: socket.localAddress ?? "127.0.0.1", port: socket.localPort ?? 0 },
    close: () => socket.destroy(),
    async ask(text, isIt) {
      try {
        return await waitFor<SipResponse>(signal, (done, fail) => {
          socket.on("error", fail);
          socket.on("close", () => fail(new HungUp()));
          socket.on("data", (more: Buffer) => {
            heard += more.length;
            if (heard > heardBytesMax) return fail(new NotSip());
            bytes = Buffer.concat([bytes, more]);
            for (let found = firstMessage(bytes); found !== null; found = firstMessage(bytes)) {
              if (found === "GARBAGE") return fail(new NotSip());
              bytes = bytes.subarray(found.rest);
              if (isFinal(found.message) && isIt(found.message)) return done(found.message);
            }
            return undefined;
          });
          socket.write(text);
        });
      } finally {
        socket.removeAllListeners();
        socket.on("error", () => undefined);
      }
    },
  };
}

/** What says that work is under way (1xx) is not the answer yet. */
function isFinal(message: SipResponse | "REQUEST"): message is SipResponse {
  return message !== "REQUEST" && message.statusCode >= 200;
}

function waitFor<T>(
  signal: AbortSignal,
  work: (done: (value: T) => void, fail: (error: Error) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    const ended = (): void => signal.removeEventListener("abort", onAbort);
    return work(
      (value) => {
        ended();
        resolve(value);
      },
      (error) => {
        ended();
        reject(error);
      },
    );
  });
}
