import { useMutation } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { CheckConnectorDocument, type ConnectorCardFragment } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";

interface ConnectorCardProps {
  readonly connector: ConnectorCardFragment;
  readonly onSettings: () => void;
}

export function ConnectorCard({ connector, onSettings }: ConnectorCardProps) {
  const { t } = useTranslation(["connectors", "words"]);
  const can = useCan("connector.edit");
  const [check, { loading }] = useMutation(CheckConnectorDocument);
  const checkNow = (): void =>
    void check({ variables: { input: { key: connector.key } } }).catch((error: unknown) =>
      notifications.show({ color: "red", message: failureOf(error).message }),
    );
  return (
    <Panel
      title={connector.title}
      aside={<StateDot tone={stateTone("health", connector.health)}>{t(`words:health.${connector.health}`)}</StateDot>}
      footer={
        <Group gap="xs">
          <ReasonedButton
            size="xs"
            variant="default"
            loading={loading}
            aria-label={t("checkOf", { connector: connector.title })}
            onClick={checkNow}
          >
            {t("check")}
          </ReasonedButton>
          <ReasonedButton
            size="xs"
            variant="default"
            disabledReason={can.reason}
            aria-label={t("settingsOf", { connector: connector.title })}
            onClick={onSettings}
          >
            {t("settings.open")}
          </ReasonedButton>
          <AuditLink subject={connector.id} />
        </Group>
      }
    >
      <p className={classes.mode} data-mode={connector.mode}>
        <strong>{t(`mode.${connector.mode}`)}</strong> {t(`modeText.${connector.mode}`)}
      </p>
      {connector.healthMessage !== "" && (
        <p className={classes.message} role="status">
          {connector.healthMessage}
        </p>
      )}
      <Facts items={useFacts(connector)} />
    </Panel>
  );
}

function useFacts({ protocol, endpoint, latencyMs, checkedAt, bulkRowsAtOnce }: ConnectorCardFragment): Fact[] {
  const { t } = useTranslation("connectors");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "protocol", label: t("fact.protocol"), value: protocol },
    ...(endpoint === ""
      ? []
      : [{ key: "endpoint", label: t("fact.endpoint"), value: <span className="tl-mono">{endpoint}</span> }]),
    {
      key: "latency",
      label: t("fact.latency"),
      value: latencyMs === null ? "–" : t("ms", { number: formatNumber(latencyMs, locale) }),
    },
    {
      key: "checked",
      label: t("fact.checked"),
      value:
        checkedAt === null ? (
          t("never")
        ) : (
          <RelativeTime value={checkedAt} locale={locale} timeZone={timeZone} serverOffsetMs={serverClock.offsetMs} />
        ),
    },
    { key: "bulkRows", label: t("fact.bulkRows"), value: formatNumber(bulkRowsAtOnce, locale) },
  ];
}
