import { Pool, type QueryResultRow } from "pg";
import { labSchema } from "./schema.ts";

export interface NewCall {
  readonly element: string;
  readonly method: string;
  readonly target: string;
  /** JSON as it arrived, secrets masked. */
  readonly body: string;
  readonly idempotencyKey: string | null;
}

export interface LabCall extends NewCall {
  readonly id: string;
  /** What it changed, in a few words; null when it changed nothing. */
  readonly effect: string | null;
  readonly receivedAt: string;
}

export interface LabStorage {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  record(call: NewCall): Promise<string>;
  recordEffect(callId: string, effect: string | null): Promise<void>;
  calls(filter: CallFilter): Promise<LabCall[]>;
  clearCalls(): Promise<void>;
  close(): Promise<void>;
}

export interface CallFilter {
  readonly first: number;
  /** Calls with a greater id, oldest first; absent: the newest, newest first. */
  readonly after?: string;
  readonly element?: string;
}

const connectionsMax = 8;
/** Any number: two labs starting on one database wait for each other instead of creating the same table at once. */
const schemaLock = 7_062_019;

export async function openStorage(databaseUrl: string): Promise<LabStorage> {
  const pool = new Pool({ connectionString: databaseUrl, max: connectionsMax });
  pool.on("error", () => {}); // an idle connection that breaks is replaced by the next query
  await pool.query(`begin; select pg_advisory_xact_lock(${schemaLock}); ${labSchema} commit;`);
  const query: LabStorage["query"] = async <Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ) => (await pool.query<Row>(text, [...values])).rows;
  return {
    query,
    async record(call) {
      const [row] = await query<{ id: string }>(
        `insert into lab_call (element, method, target, body, idempotency_key) values ($1, $2, $3, $4, $5) returning id`,
        [call.element, call.method, call.target, call.body, call.idempotencyKey],
      );
      return row?.id ?? "";
    },
    async recordEffect(callId, effect) {
      if (effect !== null) await query("update lab_call set effect = $2 where id = $1", [callId, effect]);
    },
    calls: (filter) => readCalls(query, filter),
    async clearCalls() {
      await query("delete from lab_call");
    },
    close: () => pool.end(),
  };
}

interface CallRow {
  readonly id: string;
  readonly element: string;
  readonly method: string;
  readonly target: string;
  readonly body: string;
  readonly idempotency_key: string | null;
  readonly effect: string | null;
  readonly received_at: Date;
}

async function readCalls(query: LabStorage["query"], filter: CallFilter): Promise<LabCall[]> {
  const rows = await query<CallRow>(
    `select * from lab_call where ($2::bigint is null or id > $2) and ($3::text is null or element = $3)
     order by case when $2::bigint is null then -id else id end limit $1`,
    [filter.first, filter.after ?? null, filter.element ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    element: row.element,
    method: row.method,
    target: row.target,
    body: row.body,
    idempotencyKey: row.idempotency_key,
    effect: row.effect,
    receivedAt: row.received_at.toISOString(),
  }));
}
