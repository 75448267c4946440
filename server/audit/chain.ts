import { createHash } from "node:crypto";

/** The chain of an entry: its top reseller's, or the operator's own. `column` is a tier path. */
export const chainOf = (column: string): string =>
  String.raw`regexp_replace(${column}, '^(r[0-9]+[.](r[0-9]+[.]|)).*$', '\1')`;

/**
 * All of an entry as one text that is the same for the same row. Written here and not in the database, whose functions whoever
 * rewrites rows can rewrite as well. The first number names this order of the columns. An entry that came along with a moved
 * reseller counts as lying where it was written: a move breaks no seal.
 */
export const canonical: string = `jsonb_build_array(1, e.id, coalesce(e.written_in, e.path), to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  e.actor_id, e.actor, e.on_behalf_of, e.channel, e.operation, e.subject_kind, e.subject_id, e.subject, e.changes, e.note,
  e.request_id, e.ip, e.outcome, e.code, e.attempts)::text`;

/** `before` is empty for the first of a chain. */
export function hashAfter(before: string, entry: string): string {
  return createHash("sha256").update(`${before}\n${entry}`).digest("hex");
}
