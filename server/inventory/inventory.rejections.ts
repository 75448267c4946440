import type { Sentence } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection, type Refusal } from "../kernel/rejection.ts";
import type { Item } from "./item.ts";
import { toItemType } from "./item.type.ts";
import { nextBestOf } from "./next-best.ts";

interface Said {
  readonly message: Sentence;
  readonly path: readonly string[];
}

/** ITEM_NOT_AVAILABLE: names the next best item of the same stock, preferably from the same place. */
export async function itemNotAvailable(
  tx: Pick<Context, "em">,
  lost: Pick<Item, "id" | "templateId" | "path" | "location">,
  { message, path }: Said,
): Promise<Refusal> {
  const suggested = await nextBestOf(tx, lost);
  const suggestedItem = suggested === null ? null : toItemType(suggested);
  return { code: "NOT_AVAILABLE", message, path, typeName: "ItemNotAvailableError", data: { suggestedItem } };
}

export function limitExceeded({ message, path, limit, used }: Said & { limit: number; used: number }): Rejection {
  return new Rejection({
    code: "LIMIT_EXCEEDED",
    message,
    path,
    typeName: "LimitExceededError",
    data: { limit, used },
  });
}
