import type { AttentionItemType } from "./home.type.ts";

/** Of one kind of what needs attention: what is shown, and how many there are. */
export interface Queue {
  readonly items: readonly AttentionItemType[];
  readonly count: number;
}
