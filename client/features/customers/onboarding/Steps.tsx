import { parseDraft, stepStates, type OnboardingStep } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useReseller } from "../../../navigation/use-place.ts";
import { StateDot } from "../../../ui/StateDot.tsx";
import type { OnboardingForm } from "./use-onboarding.ts";
import styles from "./Wizard.module.css";

const tones = { NOT_STARTED: "neutral", IN_PROGRESS: "running", NEEDS_ATTENTION: "warn", DONE: "ok" } as const;

interface StepsProps {
  readonly onboarding: OnboardingForm;
  readonly step: OnboardingStep;
}

/** Free to jump; each says how far it is, and what it is for (M15). */
export function Steps({ onboarding: { row, platform, form }, step }: StepsProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const draft = row === null ? { customer: form.values.customer } : (parseDraft(row.draft) ?? {});
  const states = stepStates(draft, { platform, step, taken: row?.takenSteps ?? [] });
  return (
    <nav aria-label={t("steps")}>
      <ol className={styles.steps}>
        {states.map(({ step: each, state }) => (
          <li key={each} data-done={state === "DONE" || undefined} data-here={each === step || undefined}>
            <AppLink
              href={path.onboarding(reseller, row?.id ?? "new", each.toLowerCase())}
              {...(each === step && { "aria-current": "step" as const })}
            >
              {t(`step.${each}`)}
            </AppLink>
            <StateDot tone={tones[state]}>{t(`state.${state}`)}</StateDot>
          </li>
        ))}
      </ol>
    </nav>
  );
}
