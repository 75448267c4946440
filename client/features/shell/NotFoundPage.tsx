import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";

/** The same for an address that never was and for one that is not yours. */
export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <EmptyState
      kind="filtered"
      title={t("notFound.title")}
      action={
        <Button component={AppLink} href="/" variant="default">
          {t("notFound.back")}
        </Button>
      }
    >
      {t("notFound.text")}
    </EmptyState>
  );
}
