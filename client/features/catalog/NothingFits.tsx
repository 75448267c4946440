import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { CatalogOfferingsQuery } from "./catalog.generated.ts";

/** O42: which filter took how many away, and one click back. */
export function NothingFits({
  hidden,
  onReset,
}: {
  hidden: CatalogOfferingsQuery["offerings"]["hidden"];
  onReset: () => void;
}) {
  const { t } = useTranslation("catalog");
  return (
    <EmptyState
      kind="filtered"
      title={t("none")}
      action={
        <Button variant="default" onClick={onReset}>
          {t("reset")}
        </Button>
      }
    >
      {hidden.length === 0
        ? t("noneAtAll")
        : hidden.map(({ reason, count }) => t(`hidden.${reason}`, { count })).join(" · ")}
    </EmptyState>
  );
}
