import type { BulkKind } from "@tierline/shared/bulk.ts";
import i18next from "i18next";
import { placeHeader } from "./place.ts";

interface SentFile {
  /** Null when it was not taken. */
  readonly id: string | null;
  readonly message: string;
}

/** A file of many rows is larger than a document of the API may be. */
export async function sendBulkFile(kind: BulkKind, fileName: string, body: Blob): Promise<SentFile> {
  const query = new URLSearchParams({ kind, fileName });
  const response = await fetch(`/bulk-files?${query.toString()}`, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "text/csv",
      "x-tierline-client": "console",
      "accept-language": i18next.language,
      ...placeHeader(),
    },
    body,
  });
  const answer = (await response.json().catch(() => ({}))) as { id?: string; message?: string };
  return { id: response.ok ? (answer.id ?? null) : null, message: answer.message ?? response.statusText };
}
