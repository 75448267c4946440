import { useTranslation } from "react-i18next";
import { ChoiceCard, ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./AssignPage.module.css";
import type { DraftOffering } from "./use-draft.ts";

interface ServiceSectionProps {
  readonly offering: DraftOffering;
  readonly service: string;
  readonly onChange: (service: string) => void;
}

/** Which of the customer's services an add-on is for: asked only where there are several (O34). */
export function ServiceSection({ offering, service, onChange }: ServiceSectionProps) {
  const { t } = useTranslation(["assign", "words"]);
  const services = offering.eligibility.compatibleServices;
  if (services.length === 0) {
    return (
      <Panel title={t("service.title")}>
        <EmptyState kind="filtered" title={t("service.none")}>
          {offering.eligibility.reasons.map(({ message }) => message).join(" ")}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={t("service.title")}>
      <ChoiceGroup label={t("service.title")} value={service} onChange={onChange} columns={2}>
        {services.map(({ id, number, name, state }) => (
          <ChoiceCard key={id} value={id} title={name} mark="radio">
            <span className={classes.fact}>
              {t("service.number", { number })} · {t(`words:service.${state}`)}
            </span>
          </ChoiceCard>
        ))}
      </ChoiceGroup>
    </Panel>
  );
}
