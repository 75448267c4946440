import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf, type UserErrorLike } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { ConfirmByName } from "../../ui/ConfirmByName.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { PanelPart } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { RevokeKeyDocument, RotateKeyDocument, type ProgramViewFragment } from "./developers.generated.ts";
import classes from "./Developers.module.css";
import { EditProgram } from "./EditProgram.tsx";

interface ProgramPartProps {
  readonly program: ProgramViewFragment;
  readonly onToken: (token: string | null) => void;
}

/** One program: what it may, where and from where, and its keys. */
export function ProgramPart({ program, onToken }: ProgramPartProps) {
  const { t } = useTranslation("developers");
  const can = useCan("api_key.manage");
  const [rotate, { loading }] = useMutation(RotateKeyDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const { id, name, keys } = program;

  async function makeKey(): Promise<void> {
    const intent = `rotate:${id}:${keys.length}`;
    setProblem(null);
    try {
      const { data } = await rotate({ variables: { input: { clientId: id, idempotencyKey: idempotencyKey(intent) } } });
      const refusal = wordsOf(data?.rotateApiKey.userErrors);
      if (refusal !== null) return setProblem(refusal);
      forgetIdempotencyKey(intent);
      onToken(data?.rotateApiKey.token ?? null);
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }

  return (
    <PanelPart
      title={name}
      aside={
        <span className={classes.end}>
          <ReasonedButton
            variant="default"
            size="xs"
            aria-label={t("editNamed", { name })}
            disabledReason={can.isAllowed ? null : can.reason}
            onClick={() => setEditing(true)}
          >
            {t("edit")}
          </ReasonedButton>
          <ReasonedButton
            variant="default"
            size="xs"
            aria-label={t("rotateNamed", { name })}
            disabledReason={can.isAllowed ? null : can.reason}
            loading={loading}
            onClick={() => void makeKey()}
          >
            {t("rotate")}
          </ReasonedButton>
        </span>
      }
    >
      <ProgramFacts program={program} />
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem} />}
      <ul className={classes.keys}>
        {keys.map((key) => (
          <KeyLine key={key.id} apiKey={key} onRevoked={() => onToken(null)} />
        ))}
      </ul>
      <AuditLink subject={id} />
      {isEditing && <EditProgram program={program} onClose={() => setEditing(false)} />}
    </PanelPart>
  );
}

function ProgramFacts({ program }: { program: ProgramViewFragment }) {
  const { t } = useTranslation("developers");
  const { id, scopes, ipList, requestsPerMinute, maker, reseller, customer } = program;
  return (
    <Facts
      items={[
        { key: "id", label: t("clientId"), value: <code>{id}</code> },
        { key: "reach", label: t("reach"), value: customer?.label ?? reseller?.name ?? "" },
        { key: "scopes", label: t("scopes"), value: scopes.join(", ") },
        { key: "from", label: t("from"), value: ipList.length === 0 ? t("anywhere") : ipList.join(", ") },
        { key: "pace", label: t("pace"), value: t("perMinute", { count: requestsPerMinute }) },
        ...(maker === null ? [] : [{ key: "maker", label: t("maker"), value: maker }]),
      ]}
    />
  );
}

type Key = ProgramViewFragment["keys"][number];

function KeyLine({ apiKey, onRevoked }: { apiKey: Key; onRevoked: () => void }) {
  const { t } = useTranslation("developers");
  const can = useCan("api_key.manage");
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [revoke, { loading }] = useMutation(RevokeKeyDocument);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { id, prefix, expiresAt, lastUsedAt, revokedAt, isLive } = apiKey;

  async function end(): Promise<void> {
    try {
      const { data } = await revoke({ variables: { input: { id } } });
      const refusal = wordsOf(data?.revokeApiKey.userErrors);
      if (refusal !== null) return setProblem(refusal);
      setAsking(false);
      onRevoked();
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }

  return (
    <li className={classes.key}>
      <code>{prefix}</code>
      <span className={classes.dim}>
        {revokedAt !== null ? t("revoked") : isLive ? t("runsOut") : t("ranOut")}{" "}
        <DateText value={revokedAt ?? expiresAt} locale={locale} timeZone={timeZone} />
        {" · "}
        {lastUsedAt === null ? t("neverUsed") : t("lastUsed")}{" "}
        {lastUsedAt !== null && <DateText value={lastUsedAt} locale={locale} timeZone={timeZone} />}
      </span>
      {isLive && can.isAllowed && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={t("revokeNamed", { prefix })}
          onClick={() => setAsking(true)}
        >
          {t("revoke")}
        </Button>
      )}
      <ConfirmByName
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("revokeTitle", { prefix })}
        name={prefix.slice(-8)}
        consequences={[t("revokeAtOnce"), t("revokeFinal")]}
        onConfirm={() => void end()}
        isBusy={loading}
        labels={{
          typeName: (name) => t("typeName", { name }),
          confirm: t("revoke"),
          cancel: t("cancel"),
          notYet: t("notYet"),
        }}
      >
        {problem !== null && <ErrorNotice title={t("notDone")} what={problem} />}
      </ConfirmByName>
    </li>
  );
}

function wordsOf(errors: readonly UserErrorLike[] | undefined): string | null {
  return errors === undefined || errors.length === 0 ? null : errors.map(({ message }) => message).join(" ");
}
