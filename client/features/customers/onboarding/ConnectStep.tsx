import { platformOf } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { TrunkPanel } from "./TrunkPanel.tsx";
import type { OnboardingForm } from "./use-onboarding.ts";

export function ConnectStep({ onboarding: { row, setTrunk } }: { readonly onboarding: OnboardingForm }) {
  const { t } = useTranslation("onboarding");
  if (row?.trunk == null) return <EmptyState kind="first" title={t("notYet")} />;
  return <TrunkPanel trunk={row.trunk} platform={platformOf(row.platform)} onChanged={setTrunk} />;
}
