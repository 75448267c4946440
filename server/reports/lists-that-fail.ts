import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { ListSourceEntity } from "../screening/list-source.entity.ts";
import type { AttentionItemType } from "./home.type.ts";
import type { Place } from "./place.ts";
import type { Queue } from "./queue.ts";

/** Lists that should be fetched by themselves and are not, so that customers are compared with what was there before. */
export async function listsThatFail({ em }: Context, { lo, hi }: Place): Promise<Queue> {
  const failing = { failingSince: { $ne: null }, path: { $gte: lo, $lt: hi } };
  const rows = await em.find(ListSourceEntity, failing, {
    disableIdentityMap: true,
    orderBy: { failingSince: "asc", list: "asc" },
  });
  const items = rows.map(({ list, failure, failingSince }): AttentionItemType => ({
    id: `SCREENING_LIST-${list}`,
    kind: "SCREENING_LIST",
    title: say(`screening.list.${list}`),
    detail: failure ?? "",
    since: failingSince ?? null,
    due: null,
    target: null,
  }));
  return { items, count: items.length };
}
