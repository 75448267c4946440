import type { Language } from "@tierline/shared/language.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";

/** In which language a person is answered from now on; null leaves it to each request. */
export function setLanguage(context: Context, language: Language | null): Promise<Language | null> {
  return transaction(context, async (tx) => {
    const { userId, name, path, language: before } = tx.viewer;
    if (language === before) return language;
    await tx.em.execute("update app_user set locale = ?, version = version + 1 where id = ?", [language, userId]);
    await recordAudit(tx, {
      operation: "user.setLanguage",
      subjectKind: "user",
      subjectId: userId,
      subject: name,
      changes: changesBetween({ language: before }, { language }),
      path,
    });
    return language;
  });
}
