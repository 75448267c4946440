import { useQuery } from "@apollo/client/react";
import { capacityLevel, type Platform } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { useCan } from "../../../api/viewer.tsx";
import { useLocale } from "../../../i18n/use-locale.ts";
import { QueryState } from "../../../navigation/QueryState.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../CustomerForm.module.css";
import { SyncsDocument, type SyncsQuery } from "./sync.generated.ts";
import { SyncCard } from "./SyncCard.tsx";
import { SyncUpload } from "./SyncUpload.tsx";

interface SyncStepProps {
  readonly onboardingId: string;
  readonly customerId: string;
  readonly platform: Platform;
}

/** The platform's users, by the file that it exports: rehearsed, then invited one by one (MX11). */
export function SyncStep({ onboardingId, customerId, platform }: SyncStepProps) {
  const { t } = useTranslation("onboarding");
  const can = useCan("bulk.import");
  const result = useQuery(SyncsDocument, { variables: { id: onboardingId }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result}>
      {({ onboarding }) => (
        <>
          <Panel title={t("sync.title", { platform: platform.name })} padded>
            <p className={classes.dim}>{t("sync.hint")}</p>
            {onboarding !== null && <Capacity onboarding={onboarding} platform={platform} />}
            {can.isAllowed ? (
              <SyncUpload customerId={customerId} onKept={() => void result.refetch()} />
            ) : (
              <p>{can.reason}</p>
            )}
          </Panel>
          {can.isAllowed &&
            onboarding?.syncs.map(({ id }) => <SyncCard key={id} id={id} onEnded={() => void result.refetch()} />)}
        </>
      )}
    </QueryState>
  );
}

/** What the platform is made for, and how far that is used with what is about to come (MX10). */
function Capacity({
  onboarding: { capacity, syncs },
  platform,
}: {
  readonly onboarding: NonNullable<SyncsQuery["onboarding"]>;
  readonly platform: Platform;
}) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const toCome = syncs
    .filter(({ state }) => state !== "CANCELLED")
    .flatMap(({ counts }) => counts.filter(({ state }) => state === "READY"))
    .reduce((sum, { count }) => sum + count, 0);
  const users = (capacity.users ?? 0) + toCome;
  const level = capacityLevel(users, capacity.usersMax);
  const number = (value: number): string => formatNumber(value, locale);
  const words = { users: number(users), max: number(capacity.usersMax), platform: platform.name };
  if (level === "FITS") return <p className={classes.dim}>{t("sync.capacity", words)}</p>;
  return <ErrorNotice tone="warn" title={t("sync.capacity", words)} what={t(`capacity.${level}`, words)} />;
}
