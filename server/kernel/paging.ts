import { pageSizeMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { AccessError } from "./rejection.ts";

/** A page forward over a unique order: `after` is the last row's key, so page 2,000 costs what page 1 does. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export type CursorKey = readonly (string | number | null)[];

/** Refuses sizes outside 1..100 as bad input. */
export function checkedFirst({ first }: PageRequest): number {
  if (!Number.isInteger(first) || first < 1 || first > pageSizeMax) {
    throw new AccessError("BAD_USER_INPUT", say("page.size", { max: pageSizeMax }));
  }
  return first;
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key of the row to go on after, or null at the beginning. `length` is how many parts the list's order has. */
export function decodeCursor({ after }: PageRequest, length: number): CursorKey | null {
  if (after === null || after === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key;
  } catch {
    // falls through to the refusal: a cursor is only ever one that we gave out
  }
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of a list in the order of its ids: the one to go on after, or null at the beginning. @throws AccessError BAD_USER_INPUT */
export function decodeIdCursor(page: PageRequest): string | null {
  const key = decodeCursor(page, 1);
  if (key === null) return null;
  const [id] = key;
  if (typeof id === "string" && uuidPattern.test(id)) return id;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

function isKeyPart(part: unknown): part is string | number | null {
  // PostgreSQL knows no text with a NUL in it.
  return part === null || (typeof part === "string" && !part.includes("\0")) || Number.isFinite(part);
}

/** Ask the database for `first + 1` rows and hand them all in: the surplus says whether there is a next page. */
export function pageOf<T>(rows: readonly T[], first: number, keyOf: (row: T) => CursorKey): Page<T> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
