import { createServer, type Server, type Socket } from "node:net";
import { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { garbageOf, type Fault, type FaultSwitch } from "./fault.ts";
import { readMail } from "./mime.ts";
import type { LabStorage } from "./storage.ts";

const mailBytesMax = 1_000_000;
/** Addresses of this domain do not exist anywhere, the lab included. */
const bounceDomain = "@bounce.test";

/** A mail server that keeps what it is given and sends nothing on. */
export function createMailSink(storage: LabStorage, faults: () => FaultSwitch): Server {
  const sockets = new Map<number, Socket>();
  const hits = new WeakMap<SMTPServerSession, Fault>();
  const smtp = new SMTPServer({
    name: "mail.lab.test",
    banner: "Tierline lab",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: mailBytesMax,
    onMailFrom(_address, session, done) {
      const fault = faults().take(true);
      if (fault !== null) hits.set(session, fault);
      if (fault?.kind === "SLOW") setTimeout(done, fault.delayMs);
      else done();
    },
    onRcptTo({ address }, _session, done) {
      if (!address.toLowerCase().endsWith(bounceDomain)) done();
      else done(Object.assign(new Error("5.1.1 No such mailbox"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      void deliver(storage, sockets, { stream, session, fault: hits.get(session), done });
    },
  });
  smtp.on("error", () => {}); // a client that hangs up in the middle; its own connection ends, nothing else
  return createServer((socket) => {
    if (faults().current()?.kind === "GARBAGE") {
      const fault = faults().take(true);
      Readable.from(garbageOf(fault?.garbageBytes ?? 0)).pipe(socket);
      return;
    }
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on("close", () => sockets.delete(port));
    smtp.server.emit("connection", socket);
  });
}

interface Delivery {
  readonly stream: AsyncIterable<Buffer>;
  readonly session: SMTPServerSession;
  readonly fault: Fault | undefined;
  readonly done: (error?: Error | null) => void;
}

async function deliver(storage: LabStorage, sockets: Map<number, Socket>, delivery: Delivery): Promise<void> {
  const { stream, session, fault, done } = delivery;
  let failure: Error | null = null;
  try {
    await keep(storage, stream, fault);
  } catch {
    failure = Object.assign(new Error("4.3.0 Cannot keep it"), { responseCode: 451 });
  }
  if (fault?.kind === "HANG") return;
  if (fault?.kind === "LOSE_ANSWER") sockets.get(session.remotePort)?.destroy();
  else done(failure);
}

/** A mail that came before, by its Message-ID, is counted and not kept twice. */
async function keep(storage: LabStorage, stream: AsyncIterable<Buffer>, fault: Fault | undefined): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const mail = readMail(Buffer.concat(chunks));
  const body = JSON.stringify(mail);
  const callId = await storage.record({ element: "mail", method: "SMTP", target: mail.to, body, idempotencyKey: null });
  if (fault?.kind === "HANG") return;
  const [row] = await storage.query<{ copies: number }>(
    `insert into lab_mail (message_id, sender, recipient, subject, body) values ($1, $2, $3, $4, $5)
     on conflict (message_id) do update set copies = lab_mail.copies + 1 returning copies`,
    [mail.messageId, mail.from, mail.to, mail.subject, mail.text],
  );
  await storage.recordEffect(callId, row?.copies === 1 ? "mail delivered" : null);
}
