import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** Stock begins with saying what is kept. */
export function NoTemplates() {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const canEdit = useCan("template.edit").isAllowed;
  return (
    <EmptyState
      kind="first"
      title={t("noTemplates")}
      action={
        canEdit && (
          <Button component={AppLink} href={path.templates(reseller)} variant="default">
            {t("newTemplate")}
          </Button>
        )
      }
    >
      {t("noTemplatesText")}
    </EmptyState>
  );
}
