import { useSubscription } from "@apollo/client/react";
import { isFinished } from "@tierline/shared/run-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./ServicePage.module.css";
import { ServiceRunLiveDocument, type ServiceViewFragment } from "./service.generated.ts";
import { ServiceStateText } from "./ServiceStateText.tsx";
import { TerminateService } from "./TerminateService.tsx";

export function ServiceHead({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation(["services", "words"]);
  const reseller = useReseller();
  const [isEnding, setEnding] = useState(false);
  const reason = useWhyNotTerminable(service);
  return (
    <>
      <PageHeader
        title={service.name}
        crumb={
          <AppLink href={path.customer(reseller, service.customer.id, "services")}>{service.customer.label}</AppLink>
        }
        beside={
          <>
            <ServiceStateText service={service} />
            <span>{t("number", { number: service.number })}</span>
            <span>{t(`words:serviceType.${service.serviceType}`)}</span>
          </>
        }
        actions={
          <ReasonedButton variant="default" disabledReason={reason} onClick={() => setEnding(true)}>
            {t("terminate.button")}
          </ReasonedButton>
        }
      />
      <RunBanner service={service} />
      <TerminateService service={service} isOpen={isEnding} onClose={() => setEnding(false)} />
    </>
  );
}

function useWhyNotTerminable({ state, currentRun }: ServiceViewFragment): string | null {
  const { t } = useTranslation("services");
  const can = useCan("service.terminate");
  if (can.reason !== null) return can.reason;
  if (state === "TERMINATED") return t("terminate.already");
  if (state === "PENDING" || state === "PENDING_FAILED") return t("terminate.pending");
  if (currentRun !== null && !isFinished(currentRun.state)) return t("terminate.busy", { number: currentRun.number });
  return null;
}

/** While a run works on the service, or one that failed waits for somebody, the way there is on top. */
function RunBanner({ service: { currentRun: run } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation(["services", "words"]);
  const reseller = useReseller();
  useSubscription(ServiceRunLiveDocument, {
    variables: { id: run?.id ?? "" },
    skip: run === null || isFinished(run.state),
    ignoreResults: true,
  });
  if (run === null) return null;
  const isOpen = !isFinished(run.state) || run.state === "FAILED" || run.state === "ROLL_BACK_FAILED";
  if (!isOpen) return null;
  const tone = stateTone("run", run.state);
  return (
    <div className={classes.banner} data-tone={tone} role="status">
      <span className={classes.bannerWords}>
        <AppLink href={path.run(reseller, run.id)}>{t("run.title", { number: run.number })}</AppLink> {run.title}
      </span>
      <StateDot tone={tone}>{t(`words:run.${run.state}`)}</StateDot>
      <span>{t("run.done", { done: run.completedTasks, total: run.totalTasks })}</span>
    </div>
  );
}
