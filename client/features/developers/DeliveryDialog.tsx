import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatNumber } from "../../ui/format.ts";
import { TimeText } from "../../ui/TimeText.tsx";
import type { Delivery } from "./delivery.ts";
import classes from "./Developers.module.css";
import { ReplayDeliveriesDocument } from "./webhooks.generated.ts";

interface DeliveryDialogProps {
  readonly delivery: Delivery;
  readonly onClose: () => void;
  readonly onReplayed: () => void;
}

/** What was sent, to the byte, and each answer; it can be sent again. */
export function DeliveryDialog({ delivery, onClose, onReplayed }: DeliveryDialogProps) {
  const { t } = useTranslation("webhooks");
  const can = useCan("api_key.manage");
  const { send, isBusy, problem } = useSend();
  const [replay] = useMutation(ReplayDeliveriesDocument);
  const { id, webhookId, type, body, endpoint, attempts, nextAttemptAt } = delivery;
  const off = endpoint?.isOn === false ? t("isOff") : null;

  async function again(): Promise<void> {
    const intent = `replay:${id}:${attempts.length}`;
    const input = { endpointId: endpoint?.id ?? "", deliveryIds: [id], idempotencyKey: idempotencyKey(intent) };
    const isDone = await send(async () => {
      const { data } = await replay({ variables: { input } });
      return data?.replayWebhookDeliveries.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onReplayed();
    onClose();
  }

  return (
    <FormDialog
      title={type}
      onClose={onClose}
      deed={t("replay")}
      disabledReason={can.isAllowed ? off : can.reason}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void again()}
      labels={{ close: t("close"), cancel: t("close"), notDone: t("notDone"), request: t("request") }}
    >
      <p className={`${classes.dim} ${classes.address}`}>
        {endpoint?.url} · <code>{webhookId}</code>
      </p>
      <CodeBlock code={pretty(body)} label={t("body")} />
      <Attempts attempts={attempts} nextAttemptAt={nextAttemptAt} />
    </FormDialog>
  );
}

function Attempts({ attempts, nextAttemptAt }: Pick<Delivery, "attempts" | "nextAttemptAt">) {
  const { t } = useTranslation("webhooks");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const time = (value: string) => <TimeText value={value} locale={locale} timeZone={timeZone} withDate />;
  return (
    <ul className={classes.keys} aria-label={t("attempts")}>
      {nextAttemptAt !== null && (
        <li className={classes.dim}>
          {t("nextAttempt")} {time(nextAttemptAt)}
        </li>
      )}
      {attempts.map(({ at, status, answer, failure, durationMs }) => (
        <li key={at}>
          <p className={classes.dim}>
            {time(at)} · {status ?? failure} · {t("ms", { ms: formatNumber(durationMs, locale) })}
          </p>
          {answer !== "" && <CodeBlock code={answer} label={t("answer")} />}
        </li>
      ))}
    </ul>
  );
}

/** As it was sent, only easier to read. */
function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
