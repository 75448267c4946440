import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { CatalogState } from "./catalog-state.ts";
import type { WhyEmpty } from "./why-empty.ts";

interface NothingFitsProps {
  readonly why: WhyEmpty;
  readonly onChange: (change: Partial<CatalogState>) => void;
}

/** O42: which filter took how many away, and one click back. */
export function NothingFits({ why: { hidden, reset }, onChange }: NothingFitsProps) {
  const { t } = useTranslation("catalog");
  const total = hidden.reduce((sum, { count }) => sum + count, 0);
  const parts = hidden.map(({ word, count }) => t(`hidden.${word}`, { count })).join(" · ");
  return (
    <EmptyState
      kind={total === 0 ? "first" : "filtered"}
      title={t("none")}
      action={
        reset !== null && (
          <Button variant="default" onClick={() => onChange(reset.change)}>
            {t(`reset.${reset.word}`)}
          </Button>
        )
      }
    >
      {total === 0 ? t("noneAtAll") : t("hiddenBy", { count: total, parts })}
    </EmptyState>
  );
}
