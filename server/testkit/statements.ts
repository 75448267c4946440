import type { Orm } from "../db/orm.ts";

/** What the database is asked during some work, one text a statement; a transaction's begin and commit count too. */
export async function statementsOf(orm: Orm, work: () => Promise<unknown>): Promise<string[]> {
  const logger = orm.config.getLogger();
  const logQuery = logger.logQuery.bind(logger);
  const asked: string[] = [];
  logger.logQuery = ({ query }) => void asked.push(query ?? "");
  try {
    await work();
  } finally {
    logger.logQuery = logQuery;
  }
  return asked;
}
