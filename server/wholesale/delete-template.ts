import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { OnboardingTemplateEntity, TemplateVersionEntity } from "../customers/onboarding-template.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { ownTemplate } from "./save-template.ts";

export interface DeleteTemplateInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
}

/**
 * Only one by which nobody was created.
 * @throws AccessError NOT_FOUND; Rejection STALE, IN_USE (TEMPLATE_IN_USE)
 */
export function deleteOnboardingTemplate(context: Context, { id: apiId, version }: DeleteTemplateInput): Promise<void> {
  return transaction(context, async (tx) => {
    const { id, name, path } = await ownTemplate(tx, apiId, version);
    const customers = await customersOf(tx, id);
    if (customers > 0) {
      throw new Rejection({
        code: "IN_USE",
        message: say("customerTemplate.inUse", { name, customers }),
        path: ["id"],
        typeName: "TemplateInUseError",
        data: { customers },
      });
    }
    await tx.em.nativeDelete(TemplateVersionEntity, { template: id });
    await tx.em.nativeDelete(OnboardingTemplateEntity, { id });
    await recordAudit(tx, {
      operation: "onboarding_template.delete",
      subjectKind: "onboardingTemplate",
      subjectId: id,
      subject: name,
      changes: [{ field: "name", before: name, after: null }],
      path,
    });
  });
}

async function customersOf({ em }: Transaction, id: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from customer c join onboarding_template_version v on v.id = c.template_version_id
     where v.template_id = ?`,
    [id],
  );
  return row?.count ?? 0;
}
