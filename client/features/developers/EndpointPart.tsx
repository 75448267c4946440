import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { webhookEventKeys, webhookEventName } from "@tierline/shared/webhook-event.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import type { UserErrorLike } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ConfirmByName } from "../../ui/ConfirmByName.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { PanelPart } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import classes from "./Developers.module.css";
import { EditEndpoint } from "./EditEndpoint.tsx";
import {
  DeleteEndpointDocument,
  RotateSecretDocument,
  TestEndpointDocument,
  UpdateEndpointDocument,
  type EndpointViewFragment,
} from "./webhooks.generated.ts";

interface EndpointPartProps {
  readonly endpoint: EndpointViewFragment;
  readonly onSecret: (secret: string | null) => void;
  readonly onChanged: () => void;
}

/** One endpoint: what it hears, how it stands, and what can be done to it. */
export function EndpointPart({ endpoint, onSecret, onChanged }: EndpointPartProps) {
  const { t } = useTranslation("webhooks");
  const can = useCan("api_key.manage");
  const { send, isBusy, problem } = useSend();
  const [note, setNote] = useState<string | null>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const [test] = useMutation(TestEndpointDocument);
  const [rotate] = useMutation(RotateSecretDocument);
  const [update] = useMutation(UpdateEndpointDocument);
  const [remove] = useMutation(DeleteEndpointDocument);
  const { id, url, isOn, version, secrets } = endpoint;
  const mayNot = can.isAllowed ? null : can.reason;

  /** Under a key that is kept until it was done, so that a second click is the same deed. */
  async function act(
    intent: string,
    work: (key: string) => Promise<readonly UserErrorLike[] | undefined>,
  ): Promise<boolean> {
    setNote(null);
    const isDone = await send(() => work(idempotencyKey(intent)));
    if (isDone) forgetIdempotencyKey(intent);
    return isDone;
  }

  async function sendTest(): Promise<void> {
    const isSent = await act(`test:${id}`, async (key) => {
      const { data } = await test({ variables: { input: { endpointId: id, idempotencyKey: key } } });
      return data?.testWebhookEndpoint.userErrors;
    });
    if (isSent) setNote(t("tested"));
  }

  async function makeSecret(): Promise<void> {
    let secret: string | null = null;
    const isMade = await act(`secret:${id}:${secrets.length}`, async (key) => {
      const { data } = await rotate({ variables: { input: { endpointId: id, idempotencyKey: key } } });
      secret = data?.rotateWebhookSecret.secret ?? null;
      return data?.rotateWebhookSecret.userErrors;
    });
    if (isMade) onSecret(secret);
  }

  const turn = (): Promise<boolean> =>
    act(`turn:${id}`, async () => {
      const { data } = await update({ variables: { input: { id, version, isOn: !isOn } } });
      return data?.updateWebhookEndpoint.userErrors;
    });

  async function end(): Promise<void> {
    const isGone = await act(`delete:${id}`, async () => {
      const { data } = await remove({ variables: { input: { id } } });
      return data?.deleteWebhookEndpoint.userErrors;
    });
    if (isGone) onChanged();
  }

  const button = { variant: "default", size: "xs", disabledReason: mayNot } as const;
  return (
    <PanelPart title={<span className={classes.address}>{url}</span>}>
      <EndpointFacts endpoint={endpoint} />
      {problem !== null && !isDeleting && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <p className={classes.dim} role="status">
        {note}
      </p>
      <div className={classes.end}>
        <ReasonedButton {...button} aria-label={t("editNamed", { url })} onClick={() => setEditing(true)}>
          {t("edit")}
        </ReasonedButton>
        <ReasonedButton
          {...button}
          disabledReason={mayNot ?? (isOn ? null : t("isOff"))}
          aria-label={t("testNamed", { url })}
          loading={isBusy}
          onClick={() => void sendTest()}
        >
          {t("test")}
        </ReasonedButton>
        <ReasonedButton {...button} aria-label={t("rotateNamed", { url })} onClick={() => void makeSecret()}>
          {t("rotate")}
        </ReasonedButton>
        <ReasonedButton {...button} aria-label={t(isOn ? "offNamed" : "onNamed", { url })} onClick={() => void turn()}>
          {t(isOn ? "turnOff" : "turnOn")}
        </ReasonedButton>
        {can.isAllowed && (
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={t("deleteNamed", { url })}
            onClick={() => setDeleting(true)}
          >
            {t("delete")}
          </Button>
        )}
      </div>
      <AuditLink subject={endpoint.id} />
      {isEditing && <EditEndpoint endpoint={endpoint} onClose={() => setEditing(false)} />}
      <ConfirmByName
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title={t("deleteTitle")}
        name={new URL(url).host}
        consequences={[t("deleteLog"), t("deleteWaiting")]}
        onConfirm={() => void end()}
        isBusy={isBusy}
        labels={{
          typeName: (name) => t("typeName", { name }),
          confirm: t("delete"),
          cancel: t("cancel"),
          notYet: t("notYet"),
        }}
      >
        {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} />}
      </ConfirmByName>
    </PanelPart>
  );
}

function EndpointFacts({ endpoint }: { endpoint: EndpointViewFragment }) {
  const { t } = useTranslation("webhooks");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { events, offReason, failingSince, maker, reseller, customer, secrets } = endpoint;
  const heard = webhookEventKeys.filter((key) => (events as readonly string[]).includes(webhookEventName(key)));
  const [, older] = secrets;
  return (
    <Facts
      layout="columns"
      items={[
        {
          key: "state",
          label: t("state"),
          value:
            offReason !== null ? (
              <StateDot tone="off">{t(`off.${offReason}`)}</StateDot>
            ) : failingSince !== null ? (
              <StateDot tone="bad">
                {t("failingSince")} <TimeText value={failingSince} locale={locale} timeZone={timeZone} withDate />
              </StateDot>
            ) : (
              <StateDot tone="ok">{t("on")}</StateDot>
            ),
        },
        { key: "reach", label: t("reach"), value: customer?.label ?? reseller?.name ?? "" },
        { key: "events", label: t("hears"), value: heard.join(", ") },
        ...(older?.expiresAt == null
          ? []
          : [
              {
                key: "secrets",
                label: t("olderSecret"),
                value: <TimeText value={older.expiresAt} locale={locale} timeZone={timeZone} withDate />,
              },
            ]),
        ...(maker === null ? [] : [{ key: "maker", label: t("maker"), value: maker }]),
      ]}
    />
  );
}
