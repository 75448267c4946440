import { OnboardingTemplateEntity } from "../customers/onboarding-template.entity.ts";
import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { findTemplates } from "./find-templates.ts";
import { CustomerTemplateResolver, OnboardingTemplateResolver } from "./template.resolver.ts";
import { toTemplate } from "./template.type.ts";

async function loadTemplates(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await context.em.find(OnboardingTemplateEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  const found = await findTemplates(context, rows);
  return new Map(found.map((each) => [each.template.id, toTemplate(each)]));
}

export const wholesale = {
  resolvers: [OnboardingTemplateResolver, CustomerTemplateResolver],
  nodes: { otp: { permission: "customer.create", load: loadTemplates } },
} satisfies Module;
