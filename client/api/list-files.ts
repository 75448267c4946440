/** A list as a file: at once, or being made in the background. */

export interface ListFile {
  readonly id: string;
  readonly list: string;
  readonly state: "MAKING" | "READY" | "FAILED";
  /** So far. */
  readonly rows: number;
  readonly askedAt: string;
}

export type Asked =
  | { readonly kind: "DONE"; readonly file: Blob }
  | { readonly kind: "MAKING" }
  | { readonly kind: "REFUSED"; readonly message: string | null };

export async function askForList(href: string): Promise<Asked> {
  const answer = await fetch(href);
  if (answer.status === 202) return { kind: "MAKING" };
  if (answer.ok) return { kind: "DONE", file: await answer.blob() };
  const told: unknown = await answer.json().catch(() => null);
  const message = (told as { message?: unknown } | null)?.message;
  return { kind: "REFUSED", message: typeof message === "string" ? message : null };
}

/** What the viewer has asked for, newest first; the address names the place. */
export async function ownFiles(href: string): Promise<readonly ListFile[]> {
  const answer = await fetch(href);
  return answer.ok ? ((await answer.json()) as { files: ListFile[] }).files : [];
}
