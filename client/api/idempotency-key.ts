import { newId } from "@tierline/shared/id.ts";

/**
 * One key for one intent: made when a form opens, kept over a reload, given up when the deed is done. A double click or a retry
 * after a lost answer is then the same request.
 */
export function idempotencyKey(intent: string): string {
  const name = `idempotency:${intent}`;
  const kept = sessionStorage.getItem(name);
  if (kept !== null) return kept;
  const key = newId();
  sessionStorage.setItem(name, key);
  return key;
}

export function forgetIdempotencyKey(intent: string): void {
  sessionStorage.removeItem(`idempotency:${intent}`);
}
