import { say } from "@tierline/shared/sentence.ts";
import type { CursorKey } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";

/** The row's id that a cursor holds; null at the beginning. @throws AccessError BAD_USER_INPUT */
export function idOfCursor(key: CursorKey | null): string | null {
  if (key === null) return null;
  const [id] = key;
  if (typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}
