import { callInRegionKeys } from "@tierline/shared/call-in-region.ts";
import { demoCallInNumbers } from "@tierline/shared/demo/call-in.ts";
import type { Transaction } from "../kernel/context.ts";
import { CallInRegionEntity } from "../meetings/meetings.entity.ts";

/** The regions come with the database; the demo world has numbers in them. */
export async function plantCallIn({ em }: Transaction): Promise<void> {
  for (const key of callInRegionKeys) {
    await em.nativeUpdate(CallInRegionEntity, { key }, { numbers: [...demoCallInNumbers[key]], version: 1 });
  }
}
