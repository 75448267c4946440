import { parseChanges, type SchemaChange } from "@tierline/shared/schema-change.ts";

/** Built into the page that shows it, so that it is there without a network. */
const files = import.meta.glob<string>("../../../schema/changes/*.jsonl", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** Newest day first; of one day what breaks first, then by place. */
export const changelog: readonly SchemaChange[] = sorted(Object.values(files).flatMap(parseChanges));

export function sorted(changes: readonly SchemaChange[]): SchemaChange[] {
  const rank = ({ kind }: SchemaChange): number => (kind === "BREAKING" ? 0 : 1);
  return changes.toSorted(
    (one, other) =>
      other.on.localeCompare(one.on) || rank(one) - rank(other) || (one.at < other.at ? -1 : one.at > other.at ? 1 : 0),
  );
}

/** Names a line in the page's address. */
export function nameOfChange({ on, at }: SchemaChange): string {
  return `${on} ${at}`;
}
