import type { Configuration, SessionContext, Transaction } from "@mikro-orm/core";
import { PostgreSqlConnection, PostgreSqlDriver, type EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { invariant } from "./rejection.ts";
import { TierStatement, type Statement } from "./tier-statement.ts";
import { tierVariables } from "./viewer.ts";

type Options = NonNullable<Parameters<PostgreSqlConnection["transactional"]>[1]>;

/**
 * Like `em.execute`, for a hot statement that only reads: outside a transaction it is parsed and planned once a connection, for
 * every tier and every value. It is for statements that keys drive (ids, a stock), which have one good plan; what goes through a
 * tier in some order is planned anew each time, because the plan for a small tier is ruinous in a large one. The text comes in
 * few variants, with what never changes written out (a limit, a state).
 */
export async function prepared<Row extends object>(
  em: EntityManager,
  text: string,
  params: readonly unknown[],
): Promise<Row[]> {
  const tier = em.getSessionContext();
  if (em.isInTransaction() || tier === undefined) return em.execute<Row[]>(text, [...params]);
  const connection = em.getConnection();
  invariant(connection instanceof TierConnection, "the ORM is opened with TierDriver");
  return connection.askPrepared<Row>(tier, numbered(text, params), params.map(valueOf));
}

/** See `apartFrom`. */
export interface Apart {
  /** `$1`, `$2` … are the values, as PostgreSQL writes them. */
  ask<Row extends object>(path: string, text: string, values: Statement["values"]): Promise<Row[]>;
}

/**
 * For what is kept at once, whatever becomes of the transaction that asks: on connections of its own, so that it never waits for
 * one that a transaction holds. It lies on the disk no later than whatever is committed by those who have its answer, and nobody
 * waits for it to lie there sooner.
 */
export function apartFrom(em: EntityManager): Apart {
  const connection = em.getConnection();
  invariant(connection instanceof TierConnection, "the ORM is opened with TierDriver");
  return connection.apart;
}

/** `?` becomes `$1`, `$2` …; a list is one value, however long it is. */
function numbered(text: string, params: readonly unknown[]): string {
  let count = 0;
  return text.replaceAll(/\bin \(\?\)|\?/g, (place) => {
    const isList = Array.isArray(params[count]);
    count += 1;
    if (place === "?") return `$${count}`;
    return isList ? `= any($${count})` : `in ($${count})`;
  });
}

/** The ORM's driver with our connections. */
export class TierDriver extends PostgreSqlDriver {
  protected override readonly connection: TierConnection;
  constructor(config: Configuration) {
    super(config);
    this.connection = new TierConnection(config);
  }
}

/**
 * As the ORM's connection, except that what only reads outside a transaction enters its tier and asks in one round trip, where the
 * ORM would begin a transaction, enter, ask and commit.
 */
export class TierConnection extends PostgreSqlConnection {
  /** False once a pooler has shown that it carries nothing prepared from one transaction to the next. */
  #keepsPrepared = true;
  #poolOptions: pg.PoolConfig = {};
  #apartPool: pg.Pool | null = null;

  readonly apart: Apart = {
    ask: async (path, text, values) => {
      const tier = { variables: { ...tierVariables(path), synchronous_commit: "off" } };
      const statement = { text, values, isPrepared: true };
      return this.#told(() => this.#ask(tier, statement, (this.#apartPool ??= this.#openApart())));
    },
  };

  override createKyselyDialect(options: pg.PoolConfig): ReturnType<PostgreSqlConnection["createKyselyDialect"]> {
    this.#poolOptions = options;
    return super.createKyselyDialect(options);
  }

  override async close(force?: boolean): Promise<void> {
    await this.#apartPool?.end();
    this.#apartPool = null;
    await super.close(force);
  }

  /** Called by the ORM for a transaction that is asked for, and for whatever it does outside one while there is a tier to enter. */
  override async transactional<T>(work: (transaction: Transaction) => Promise<T>, options: Options = {}): Promise<T> {
    const { sessionContext: tier, loggerContext: _loggerContext, ...asked } = options;
    const isAskedFor = Object.values(asked).some((option) => option !== undefined); // such a one has a listener at the least
    if (tier === undefined || tier.role !== undefined || isAskedFor) return super.transactional(work, options);
    const began: Awaited<ReturnType<typeof this.begin>>[] = [];
    const executeQuery = async (query: { readonly sql: string }): Promise<unknown> => {
      if (began.length === 0 && onlyReads(query.sql)) {
        const statement = { text: query.sql, values: [], isPrepared: false };
        return { rows: await this.#ask(tier, statement, await this.getNativeClient()) };
      }
      if (began.length === 0) began.push(await this.begin(options));
      return began[0]!.executeQuery(query as never); // begun just above, and handed the ORM's own query
    };
    try {
      const result = await work({ executeQuery }); // all that the ORM asks of the transaction that it is handed here
      for (const transaction of began) await this.commit(transaction);
      return result;
    } catch (error) {
      // What went wrong is told, and not that a broken connection cannot be rolled back either.
      for (const transaction of began)
        await this.rollback(transaction).catch((refused: Error) => this.logger.warn("query", refused.message));
      throw error;
    }
  }

  /** See `prepared`. */
  askPrepared<Row extends object>(tier: SessionContext, text: string, values: Statement["values"]): Promise<Row[]> {
    return this.executeQuery(text, () =>
      this.#told(async () => this.#ask<Row>(tier, { text, values, isPrepared: true }, await this.getNativeClient())),
    );
  }

  async #told<T>(asking: () => Promise<T>): Promise<T> {
    try {
      return await asking();
    } catch (error) {
      throw this.platform.getExceptionConverter().convertException(error as Error);
    }
  }

  async #ask<Row extends object>(tier: SessionContext, statement: Statement, pool: pg.Pool): Promise<Row[]> {
    try {
      return await this.#send<Row>(tier, statement, pool);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === missing || code === takenTwice) this.#keepsPrepared = false;
      else if (code !== outdated) throw error;
      return this.#send<Row>(tier, { ...statement, isPrepared: false }, pool);
    }
  }

  async #send<Row extends object>(
    { variables = {} }: SessionContext,
    statement: Statement,
    pool: pg.Pool,
  ): Promise<Row[]> {
    const client = await pool.connect();
    const parserOf = (type: number) => client.getTypeParser(type, "text");
    try {
      const settings = statement.isPrepared ? { ...variables, ...plannedOnce } : variables;
      return await client.query(new TierStatement<Row>(settings, statement, this.#keepsPrepared, parserOf)).rows;
    } finally {
      client.release();
    }
  }

  #openApart(): pg.Pool {
    const pool = new pg.Pool(this.mapOptions({ ...this.#poolOptions, min: 0, max: apartMax }));
    const tell = (error: Error): void => this.logger.warn("query", error.message);
    pool.on("connect", (client) => client.on("error", tell));
    return pool.on("error", tell);
  }
}

/** What is asked apart is brief, and several askers' questions go together. */
const apartMax = 2;

/** Else PostgreSQL may plan for each call's values, which for a picker's search costs ten times what finding does. */
const plannedOnce = { plan_cache_mode: "force_generic_plan" };

/** PostgreSQL's codes for a prepared statement that is not there, that is there already, and whose table has changed since. */
const [missing, takenTwice, outdated] = ["26000", "42P05", "0A000"];

/** When in doubt it is taken for one that writes, and has its transaction. */
function onlyReads(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/\b(insert|update|delete|merge|share)\b/i.test(text);
}

function valueOf(param: unknown): string | null {
  if (param === null || param === undefined) return null;
  if (param instanceof Date) return param.toISOString();
  if (Array.isArray(param)) return `{${param.map((each) => quoted(valueOf(each))).join(",")}}`;
  return typeof param === "object" ? JSON.stringify(param) : String(param);
}

function quoted(text: string | null): string {
  return text === null ? "null" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
