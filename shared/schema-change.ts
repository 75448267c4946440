/** What a change of the contract means to whoever uses it. */
export const changeKinds = ["FIRST", "BREAKING", "DANGEROUS", "DEPRECATED", "ADDED", "CHANGED"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One line of the changelog in `schema/changes`. */
export interface SchemaChange {
  /** The day on which it was first told. */
  readonly on: string;
  readonly kind: ChangeKind;
  /** The type, or the field, argument or value of one, as in `Query.customers.first`. */
  readonly at: string;
  readonly says: string;
  /** Of what breaks: the reason, and the day since when it was known to come. */
  readonly why?: string;
  readonly since?: string;
}

/** What is no such line, as a mark that a merge left behind, is passed over. */
export function parseChanges(text: string): SchemaChange[] {
  return text.split("\n").flatMap((line) => {
    try {
      const change = JSON.parse(line) as Partial<SchemaChange> | null;
      return isChange(change) ? [change] : [];
    } catch {
      return [];
    }
  });
}

export function printChanges(changes: readonly SchemaChange[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join("");
}

function isChange(change: Partial<SchemaChange> | null): change is SchemaChange {
  const { on, kind, at, says } = change ?? {};
  return [on, at, says].every((text) => typeof text === "string") && changeKinds.some((each) => each === kind);
}
