import type { IdNoun } from "@tierline/shared/id.ts";
import type { Channel } from "@tierline/shared/kinds.ts";
import type { Words } from "@tierline/shared/sentence.ts";

/** What somebody wanted and was not let. */
export interface RefusedAttempt {
  /** A verb as in the audit trail, or the name of the API's field that was asked for. */
  readonly operation: string;
  /** As in the answer's `extensions.code`. */
  readonly code: string;
  /** The nil user's where nobody is known. */
  readonly actorId: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly channel: Channel;
  /** Tier of whoever attempted it, or of the account that was aimed at. */
  readonly path: string;
  readonly subjectKind: IdNoun;
  readonly subjectId: string | null;
  readonly subject: Words;
  readonly ip: string | null;
  readonly requestId: string;
}
