import pg from "pg";

type Answer = pg.QueryResult<pg.QueryResultRow>;

const beginning = /^(begin|start transaction)\b/;
const enteringTier = /^select set_config\(/;
const ending = /^(commit|rollback)$/;
const nothing: Answer = { command: "", rowCount: null, oid: 0, fields: [], rows: [] };

/**
 * Spares the round trips that say nothing: the beginning of a transaction and the tier it is in travel with its first statement,
 * and a transaction without a statement never begins. What the database does, and in which order, stays the same.
 */
export class TransactionClient extends pg.Client {
  #unsent: string[] = [];
  /** Known here, because a refusal can arrive before the database says what state it has left the transaction in. */
  #isOpen = false;

  /** The ORM's driver calls it with a text and its values. What writes its own messages stands outside a transaction. */
  override query: pg.Client["query"] = ((asked: string | pg.Submittable, values: unknown[] = []) =>
    typeof asked === "string" ? this.#ask(asked, values) : super.query(asked)) as unknown as pg.Client["query"]; // a dozen overloads

  async #ask(text: string, values: unknown[]): Promise<Answer> {
    if (beginning.test(text) || (this.#unsent.length > 0 && enteringTier.test(text))) {
      this.#unsent.push(text);
      return nothing;
    }
    const before = this.#unsent.splice(0);
    if (ending.test(text)) {
      const wasOpen = this.#isOpen;
      this.#isOpen = false;
      if (!wasOpen) return nothing;
      return text === "rollback" ? this.#rollBack() : super.query(text, values);
    }
    if (before.length === 0) return super.query(text, values);
    this.#isOpen = true;
    if (values.length === 0) return lastOf(await super.query([...before, text].join("; ")));
    await super.query(before.join("; "));
    return super.query(text, values);
  }

  /**
   * What a broken connection had begun is rolled back already. The ORM's driver must not hear that it could not be asked for: it
   * would never give the connection back, and the pool would be one short for ever.
   */
  async #rollBack(): Promise<Answer> {
    try {
      return await super.query("rollback");
    } catch {
      void this.end().catch(() => undefined); // marks it, so that the pool replaces it
      return nothing;
    }
  }
}

/** Several statements in one message have an answer each. */
function lastOf(answers: Answer | Answer[]): Answer {
  return Array.isArray(answers) ? answers.at(-1)! : answers; // there are as many answers as statements
}
