import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HealthState } from "../../api/generated/schema.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatTime } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./ServicePage.module.css";
import { CheckServiceHealthDocument, type CheckServiceHealthMutation } from "./service.generated.ts";

type Probe = CheckServiceHealthMutation["checkServiceHealth"]["probes"][number];

/** O46: "it was provisioned and does not work": asks the network itself, element by element. */
export function HealthCheck({ serviceId }: { serviceId: string }) {
  const { t } = useTranslation("services");
  const can = useCan("service.check");
  const { check, probes, problem, isBusy } = useCheck(serviceId);
  const isWell = probes?.every(({ state }) => state === "OK" || state === "NOT_APPLICABLE") ?? false;
  return (
    <Panel
      title={t("health.title")}
      padded={probes === null}
      aside={
        <ReasonedButton
          variant="default"
          size="xs"
          loading={isBusy}
          disabledReason={can.reason}
          onClick={() => void check()}
        >
          {probes === null ? t("health.check") : t("health.again")}
        </ReasonedButton>
      }
      {...(probes !== null && { footer: <span role="status">{isWell ? t("health.well") : t("health.unwell")}</span> })}
    >
      {problem !== null && (
        <ErrorNotice title={t("health.failed")} what={problem}>
          <Button size="xs" variant="default" onClick={() => void check()}>
            {t("health.again")}
          </Button>
        </ErrorNotice>
      )}
      {probes === null ? (
        problem === null && <span className={classes.dim}>{t("health.hint")}</span>
      ) : (
        <ul className={classes.probes} aria-label={t("health.title")}>
          {probes.map((probe) => (
            <ProbeRow key={probe.key} probe={probe} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useCheck(id: string) {
  const [mutate, { loading }] = useMutation(CheckServiceHealthDocument);
  const [probes, setProbes] = useState<readonly Probe[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function check(): Promise<void> {
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { input: { id } } });
      const errors = data?.checkServiceHealth.userErrors ?? [];
      if (errors.length > 0) setProblem(errors.map(({ message }) => message).join(" "));
      else setProbes(data?.checkServiceHealth.probes ?? null);
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return { check, probes, problem, isBusy: loading };
}

const icons = { OK: IconCheck, FAILED: IconX, DEGRADED: IconAlertTriangle, NOT_APPLICABLE: IconMinus };

function ProbeRow({ probe: { title, state, message, checkedAt } }: { probe: Probe }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const Icon = icons[state];
  const word: Record<HealthState, string> = {
    OK: t("health.OK"),
    FAILED: t("health.FAILED"),
    DEGRADED: t("health.DEGRADED"),
    NOT_APPLICABLE: t("health.NOT_APPLICABLE"),
  };
  return (
    <li>
      <span className={classes.probe} data-state={state} role="img" aria-label={word[state]}>
        <Icon size={13} stroke={2.4} aria-hidden />
      </span>
      <span>{title}</span>
      <span className={classes.probeText}>
        {message} · <time dateTime={checkedAt}>{formatTime(checkedAt, locale, { timeZone, seconds: true })}</time>
      </span>
    </li>
  );
}
