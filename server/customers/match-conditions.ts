import type { Term, TokenRange } from "./search-query.ts";
import { any, type Sql } from "./sql.ts";

/** Whether a customer `c`, found by the token `t`, has its place in a better rank, or earlier in this one. */
export function matchedBetter({ number, ranges }: Term, rank: number): Sql {
  const better = ranges.slice(0, rank - 1).map(inRange);
  const earlier: Sql = {
    text: '(own collate "C" >= ? and own collate "C" < t.token)',
    params: [ranges[rank - 1]!.from],
  };
  const byNumber: Sql[] = number === null ? [] : [{ text: "c.number = ?", params: [number] }];
  return any([...byNumber, hasToken(any([...better, earlier]))]);
}

/** Whether a customer `c` satisfies a term. */
export function holds({ number, ranges }: Term): Sql {
  const byNumber: Sql[] = number === null ? [] : [{ text: "c.number = ?", params: [number] }];
  return any([...byNumber, hasToken(any(ranges.map(inRange)))]);
}

function hasToken(condition: Sql): Sql {
  return { text: `exists (select 1 from unnest(c.tokens) as own where ${condition.text})`, params: condition.params };
}

function inRange({ from, to }: TokenRange): Sql {
  return { text: '(own collate "C" >= ? and own collate "C" < ?)', params: [from, to] };
}
