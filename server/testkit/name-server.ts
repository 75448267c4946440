import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode, type Answer } from "dns-packet";
import { afterAll } from "vitest";
import { setInstallation } from "../kernel/installation.ts";

export interface NameServer {
  /** `name` → what it says of itself, as TXT; what is not here does not exist. */
  readonly texts: Map<string, string>;
  readonly cnames: Map<string, string>;
  /** Answers that it cannot say (SERVFAIL) instead. */
  failing: boolean;
}

/** A name server on a port of this machine, asked instead of the machine's own until the file's tests are over. */
export async function nameServer(): Promise<NameServer> {
  const server: NameServer = { texts: new Map(), cnames: new Map(), failing: false };
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (question === undefined) return;
    const answers = server.failing ? [] : answersTo(server, question.name.toLowerCase(), question.type);
    const code = server.failing ? 2 : answers.length === 0 ? 3 : 0;
    const flags = 0x8000 | 0x0080 | code; // an answer, from one who asks others too
    socket.send(encode({ type: "response", id: id ?? 0, flags, questions, answers }), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  setInstallation({ nameServers: [`127.0.0.1:${port}`] });
  afterAll(() => {
    setInstallation({ nameServers: [] });
    socket.close();
  });
  return server;
}

function answersTo({ texts, cnames }: NameServer, name: string, type: string): Answer[] {
  const text = texts.get(name);
  const target = cnames.get(name);
  if (type === "TXT" && text !== undefined) return [{ type: "TXT", name, ttl: 0, data: text }];
  if (target !== undefined) return [{ type: "CNAME", name, ttl: 0, data: target }];
  return [];
}
