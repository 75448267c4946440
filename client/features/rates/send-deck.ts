import i18next from "i18next";
import { placeHeader } from "../../api/place.ts";

export interface LineProblem {
  readonly line: number | null;
  readonly column: string | null;
  readonly message: string;
}

export interface DeckAnswer {
  /** Null when the file was refused. */
  readonly id: string | null;
  readonly wrongLines: number;
  readonly problems: readonly LineProblem[];
  /** Why it was not even read. */
  readonly message: string | null;
}

export interface DeckQuestion {
  readonly file: File;
  readonly decimalMark: string;
  readonly callingCode: string;
  readonly isPartial: boolean;
  readonly idempotencyKey: string;
}

/** A deck is larger than a document of the API may be, and has an address of its own. */
export async function sendDeck({ file, idempotencyKey, ...asked }: DeckQuestion): Promise<DeckAnswer> {
  const query = new URLSearchParams({
    fileName: file.name,
    decimalMark: asked.decimalMark,
    callingCode: asked.callingCode,
    partial: String(asked.isPartial),
  });
  const response = await fetch(`/rate-decks?${query.toString()}`, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "text/csv",
      "idempotency-key": idempotencyKey,
      "x-tierline-client": "console",
      "accept-language": i18next.language,
      ...placeHeader(),
    },
    body: file,
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<DeckAnswer>;
  const { id = null, wrongLines = 0, problems = [] } = answer;
  const isRead = response.status === 200 || response.status === 422;
  return { id, wrongLines, problems, message: isRead ? null : (answer.message ?? response.statusText) };
}
