import { MikroORM, type Options } from "@mikro-orm/postgresql";
import type { AnyEntity } from "../kernel/module-shape.ts";
import { TierDriver } from "../kernel/tier-connection.ts";
import { textArray } from "./text-array.ts";
import { textLiteral } from "./text-literal.ts";
import { TransactionClient } from "./transaction-client.ts";

export type Orm = MikroORM;

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly AnyEntity[];
  /** Connections at most; a request uses one at a time. */
  readonly poolSize: number;
  readonly debug?: boolean;
}

/** Other schemas in the same database that are not ours to compare or drop. */
const foreignSchemas = ["graphile_worker"];

/**
 * Unit of work and row-level-security context. A pool that is exhausted answers after two seconds: without that limit, two
 * requests that each wait for a second connection wait for ever.
 */
export function ormConfig({ url, entities, poolSize, debug = false }: OrmOptions): Options {
  return {
    driver: TierDriver,
    clientUrl: url,
    entities: [...entities],
    debug,
    allowGlobalContext: false,
    forceUtcTimezone: true,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      Client: TransactionClient,
      connectionTimeoutMillis: 2_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 20_000,
    },
    schemaGenerator: { ignoreSchema: foreignSchemas, disableForeignKeys: false },
    migrations: { snapshot: false },
  };
}

export async function openOrm(options: OrmOptions): Promise<Orm> {
  const orm = await MikroORM.init(ormConfig(options));
  Object.assign(orm.config.getPlatform(), { marshallArray: textArray, escapeLiteral: textLiteral });
  return orm;
}
