import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AddServiceButton } from "./AddServiceButton.tsx";
import type { ListState } from "./list-state.ts";

interface NoServicesProps {
  readonly state: ListState;
  /** How many the same question finds in any state. */
  readonly elsewhere: number;
  readonly onChange: (change: Partial<ListState>) => void;
}

/** Says which part of the question leaves nothing, and takes it away with one click. */
export function NoServices({ state, elsewhere, onChange }: NoServicesProps) {
  const { t } = useTranslation("services");
  const isAsked = state.search.trim() !== "" || state.type !== "";
  if (!isAsked && elsewhere === 0) {
    return (
      <EmptyState kind="first" title={t("none.first")} action={<AddServiceButton />}>
        {t("none.firstText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title={t("none.filtered")}
      action={
        <Group gap="xs">
          {elsewhere > 0 && (
            <Button onClick={() => onChange({ tab: "ALL" })}>{t("none.elsewhere", { count: elsewhere })}</Button>
          )}
          {isAsked && (
            <Button variant="default" onClick={() => onChange({ search: "", type: "" })}>
              {t("none.reset")}
            </Button>
          )}
        </Group>
      }
    >
      {t("none.tips")}
    </EmptyState>
  );
}
