import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TemplateChoiceDocument, type TemplateChoiceQuery } from "./templates.generated.ts";

export type ChosenTemplate = TemplateChoiceQuery["onboardingTemplates"][number];

interface TemplateChoiceProps {
  readonly value: string;
  readonly error?: string | undefined;
  /** Null: by none. */
  readonly onChange: (template: ChosenTemplate | null) => void;
}

/** Nothing where the reseller has no templates. */
export function TemplateChoice({ value, error, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation("customer-templates");
  const { data } = useQuery(TemplateChoiceDocument, { fetchPolicy: "cache-and-network" });
  const templates = data?.onboardingTemplates ?? [];
  if (templates.length === 0) return null;
  return (
    <Select
      label={t("choice")}
      description={t("choiceHint")}
      placeholder={t("noChoice")}
      data={templates.map(({ provisioningId, name }) => ({ value: provisioningId, label: name }))}
      clearable
      searchable
      comboboxProps={{ keepMounted: false }}
      value={value === "" ? null : value}
      error={error}
      onChange={(id) => onChange(templates.find(({ provisioningId }) => provisioningId === id) ?? null)}
    />
  );
}
