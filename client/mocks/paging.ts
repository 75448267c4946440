export interface Paging {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page of rows; a cursor is the place of a row in the list, which is enough for a list that stands still. */
export function pageOf<T>(rows: readonly T[], { first, after }: Paging) {
  const start = after === null || after === undefined ? 0 : Number(after) + 1;
  const nodes = rows.slice(start, start + (first ?? 50));
  const edges = nodes.map((node, index) => ({ cursor: String(start + index), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: start + nodes.length < rows.length,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: { value: rows.length, isEstimate: false },
  };
}

/** How many rows there are of each value, in the order given. */
export function countsOf<T, K>(rows: readonly T[], keys: readonly K[], keyOf: (row: T) => K) {
  return keys.map((key) => ({ key, count: rows.filter((row) => keyOf(row) === key).length }));
}

/** As the database sorts, letter by letter. */
export function byText<T>(rows: readonly T[], textOf: (row: T) => string): T[] {
  return rows.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

export function newestFirst<T>(rows: readonly T[], at: (row: T) => Date): T[] {
  return rows.toSorted((a, b) => at(b).getTime() - at(a).getTime());
}

/** Whether any of the texts contains what was searched for, whatever its accents and capitals. */
export function mentions(search: string | null | undefined, ...texts: readonly (string | null)[]): boolean {
  const wanted = plain(search ?? "");
  return texts.some((text) => plain(text ?? "").includes(wanted));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
