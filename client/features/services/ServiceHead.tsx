import { useSubscription } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { isFinished } from "@tierline/shared/run-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { lazyDialog } from "../../ui/lazy-part.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { ChangePlan } from "./ChangePlan.tsx";
import classes from "./ServicePage.module.css";
import { ServiceRunLiveDocument, type ServiceViewFragment } from "./service.generated.ts";
import { ServiceStateText } from "./ServiceStateText.tsx";
import { SuspendService } from "./SuspendService.tsx";
import { TerminateService } from "./TerminateService.tsx";
import { WaitingPlan } from "./WaitingPlan.tsx";

const callLimits = lazyDialog(() => import("../../navigation/CallLimits.tsx").then(({ CallLimits }) => CallLimits));

export function ServiceHead({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation(["services", "words"]);
  const reseller = useReseller();
  const [isEnding, setEnding] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const reason = useWhyNotTerminable(service);
  const whyNoOtherPlan = useWhyNoOtherPlan(service);
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
          <>
            <Limits service={service} />
            <ReasonedButton variant="default" disabledReason={whyNoOtherPlan} onClick={() => setChanging(true)}>
              {t("plan.button")}
            </ReasonedButton>
            <SuspendService service={service} />
            <ReasonedButton variant="default" disabledReason={reason} onClick={() => setEnding(true)}>
              {t("terminate.button")}
            </ReasonedButton>
          </>
        }
      />
      <RunBanner service={service} />
      <WaitingPlan service={service} />
      {isChanging && <ChangePlan service={service} onClose={() => setChanging(false)} />}
      <TerminateService service={service} isOpen={isEnding} onClose={() => setEnding(false)} />
    </>
  );
}

/** D16: of what can call, by whoever sells it. */
function Limits({ service: { id, serviceType, state, tierPath } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("live-calls");
  const own = useViewer().reseller;
  const canLimit = useCan("call.guard").isAllowed && tierPath.at(-1)?.key === own.key;
  const [isOpen, setOpen] = useState(false);
  if (!canLimit || state === "TERMINATED" || (serviceType !== "VOIP" && serviceType !== "MOBILE")) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("limits.title")}
      </Button>
      <callLimits.Part of={id} isLine isOpen={isOpen} onClose={() => setOpen(false)} />
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

function useWhyNoOtherPlan({ state, currentRun, waitingOrder, recurring }: ServiceViewFragment): string | null {
  const { t } = useTranslation("services");
  const can = useCan("order.place");
  if (can.reason !== null) return can.reason;
  if (state !== "ACTIVE") return t("plan.notActive");
  if (recurring === null) return t("plan.paidOnce");
  if (waitingOrder !== null) return t("plan.waitsAlready", { plan: waitingOrder.offering.name });
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
