import { connect, createServer, type Server, type Socket } from "node:net";
import { Readable } from "node:stream";
import { backendTypes, createBodyReader, createFrameReader, frontendTypes, type Frame } from "../postgres-wire.ts";
import { garbageOf, type Fault, type FaultSwitch } from "./fault.ts";
import { delay } from "./http-element.ts";
import { maskedValues } from "./mask.ts";
import type { LabStorage } from "./storage.ts";

export interface SqlProxyOptions {
  readonly element: "sip" | "radius";
  readonly upstream: { readonly host: string; readonly port: number };
  readonly storage: LabStorage;
  readonly faults: () => FaultSwitch;
}

/** What went to the database and is not answered yet, in order. */
interface Batch {
  readonly callId: string | null;
  readonly isLost: boolean;
  rows: number;
  readonly held: Buffer[];
}

const frameBytesMax = 16_000_000;
const sslRequest = 80_877_103;
const gssRequest = 80_877_104;

/**
 * Stands before the lab's own database and reads along: every statement about the tables of the SIP server or of RADIUS is
 * written down with its values before it goes on, and its answer is broken as the element is told to.
 */
export function createSqlProxy(options: SqlProxyOptions): Server {
  return createServer((client) => serve(options, client));
}

function serve(options: SqlProxyOptions, client: Socket): void {
  const upstream = connect(options.upstream);
  const batches: Batch[] = [];
  const fromClient = inOrder(clientSide(options, client, upstream, batches));
  const fromServer = inOrder(serverSide(options, client, upstream, batches));
  const end = (): void => {
    client.destroy();
    upstream.destroy();
  };
  client.on("data", (chunk: Buffer) => fromClient(chunk).catch(end));
  upstream.on("data", (chunk: Buffer) => fromServer(chunk).catch(end));
  for (const socket of [client, upstream]) {
    socket.on("error", end);
    socket.on("close", end);
  }
}

/** Chunks are worked off one after the other although each may take its time. */
function inOrder(work: (chunk: Buffer) => Promise<void>): (chunk: Buffer) => Promise<void> {
  let last = Promise.resolve();
  return (chunk) => (last = last.then(() => work(chunk)));
}

type Side = (chunk: Buffer) => Promise<void>;

function clientSide(options: SqlProxyOptions, client: Socket, upstream: Socket, batches: Batch[]): Side {
  let introduction: Buffer | null = Buffer.alloc(0);
  let isDead = false;
  let open: Frame[] = [];
  const read = createFrameReader(frontendTypes, frameBytesMax);
  return async (chunk) => {
    let typed = chunk;
    if (introduction !== null) {
      introduction = Buffer.concat([introduction, chunk]);
      const left = introduce(introduction, client, upstream);
      if (left === null) return;
      introduction = null;
      typed = left;
    }
    for (const frame of read(typed)) {
      if (isDead) return;
      if (!"QPBDECS".includes(frame.type)) upstream.write(frame.bytes);
      else open.push(frame);
      if (frame.type !== "S" && frame.type !== "Q") continue;
      isDead = (await forward(options, client, upstream, batches, open)) === "dead";
      open = [];
    }
  };
}

/** Answers requests for encryption with "no" and passes the start-up packet on; null while it is incomplete. */
function introduce(bytes: Buffer, client: Socket, upstream: Socket): Buffer | null {
  let rest = bytes;
  while (rest.length >= 8) {
    const length = rest.readUInt32BE(0);
    const code = rest.readUInt32BE(4);
    if (code === sslRequest || code === gssRequest) {
      client.write("N");
      rest = rest.subarray(8);
    } else if (rest.length >= length) {
      upstream.write(rest.subarray(0, length));
      return rest.subarray(length);
    } else break;
  }
  return null;
}

async function forward(
  options: SqlProxyOptions,
  client: Socket,
  upstream: Socket,
  batches: Batch[],
  frames: readonly Frame[],
): Promise<"alive" | "dead"> {
  const statement = statementOf(frames);
  const isSetting = /^\s*set /i.test(statement.text);
  const table = /\b(?:into|from|update)\s+(subscriber|usr_preferences|location|radcheck|radreply|radacct)\b/i.exec(
    statement.text,
  )?.[1];
  const isChange = table !== undefined && !/^\s*select\b/i.test(statement.text);
  const fault: Fault | null = isSetting ? null : options.faults().take(isChange);
  const callId = table === undefined ? null : await record(options, table, statement);
  if (fault?.kind === "HANG") return "dead";
  if (fault?.kind === "GARBAGE") {
    Readable.from(garbageOf(fault.garbageBytes)).pipe(client);
    return "dead";
  }
  if (fault?.kind === "SLOW") await delay(fault);
  batches.push({ callId, isLost: fault?.kind === "LOSE_ANSWER", rows: 0, held: [] });
  upstream.write(Buffer.concat(frames.map((frame) => frame.bytes)));
  return "alive";
}

interface ReadStatement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

function statementOf(frames: readonly Frame[]): ReadStatement {
  let text = "";
  let values: (string | null)[] = [];
  for (const frame of frames) {
    const body = createBodyReader(frame.body);
    if (frame.type === "Q") text = body.text();
    if (frame.type === "P") {
      body.text(); // its name
      text = body.text();
    }
    if (frame.type === "B") {
      body.text(); // the portal's name
      body.text(); // the statement's name
      for (let formats = body.int16(); formats > 0; formats--) body.int16();
      values = Array.from({ length: body.int16() }, () => body.value());
    }
  }
  return { text, values };
}

function record(options: SqlProxyOptions, table: string, statement: ReadStatement): Promise<string> {
  const values = maskedValues(statement.text, statement.values);
  const body = JSON.stringify({ statement: statement.text, values });
  return options.storage.record({ element: options.element, method: "SQL", target: table, body, idempotencyKey: null });
}

function serverSide(options: SqlProxyOptions, client: Socket, upstream: Socket, batches: Batch[]): Side {
  const read = createFrameReader(backendTypes, frameBytesMax);
  return async (chunk) => {
    for (const frame of read(chunk)) {
      const [batch] = batches;
      // While signing in nothing has been asked yet, and the answers just pass.
      if (batch === undefined) client.write(frame.bytes);
      else {
        batch.held.push(frame.bytes);
        if (frame.type === "C") batch.rows += changedRows(createBodyReader(frame.body).text());
        if (frame.type !== "Z") continue;
        batches.shift();
        await finish(options, client, upstream, batch);
      }
    }
  };
}

function effectOf({ rows }: Batch): string | null {
  if (rows === 0) return null;
  return rows === 1 ? "1 row changed" : `${rows} rows changed`;
}

async function finish(options: SqlProxyOptions, client: Socket, upstream: Socket, batch: Batch): Promise<void> {
  if (batch.callId !== null) {
    await options.storage.recordEffect(batch.callId, effectOf(batch));
  }
  if (batch.isLost) {
    client.destroy();
    upstream.destroy();
  } else client.write(Buffer.concat(batch.held));
}

/** From a command tag: `INSERT 0 1`, `UPDATE 2`, `DELETE 1`. */
function changedRows(tag: string): number {
  return /^(INSERT|UPDATE|DELETE)\b/.test(tag) ? Number(tag.split(" ").at(-1)) : 0;
}
