import { createSocket } from "node:dgram";
import { createServer, type Server } from "node:net";
import { firstMessage, messageBytesMax } from "../sip/sip-message.ts";

/** A PBX that answers to OPTIONS over TCP, whoever asks, and to nothing else. */
export function createPbx(): Server {
  return createServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on("data", (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      const found = firstMessage(bytes);
      if (found === null && bytes.length <= messageBytesMax) return;
      if (found === null || found === "GARBAGE") return void socket.destroy();
      const request = bytes.toString("latin1", 0, found.rest);
      bytes = bytes.subarray(found.rest);
      socket.write(answerTo(request));
    });
  });
}

export interface LabPbx {
  close(): Promise<void>;
}

/** The same over UDP, at the port where the other listens; where somebody has that, there is none over UDP. */
export async function openPbxDatagrams(port: number): Promise<LabPbx> {
  const socket = createSocket("udp4");
  socket.on("error", () => {}); // of an answer to somebody who has gone
  socket.on("message", (bytes, { address, port: back }) =>
    socket.send(answerTo(bytes.toString("latin1")), back, address),
  );
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.once("error", () => resolve()).bind(port, "127.0.0.1", () => resolve());
  await promise;
  return { close: () => new Promise((done) => socket.close(() => done())) };
}

/** What a response has of its request (RFC 3261, 8.2.6.2). */
const kept = ["Via", "From", "Call-ID", "CSeq"] as const;

function answerTo(request: string): string {
  const line = (name: string): string => new RegExp(`^${name}:.*$`, "mi").exec(request)?.[0].trim() ?? `${name}: `;
  const status = request.trimStart().startsWith("OPTIONS ") ? "200 OK" : "405 Method Not Allowed";
  const to = `${line("To")};tag=lab`;
  const lines = [`SIP/2.0 ${status}`, ...kept.map(line), to, "Allow: OPTIONS", "Server: Lab PBX", "Content-Length: 0"];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
