import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { AppLink } from "./AppLink.tsx";

/** The same for what never was and for what is not yours: a page shows this where its object is null. */
export function NotFound() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeader title={t("notFound.title")} />
      <EmptyState
        kind="filtered"
        title={t("notFound.text")}
        action={
          <Button component={AppLink} href="/" variant="default">
            {t("notFound.back")}
          </Button>
        }
      >
        {t("notFound.next")}
      </EmptyState>
    </>
  );
}
