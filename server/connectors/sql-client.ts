import { Socket } from "node:net";
import { Client, DatabaseError } from "pg";
import { say } from "@tierline/shared/sentence.ts";
import { connectorAnswerBytesMax, ConnectorFailure, type ConnectorIo, type OutsideCall } from "../kernel/connector.ts";
import { revealed, type Part, type Secret } from "../kernel/secret.ts";
import { garbage, refused, tooLarge, unanswered, unreachable, type Element } from "./element.ts";
import { backendTypes, createFrameReader } from "./postgres-wire.ts";

export interface SqlDatabase {
  readonly connector: "sip" | "radius";
  readonly element: Element;
  readonly databaseUrl: Secret;
  readonly timeoutMs: number;
}

export interface SqlStatement {
  /** What the statement is about, for people. */
  readonly table: string;
  readonly text: string;
  /** Texts only: they travel as texts, and a plan shows them as they travel. */
  readonly values: readonly Part[];
}

export interface SqlAnswer {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly count: number;
}

/** One statement as an outside call. A statement is its own transaction: it happens whole or not at all. */
export function callSql(
  io: ConnectorIo,
  database: SqlDatabase,
  statement: SqlStatement,
  planned: SqlAnswer = { rows: [], count: 1 },
): Promise<SqlAnswer> {
  const call: OutsideCall = {
    connector: database.connector,
    method: "SQL",
    target: statement.table,
    body: { statement: statement.text, values: statement.values },
  };
  return io.call(call, (signal) => runStatement(database, statement, signal), planned, describeAnswer);
}

/** Rows can hold what nobody may read, so an answer is described by its size. */
function describeAnswer(answer: SqlAnswer): string {
  return answer.count === 1 ? "1 row" : `${answer.count} rows`;
}

/**
 * Runs a statement on a connection of its own, serializable: `insert … where not exists` is then right even when two do it at
 * the same moment (one of them fails and is retried).
 */
export async function runStatement(
  database: SqlDatabase,
  statement: SqlStatement,
  callerSignal: AbortSignal,
): Promise<SqlAnswer> {
  const { element, timeoutMs } = database;
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([callerSignal, limit]);
  if (signal.aborted) throw unreachable(element, signal.reason);
  let isSent = false;
  const { promise: broken, reject: fail } = Promise.withResolvers<never>();
  const socket = guardedSocket(element, fail);
  const client = new Client({ connectionString: database.databaseUrl.reveal(), stream: () => socket });
  client.on("error", (error) => fail(failureOf(element, isSent, error)));
  const stop = (): void => {
    const what = limit.aborted
      ? say("outside.noAnswerWithin", { seconds: timeoutMs / 1000 })
      : say("outside.notWaitedFor");
    fail(unanswered(element, isSent, what, signal.reason));
  };
  signal.addEventListener("abort", stop, { once: true });
  const work = async (): Promise<SqlAnswer> => {
    await client.connect();
    await client.query(`set statement_timeout = ${timeoutMs}; set default_transaction_isolation = 'serializable'`);
    isSent = true;
    const result = await client.query<Record<string, unknown>>(statement.text, statement.values.map(revealed));
    // Says good-bye without waiting for it; a server that does not hang up either is left after the time limit.
    socket.setTimeout(timeoutMs, () => socket.destroy());
    client.end().catch(() => socket.destroy());
    return { rows: result.rows, count: result.rowCount ?? 0 };
  };
  try {
    return await Promise.race([work(), broken]);
  } catch (error) {
    socket.destroy();
    throw failureOf(element, isSent, error);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Watches what comes in: frames that are not PostgreSQL's, or more than any answer can be, end the connection. */
function guardedSocket(element: Element, fail: (failure: ConnectorFailure) => void): Socket {
  const socket = new Socket();
  const read = createFrameReader(backendTypes, connectorAnswerBytesMax);
  let bytes = 0;
  // With TLS this sees nothing (and the driver's own error or the time limit ends it): the encrypted side takes the bytes over.
  socket.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    try {
      if (bytes > connectorAnswerBytesMax) throw tooLarge(element, connectorAnswerBytesMax);
      read(chunk);
    } catch (error) {
      fail(error instanceof ConnectorFailure ? error : garbage(element, "not PostgreSQL's protocol"));
      socket.destroy();
    }
  });
  return socket;
}

/** Errors with an SQLSTATE come from the server itself: the statement was rolled back, nothing happened. */
function failureOf(element: Element, isSent: boolean, error: unknown): ConnectorFailure {
  if (error instanceof ConnectorFailure) return error;
  if (error instanceof DatabaseError && error.code !== undefined) {
    const isRetryable = /^(08|40|53|55|57|58|XX)/.test(error.code);
    return refused(element, isRetryable ? "retryable" : "permanent", `${error.message} (${error.code})`);
  }
  return unanswered(element, isSent, say("outside.broke"), error);
}
