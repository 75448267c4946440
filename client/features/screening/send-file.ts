import i18next from "i18next";
import { placeHeader } from "../../api/place.ts";

interface SentFile {
  /** Null when it was not taken. */
  readonly id: string | null;
  readonly message: string;
}

/** A published list is larger than a document of the API may be; it is kept for a day until it is imported. */
export async function sendFile(file: File): Promise<SentFile> {
  const query = new URLSearchParams({ fileName: file.name });
  const response = await fetch(`/screening-files?${query.toString()}`, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "text/csv",
      "x-tierline-client": "console",
      "accept-language": i18next.language,
      ...placeHeader(),
    },
    body: file,
  });
  const answer = (await response.json().catch(() => ({}))) as { id?: string; message?: string };
  return { id: response.ok ? (answer.id ?? null) : null, message: answer.message ?? response.statusText };
}
