import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { forgetOldDrafts } from "./discard-onboarding.ts";
import { OnboardingEntity } from "./onboarding.entity.ts";
import { CustomerOnboardingResolver, OnboardingResolver } from "./onboarding.resolver.ts";
import { toOnboarding } from "./onboarding.type.ts";
import { OnboardingProgressResolver } from "./progress.resolver.ts";
import { PbxTrunkEntity } from "./trunk.entity.ts";
import { CustomerTrunkResolver, OnboardingTrunkResolver } from "./trunk.resolver.ts";
import { toTrunk } from "./trunk.type.ts";

async function loadOnboardings({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(OnboardingEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toOnboarding(row)]));
}

async function loadTrunks({ em }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(PbxTrunkEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toTrunk(row)]));
}

export const onboarding = {
  entities: [OnboardingEntity, PbxTrunkEntity],
  resolvers: [
    OnboardingResolver,
    CustomerOnboardingResolver,
    OnboardingTrunkResolver,
    CustomerTrunkResolver,
    OnboardingProgressResolver,
  ],
  sweeps: [{ key: "onboarding.old-drafts", everySeconds: 3_600, run: forgetOldDrafts }],
  nodes: {
    onb: { permission: "customer.create", load: loadOnboardings },
    pbx: { permission: "customer.create", load: loadTrunks },
  },
} satisfies Module;
