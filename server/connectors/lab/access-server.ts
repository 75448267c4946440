import { createSocket } from "node:dgram";
import { nobody } from "../radius/definition.ts";
import { decodeRequest, encodeAnswer, type Packet } from "../radius/packet.ts";
import { garbageOf, type FaultSwitch } from "./fault.ts";
import { delay } from "./http-element.ts";
import type { LabStorage } from "./storage.ts";

export interface LabAccessServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface AccessServerOptions {
  readonly storage: LabStorage;
  readonly secret: string;
  /** Where it listens if nobody else does. */
  readonly wishedPort: number;
  readonly faults: () => FaultSwitch;
}

/** By request; null while there is none, or for good. */
type KeptAnswers = Map<string, Buffer | null>;

const host = "127.0.0.1";
const garbageBytesMax = 1_400;
const keptAnswersMax = 100;

/** Ends the sessions that stand open in `radacct` when it is told to (RFC 5176), and writes down that it was. */
export async function openAccessServer(options: AccessServerOptions): Promise<LabAccessServer> {
  const socket = await bound(options.wishedPort).catch(() => bound(0));
  const kept: KeptAnswers = new Map();
  socket.on("error", () => {}); // of an answer to somebody who has gone
  socket.on("message", (bytes, { address, port }) => {
    answerTo(options, kept, bytes)
      .then((answer) => answer !== null && socket.send(answer, port, address))
      .catch(() => {}); // the storage is gone: so is the lab
  });
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function bound(port: number) {
  const socket = createSocket("udp4");
  const { promise, resolve, reject } = Promise.withResolvers<typeof socket>();
  socket.once("error", reject).bind(port, host, () => resolve(socket.off("error", reject)));
  return promise;
}

/** Null: silence. A request that comes again gets the answer that it was given (RFC 5080, 2.2.2). */
async function answerTo(
  { storage, secret, faults }: AccessServerOptions,
  kept: KeptAnswers,
  bytes: Buffer,
): Promise<Buffer | null> {
  const isSilent = (): boolean => ["REFUSE", "HANG", "LOSE_ANSWER"].includes(faults().current()?.kind ?? "");
  const request = decodeRequest(bytes, secret);
  if (request?.name !== "Disconnect-Request" || faults().current()?.kind === "REFUSE") return null;
  const key = bytes.toString("latin1");
  const again = kept.get(key);
  if (again !== undefined) return isSilent() ? null : again;
  kept.set(key, null);
  if (kept.size > keptAnswersMax) kept.delete(kept.keys().next().value!); // it holds more than one
  const isProbe = request.attributes["User-Name"] === nobody;
  const fault = faults().take(!isProbe);
  const callId = isProbe ? null : await record(storage, request);
  if (fault?.kind === "HANG") return null;
  if (fault?.kind === "SLOW") await delay(fault);
  if (fault?.kind === "GARBAGE") return Buffer.concat([...garbageOf(Math.min(fault.garbageBytes, garbageBytesMax))]);
  const count = await endSessions(storage, request);
  if (callId !== null) await storage.recordEffect(callId, count === 0 ? null : `${count} sessions ended`);
  const { identifier } = request;
  const packet: Packet =
    count > 0
      ? { name: "Disconnect-ACK", identifier, attributes: {} }
      : { name: "Disconnect-NAK", identifier, attributes: { "Error-Cause": "503" } };
  const answer = encodeAnswer(packet, bytes, secret);
  kept.set(key, answer);
  return fault?.kind === "LOSE_ANSWER" ? null : answer;
}

function record(storage: LabStorage, { attributes }: Packet): Promise<string> {
  const { "Event-Timestamp": _, ...body } = attributes;
  const target = attributes["User-Name"] ?? "";
  const method = "Disconnect-Request";
  return storage.record({ element: "radius", method, target, body: JSON.stringify(body), idempotencyKey: null });
}

async function endSessions(storage: LabStorage, { attributes }: Packet): Promise<number> {
  const ended = await storage.query(
    `update radacct set acctstoptime = now()
     where acctstoptime is null and username = $1 and ($2::text is null or acctsessionid = $2) returning radacctid`,
    [attributes["User-Name"] ?? "", attributes["Acct-Session-Id"] ?? null],
  );
  return ended.length;
}
