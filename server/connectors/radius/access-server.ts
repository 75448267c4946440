import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { say } from "@tierline/shared/sentence.ts";
import { refused, unanswered, unreachable } from "../element.ts";
import { decodeAnswer, encodeRequest, type Attributes, type Packet } from "./packet.ts";
import { accessServer, type RadiusSettings } from "./settings.ts";

/** Datagrams get lost: within the time limit a request is sent so often, and each pause is twice the one before. */
const sendings = 3;

/**
 * Sends a Disconnect-Request (RFC 5176) and answers what came back. Whoever hears it twice, by its authenticator, acts once.
 * What was not sent by the access server, or not in answer to this, is passed over as RADIUS wants it.
 */
export async function askAccessServer(
  settings: RadiusSettings,
  attributes: Attributes,
  callerSignal: AbortSignal,
): Promise<Packet> {
  const limit = AbortSignal.timeout(settings.timeoutMs);
  const signal = AbortSignal.any([callerSignal, limit]);
  if (signal.aborted) throw unreachable(accessServer, signal.reason);
  const socket = await connected(settings);
  try {
    return await exchanged(socket, settings, attributes, signal);
  } catch (error) {
    if (!signal.aborted) throw unreachable(accessServer, error);
    const what = limit.aborted
      ? say("outside.noAnswerWithin", { seconds: settings.timeoutMs / 1_000 })
      : say("outside.notWaitedFor");
    throw unanswered(accessServer, true, what, error);
  } finally {
    socket.close();
  }
}

/** Connected, so that it hears of a port at which nobody listens and of no other sender. */
async function connected({ nasHost, nasPort }: RadiusSettings): Promise<Socket> {
  const found = await lookup(nasHost).catch((error: unknown) => {
    throw unreachable(accessServer, error);
  });
  const socket = createSocket(found.family === 6 ? "udp6" : "udp4");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once("error", reject).connect(nasPort, found.address, resolve);
  try {
    await promise;
    return socket.off("error", reject);
  } catch (error) {
    socket.close();
    throw unreachable(accessServer, error);
  }
}

function exchanged(
  socket: Socket,
  settings: RadiusSettings,
  attributes: Attributes,
  signal: AbortSignal,
): Promise<Packet> {
  const secret = settings.nasSecret.reveal();
  const sentAt = String(Math.floor(Date.now() / 1_000)); // against whoever recorded it and sends it again later
  const request = encodeRequest(
    {
      name: "Disconnect-Request",
      identifier: randomInt(256),
      attributes: { ...attributes, "Event-Timestamp": sentAt },
    },
    secret,
  );
  const { promise, resolve, reject } = Promise.withResolvers<Packet>();
  const giveUp = (): void => reject(signal.reason);
  const firstPauseMs = settings.timeoutMs / (2 ** sendings - 1);
  const timers = Array.from({ length: sendings }, (_, number) =>
    setTimeout(() => socket.send(request), firstPauseMs * (2 ** number - 1)),
  );
  signal.addEventListener("abort", giveUp, { once: true });
  socket.on("error", reject).on("message", (bytes) => {
    const answer = decodeAnswer(bytes, request, secret);
    if (answer !== null) resolve(answer);
  });
  return promise.finally(() => {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
  });
}

/** Of RFC 5176, 3.5. */
const causes: ReadonlyMap<string, string> = new Map([
  ["401", "Unsupported Attribute"],
  ["402", "Missing Attribute"],
  ["403", "NAS Identification Mismatch"],
  ["404", "Invalid Request"],
  ["405", "Unsupported Service"],
  ["406", "Unsupported Extension"],
  ["407", "Invalid Attribute Value"],
  ["501", "Administratively Prohibited"],
  ["502", "Request Not Routable"],
  ["503", "Session Context Not Found"],
  ["504", "Session Context Not Removable"],
  ["505", "Other Proxy Processing Error"],
  ["506", "Resources Unavailable"],
  ["508", "Multiple Session Selection Unsupported"],
]);
const noSession = "503";
const passing = new Set(["505", "506"]);

/** As a log shows it. */
export function describePacket({ name, attributes }: Packet): string {
  const cause = attributes["Error-Cause"];
  return cause === undefined ? name : `${name} ${cause} ${causes.get(cause) ?? ""}`.trimEnd();
}

/** A session that is not there has ended already; any other refusal is one. */
export function assertEnded(answer: Packet): void {
  const cause = answer.attributes["Error-Cause"] ?? "";
  if (answer.name === "Disconnect-ACK" || cause === noSession) return;
  throw refused(accessServer, passing.has(cause) ? "retryable" : "permanent", describePacket(answer));
}
