import { TemplateVersionEntity, OnboardingTemplateEntity } from "../customers/onboarding-template.entity.ts";
import { loader } from "../kernel/loaders.ts";
import type { TemplateVersion } from "./template.type.ts";

/** By the id of the version, with its template. */
export const templateVersionById = loader<string, TemplateVersion>(async ({ em }, ids) => {
  const fresh = { disableIdentityMap: true } as const;
  const versions = await em.find(TemplateVersionEntity, { id: { $in: [...ids] } }, fresh);
  const templates = await em.find(
    OnboardingTemplateEntity,
    { id: { $in: versions.map((each) => each.template) } },
    fresh,
  );
  const byId = new Map(templates.map((row) => [row.id, row]));
  return new Map(
    versions.flatMap((version) => {
      const template = byId.get(version.template);
      return template === undefined ? [] : [[version.id, { template, version }] as const];
    }),
  );
});

/** By template, how many customers were created by it. */
export const customersOfTemplate = loader<string, number>(async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select v.template_id as id, count(*)::int as count
     from customer c join onboarding_template_version v on v.id = c.template_version_id
     where v.template_id in (?) group by v.template_id`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
});
