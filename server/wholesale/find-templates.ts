import { TemplateVersionEntity, type OnboardingTemplateRow } from "../customers/onboarding-template.entity.ts";
import type { Context } from "../kernel/context.ts";
import type { TemplateVersion } from "./template.type.ts";

/** Each with what it says now. */
export async function findTemplates(
  { em }: Pick<Context, "em">,
  templates: readonly OnboardingTemplateRow[],
): Promise<TemplateVersion[]> {
  const said = templates.map(({ id, version }) => ({ template: id, number: version }));
  if (said.length === 0) return [];
  const versions = await em.find(TemplateVersionEntity, { $or: said }, { disableIdentityMap: true });
  const byTemplate = new Map(versions.map((version) => [version.template, version]));
  return templates.flatMap((template) => {
    const version = byTemplate.get(template.id);
    return version === undefined ? [] : [{ template, version }];
  });
}
