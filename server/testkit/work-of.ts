import type { Context } from "../kernel/context.ts";
import type { TierConnection } from "../kernel/tier-connection.ts";

interface Plan {
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

export interface Work {
  readonly statements: number;
  /** Rows of a table that were looked at, whether or not they were kept. */
  read(table: string): number;
  readonly found: unknown;
}

const explain = "explain (analyze, timing off, format json)";

/** What the statements of some work read, by their plans; and how many there were. */
export async function workOf(context: Context, work: (context: Context) => Promise<unknown>): Promise<Work> {
  const connection = context.em.getConnection() as TierConnection; // as db/orm.ts opens it
  const execute = context.em.execute.bind(context.em) as (sql: string, params: unknown[]) => Promise<object[]>;
  const askPrepared = connection.askPrepared.bind(connection);
  const plans: Plan[] = [];
  const note = ([explained]: readonly object[]) => {
    plans.push((explained as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan);
  };
  context.em.execute = (async (sql: string, params: unknown[] = []) => {
    note(await execute(`${explain} ${sql}`, params));
    return execute(sql, params);
  }) as typeof context.em.execute;
  connection.askPrepared = async (tier, sql, values) => {
    note(await askPrepared(tier, `${explain} ${sql}`, values));
    return askPrepared(tier, sql, values);
  };
  const found = await work(context).finally(() => (connection.askPrepared = askPrepared));
  return {
    statements: plans.length,
    read: (table) => plans.reduce((sum, plan) => sum + readFrom(plan, table), 0),
    found,
  };
}

function readFrom(plan: Plan, table: string): number {
  const loops = plan["Actual Loops"] ?? 0;
  const own =
    plan["Relation Name"] === table ? ((plan["Actual Rows"] ?? 0) + (plan["Rows Removed by Filter"] ?? 0)) * loops : 0;
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + readFrom(child, table), 0);
}
