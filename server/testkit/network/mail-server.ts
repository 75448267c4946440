import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { readMail } from "../../connectors/lab/mime.ts";
import { filled, keep, until, type Kept } from "./process.ts";

/** The package's own user: Exim delivers as nobody else, least of all as root. */
const user = "Debian-exim";
const login = "tierline";
const password = "open-sesame";

export interface MailServer {
  /** Where the connector is to call; behind it the line can break. */
  readonly settings: Readonly<Record<"host" | "port" | "user" | "password", string>>;
  /** What lies in the mailbox, oldest first. */
  mailbox(): ReceivedMail[];
  /** How often a message with this id was handed over and taken, delivered or not. */
  timesTaken(messageId: string): number;
  /** Breaks the line after the next message was taken, before its sender is told. */
  loseNextAnswer(): void;
}

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** Exim with a configuration, spool and mailbox of its own. It is started as root and drops to its own user. */
export async function startMailServer(
  parent: string,
  mailPort: number,
): Promise<{ mailServer: MailServer; kept: Kept }> {
  const folder = join(parent, "mail");
  for (const name of ["", "spool", "log", "mailbox"]) makeFolder(join(folder, name));
  const file = join(folder, "exim.conf");
  writeFileSync(file, filled("exim.conf", { folder, user, mailPort, login, password }));
  const exim = keep("exim4", ["-C", file, "-bdf"], folder);
  const line = breakableLine(mailPort);
  const kept: Kept = {
    ended: exim.ended,
    async stop() {
      await line.close();
      await exim.stop();
    },
  };
  try {
    await until("Exim listens", () => canConnect(mailPort));
    const port = String(await line.port());
    const mailServer: MailServer = {
      settings: { host: "127.0.0.1", port, user: login, password },
      mailbox: () => mailsIn(join(folder, "mailbox", "new")),
      timesTaken: (messageId) => timesIn(join(folder, "log", "mainlog"), messageId),
      loseNextAnswer: () => line.loseNextAnswer(),
    };
    return { mailServer, kept };
  } catch (error) {
    await kept.stop();
    throw error;
  }
}

function makeFolder(path: string): void {
  mkdirSync(path);
  const id = (flag: string): number => Number(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout);
  chownSync(path, id("-u"), id("-g"));
}

function mailsIn(folder: string): ReceivedMail[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })) // seconds and microseconds, without leading zeros
    .map((name) => {
      const source = readFileSync(join(folder, name), "latin1").replaceAll("\n", "\r\n"); // a maildir has lines of its own
      const { to, messageId, subject, text } = readMail(Buffer.from(source, "latin1"));
      return { to, messageId, subject, text };
    });
}

/** Exim writes a line `… <= sender … id=<Message-ID without its brackets>` for each message that it takes. */
function timesIn(log: string, messageId: string): number {
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
  return lines.filter((line) => line.includes(" <= ") && line.includes(` id=${messageId.slice(1, -1)}`)).length;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

interface BreakableLine {
  port(): Promise<number>;
  loseNextAnswer(): void;
  close(): Promise<void>;
}

const endOfMessage = "\r\n.\r\n";

function breakableLine(target: number): BreakableLine {
  let isToBreak = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    let isMessageOver = false;
    let tail = "";
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk: Buffer) => {
      tail = (tail + chunk.toString("latin1")).slice(-endOfMessage.length);
      isMessageOver ||= tail === endOfMessage;
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (isToBreak && isMessageOver) {
        isToBreak = false;
        near.destroy();
      } else near.write(chunk);
    });
  });
  const listening = new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    async port() {
      await listening;
      return (server.address() as AddressInfo).port; // it listens on TCP
    },
    loseNextAnswer: () => (isToBreak = true),
    async close() {
      await listening;
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
