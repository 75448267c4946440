import { all, any, type Sql } from "../customers/sql.ts";

export type Part = Sql;

export function part(text: string, ...params: readonly unknown[]): Part {
  return { text, params };
}

/** All of them; those that are null do not count, and none at all is always true. */
export function and(...parts: readonly (Part | null)[]): Part {
  return all(parts.filter((each) => each !== null).map(closed));
}

/** At least one of them; none at all is never true. */
export function either(...parts: readonly (Part | null)[]): Part {
  return any(parts.filter((each) => each !== null).map(closed));
}

export function not({ text, params }: Part): Part {
  return { text: `not (${text})`, params };
}

function closed({ text, params }: Part): Part {
  return { text: `(${text})`, params };
}
