import { useMutation } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import type { Platform } from "@tierline/shared/onboarding.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/use-send.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Facts, type Fact } from "../../../ui/Facts.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import { TimeText } from "../../../ui/TimeText.tsx";
import classes from "../CustomerForm.module.css";
import { AskPbxDocument, type TrunkFieldsFragment } from "./onboarding.generated.ts";
import styles from "./Wizard.module.css";
import { TrunkDialog } from "./TrunkDialog.tsx";

interface TrunkPanelProps {
  readonly trunk: TrunkFieldsFragment;
  readonly platform: Platform;
  readonly onChanged: (trunk: TrunkFieldsFragment) => void;
}

/** The trunk as it is kept, what the PBX said last, and what can be done about both. */
export function TrunkPanel({ trunk, platform, onChanged }: TrunkPanelProps) {
  const { t } = useTranslation("onboarding");
  const [ask] = useMutation(AskPbxDocument);
  const { send, isBusy, problem } = useSend();
  const [isChanging, setChanging] = useState(false);
  const perform = async () => {
    const { data } = await ask({ variables: { input: { id: trunk.id } } });
    if (data?.askPbx.trunk != null) onChanged(data.askPbx.trunk);
    return data?.askPbx.userErrors;
  };
  return (
    <Panel title={t("trunk.title")} padded>
      <TrunkFacts trunk={trunk} />
      <div aria-live="polite" className={styles.answer}>
        {isBusy ? <p className={classes.dim}>{t("ask.asking")}</p> : <Answer trunk={trunk} />}
      </div>
      {problem !== null && (
        <ErrorNotice
          title={t("ask.failed")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <Group gap="sm" mt="sm" justify="flex-end">
        <Button variant="default" onClick={() => setChanging(true)}>
          {t("trunk.change")}
        </Button>
        <Button variant="default" loading={isBusy} onClick={() => void send(perform)}>
          {t(trunk.answer === null ? "ask.deed" : "ask.again")}
        </Button>
      </Group>
      {isChanging && (
        <TrunkDialog trunk={trunk} platform={platform} onClose={() => setChanging(false)} onChanged={onChanged} />
      )}
    </Panel>
  );
}

function TrunkFacts({ trunk }: { readonly trunk: TrunkFieldsFragment }) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const { ipAddress, sipPort, transport, description, users, pbxUser, gatewayUser } = trunk;
  const host = ipAddress.includes(":") ? `[${ipAddress}]` : ipAddress;
  const signIn = (user: string, hasPassword: boolean) =>
    hasPassword ? t("trunk.withPassword", { user: user === "" ? "–" : user }) : user;
  const items: Fact[] = [
    { key: "address", label: t("trunk.address"), value: `${host}:${sipPort} ${transport}` },
    { key: "users", label: t("trunk.users"), value: users === null ? "" : formatNumber(users, locale) },
    { key: "description", label: t("trunk.description"), value: description },
    { key: "pbxUser", label: t("trunk.pbxUser"), value: signIn(pbxUser, trunk.hasPbxPassword) },
    { key: "gatewayUser", label: t("trunk.gatewayUser"), value: signIn(gatewayUser, trunk.hasGatewayPassword) },
  ];
  return <Facts items={items.filter(({ value }) => value !== "")} />;
}

/** What came of asking it, with what to do about it. */
function Answer({ trunk: { answer } }: { readonly trunk: TrunkFieldsFragment }) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  if (answer === null) return <p className={classes.dim}>{t("ask.never")}</p>;
  const { state, detail, statusCode, roundTripMs, askedAt } = answer;
  const said = [statusCode === null ? null : `SIP ${statusCode}`, detail].filter((each) => each !== null).join(" ");
  return (
    <>
      <StateDot tone={state === "REACHED" ? "ok" : "bad"}>{t(`answer.${state}`)}</StateDot>
      <p className={classes.dim}>
        {[said, roundTripMs === null ? "" : t("ask.ms", { ms: formatNumber(roundTripMs, locale) })]
          .filter((each) => each !== "")
          .join(" · ")}{" "}
        <TimeText value={askedAt} locale={locale} />
      </p>
      {state !== "REACHED" && <p>{t(`advice.${state}`)}</p>}
    </>
  );
}
