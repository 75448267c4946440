import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  MyFactorsDocument,
  RemoveFactorDocument,
  RenewRecoveryCodesDocument,
  type OwnFactorsPartsFragment,
} from "../api/factors.generated.ts";
import { hasPasskeys } from "../api/passkey.ts";
import { useSend } from "../api/use-send.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { AddAuthenticator } from "./AddAuthenticator.tsx";
import { AddPasskey } from "./AddPasskey.tsx";
import classes from "./OwnFactors.module.css";
import { QueryState } from "./QueryState.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { useFactorLabels } from "./use-factor-labels.ts";

type Factor = OwnFactorsPartsFragment["factors"][number];
type Opened = "app" | "passkey" | Factor | null;

interface OwnFactorsProps {
  /** The rights come back with the first factor of who must have one. */
  readonly onChanged?: () => void;
}

/** What one proves oneself with besides the password: added, removed, and the codes for when all is lost. */
export function OwnFactors({ onChanged }: OwnFactorsProps) {
  const { t } = useTranslation("account");
  const result = useQuery(MyFactorsDocument, { fetchPolicy: "cache-and-network" });
  const [opened, setOpened] = useState<Opened>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [renew] = useMutation(RenewRecoveryCodesDocument);
  const { send, isBusy, problem } = useSend();
  const close = (): void => setOpened(null);
  const changed = (fresh: readonly string[]): void => {
    close();
    setCodes(fresh);
    void result.refetch();
    if (fresh.length === 0) onChanged?.();
  };
  const renewCodes = (): void =>
    void send(async () => {
      const { data } = await renew();
      const { recoveryCodes = [], userErrors = [] } = data?.renewRecoveryCodes ?? {};
      if (userErrors.length === 0) changed(recoveryCodes);
      return userErrors;
    });
  return (
    <Panel title={t("factors.title")}>
      <p className={classes.text}>{t("factors.text")}</p>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <QueryState result={result}>
        {({ myFactors }) => (
          <>
            <FactorList own={myFactors} onRemove={setOpened} />
            <Group gap="xs" mt="sm">
              <Button variant="default" onClick={() => setOpened("app")}>
                {t("factors.addApp")}
              </Button>
              <ReasonedButton
                variant="default"
                disabledReason={hasPasskeys() ? null : t("factors.noPasskeys")}
                onClick={() => setOpened("passkey")}
              >
                {t("factors.addPasskey")}
              </ReasonedButton>
              {myFactors.factors.length > 0 && (
                <Button variant="default" loading={isBusy} onClick={renewCodes}>
                  {t("factors.renewCodes")}
                </Button>
              )}
            </Group>
          </>
        )}
      </QueryState>
      {opened === "app" && <AddAuthenticator onClose={close} onAdded={changed} />}
      {opened === "passkey" && <AddPasskey onClose={close} onAdded={changed} />}
      {opened !== null && typeof opened === "object" && (
        <RemoveFactor factor={opened} onClose={close} onRemoved={() => changed([])} />
      )}
      {codes.length > 0 && (
        <RecoveryCodes
          codes={codes}
          onClose={() => {
            setCodes([]);
            onChanged?.();
          }}
        />
      )}
    </Panel>
  );
}

function FactorList({
  own: { factors, isRequired, recoveryCodesLeft },
  onRemove,
}: {
  own: OwnFactorsPartsFragment;
  onRemove: (factor: Factor) => void;
}) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  if (factors.length === 0) return <p className={classes.none}>{t("factors.none")}</p>;
  const kept = isRequired && factors.length === 1 ? t("factors.keepLast") : null;
  return (
    <>
      <ul className={classes.list} aria-label={t("factors.title")}>
        {factors.map((factor) => (
          <li key={factor.id}>
            <span className={classes.name}>{factor.name}</span>
            <span className={classes.facts}>
              <span>{t(`factors.kind.${factor.kind}`)}</span>
              {factor.lastUsedAt === null ? (
                <span>{t("factors.neverUsed")}</span>
              ) : (
                <RelativeTime value={factor.lastUsedAt} locale={locale} timeZone={timeZone} />
              )}
            </span>
            <ReasonedButton
              size="xs"
              variant="default"
              disabledReason={kept}
              aria-label={t("factors.removeNamed", { name: factor.name })}
              onClick={() => onRemove(factor)}
            >
              {t("factors.remove")}
            </ReasonedButton>
          </li>
        ))}
      </ul>
      <p className={classes.text}>{t("factors.codesLeft", { count: recoveryCodesLeft })}</p>
    </>
  );
}

function RemoveFactor({
  factor: { id, name },
  onClose,
  onRemoved,
}: {
  factor: Factor;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation("account");
  const labels = useFactorLabels();
  const [remove] = useMutation(RemoveFactorDocument);
  const { send, isBusy, problem } = useSend();
  async function submit(): Promise<void> {
    const isDone = await send(
      async () => (await remove({ variables: { input: { id } } })).data?.removeFactor.userErrors,
    );
    if (isDone) onRemoved();
  }
  return (
    <FormDialog
      title={t("factors.removeTitle", { name })}
      onClose={onClose}
      deed={t("factors.remove")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <p>{t("factors.removeText")}</p>
    </FormDialog>
  );
}
