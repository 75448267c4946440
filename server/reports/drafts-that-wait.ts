import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { OnboardingEntity } from "../onboarding/onboarding.entity.ts";
import { toOnboarding } from "../onboarding/onboarding.type.ts";
import type { AttentionItemType } from "./home.type.ts";
import type { Place } from "./place.ts";
import type { Queue } from "./queue.ts";

/** New customers of this very reseller whose entries were left before there was a customer, with who began them and where they were left. The latest first. */
export async function draftsThatWait(
  { em }: Context,
  { path }: Place,
  shownMax: number,
  countedMax: number,
): Promise<Queue> {
  const drafts = { path, state: "DRAFT" } as const;
  const rows = await em.find(OnboardingEntity, drafts, {
    disableIdentityMap: true,
    orderBy: { id: "desc" },
    limit: countedMax,
  });
  const items = rows.slice(0, shownMax).map((row): AttentionItemType => {
    const target = toOnboarding(row);
    return {
      id: `ONBOARDING-${target.id}`,
      kind: "ONBOARDING",
      title: target.name === "" ? say("onboarding.unnamed") : target.name,
      detail: say("onboarding.left", { by: row.startedBy, step: row.step }),
      since: row.startedAt,
      due: null,
      target,
    };
  });
  return { items, count: rows.length };
}
