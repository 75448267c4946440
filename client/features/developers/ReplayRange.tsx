import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { pollIntervalMsMin, webhookReplayMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatNumber } from "../../ui/format.ts";
import { ProgressSegments } from "../../ui/ProgressSegments.tsx";
import { instantOf, shownAt } from "../../ui/zoned-time.ts";
import classes from "./Developers.module.css";
import { CountDeliveriesDocument, ReplayDeliveriesDocument, type EndpointViewFragment } from "./webhooks.generated.ts";

interface ReplayRangeProps {
  readonly endpoints: readonly EndpointViewFragment[];
  /** The one that is chosen in the page's address, if any. */
  readonly endpoint: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

interface Range {
  readonly endpoint: string;
  /** As clocks in the reseller's time zone show it. */
  readonly from: string;
  readonly to: string;
  readonly onlyFailed: boolean;
}

const hourMs = 3_600_000;

/** Sends again what an endpoint was sent in some time: how many that are is told before, and how many still wait after. */
export function ReplayRange({ endpoints, endpoint, onClose, onSent }: ReplayRangeProps) {
  const { t } = useTranslation("webhooks");
  const { timeZone } = useViewer().reseller;
  const [now] = useState(() => Date.now());
  const [range, setRange] = useState<Range>({
    endpoint: endpoint || (endpoints[0]?.id ?? ""),
    from: shownAt(now - hourMs, timeZone),
    to: shownAt(now + 60_000, timeZone),
    onlyFailed: true,
  });
  const [sent, setSent] = useState<number | null>(null);
  const { send, isBusy, problem } = useSend();
  const [replay] = useMutation(ReplayDeliveriesDocument);
  const [from, to] = [instantOf(range.from, timeZone), instantOf(range.to, timeZone)];
  const filter = { endpointId: range.endpoint, from, to, state: range.onlyFailed ? ("FAILED" as const) : null };
  const count = useCount(filter, from === null || to === null || sent !== null);
  const chosen = endpoints.find(({ id }) => id === range.endpoint);

  async function again(): Promise<void> {
    const intent = `replay-range:${JSON.stringify(filter)}`;
    let done = 0;
    const isDone = await send(async () => {
      const { data } = await replay({ variables: { input: { ...filter, idempotencyKey: idempotencyKey(intent) } } });
      done = data?.replayWebhookDeliveries.count ?? 0;
      return data?.replayWebhookDeliveries.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    setSent(done);
    onSent();
  }

  if (sent !== null) return <Sent filter={filter} sent={sent} onClose={onClose} />;
  return (
    <FormDialog
      title={t("range.title")}
      onClose={onClose}
      deed={t("replay")}
      disabledReason={reasonOf()}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void again()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <RangeFields endpoints={endpoints} range={range} onChange={(change) => setRange({ ...range, ...change })} />
      <p role="status">{count !== null && <Told count={count} />}</p>
    </FormDialog>
  );

  function reasonOf(): string | null {
    if (chosen?.isOn === false) return t("isOff");
    if (from === null || to === null || from >= to) return t("range.wrong");
    return count === null ? t("range.counting") : count === 0 ? t("range.none") : null;
  }
}

interface CountFilter {
  readonly endpointId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly state: "FAILED" | "PENDING" | null;
}

/** Null until it is known. */
function useCount(filter: CountFilter, skip: boolean, pollInterval = 0): number | null {
  const { data } = useQuery(CountDeliveriesDocument, {
    variables: { filter },
    fetchPolicy: "network-only",
    skip,
    pollInterval,
  });
  return data?.webhookDeliveries.totalCount.value ?? null;
}

interface RangeFieldsProps {
  readonly endpoints: readonly EndpointViewFragment[];
  readonly range: Range;
  readonly onChange: (change: Partial<Range>) => void;
}

function RangeFields({ endpoints, range, onChange }: RangeFieldsProps) {
  const { t } = useTranslation("webhooks");
  return (
    <>
      <NativeSelect
        label={t("log.endpoint")}
        data-autofocus
        value={range.endpoint}
        onChange={(event) => onChange({ endpoint: event.currentTarget.value })}
        data={endpoints.map(({ id, url }) => ({ value: id, label: url }))}
      />
      <div className={classes.filters}>
        {(["from", "to"] as const).map((end) => (
          <TextInput
            key={end}
            type="datetime-local"
            label={t(`range.${end}`)}
            value={range[end]}
            onChange={(event) => onChange({ [end]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Checkbox
        label={t("range.onlyFailed")}
        checked={range.onlyFailed}
        onChange={(event) => onChange({ onlyFailed: event.currentTarget.checked })}
      />
    </>
  );
}

function Told({ count }: { count: number }) {
  const { t } = useTranslation("webhooks");
  const locale = useLocale();
  const shown = { count, shown: formatNumber(count, locale), max: formatNumber(webhookReplayMax, locale) };
  if (count === 0) return t("range.none");
  return count > webhookReplayMax ? t("range.most", shown) : t("range.all", shown);
}

/** Of what was sent again, how many have not been taken yet. */
function Sent({ filter, sent, onClose }: { filter: CountFilter; sent: number; onClose: () => void }) {
  const { t } = useTranslation("webhooks");
  const waiting = useCount({ ...filter, state: "PENDING" }, false, pollIntervalMsMin);
  const done = Math.max(0, sent - (waiting ?? sent));
  const text = waiting === 0 ? t("range.over", { count: sent }) : t("range.progress", { done, count: sent });
  return (
    <Dialog isOpen onClose={onClose} title={t("range.title")} size="lg" closeLabel={t("close")}>
      <ProgressSegments total={sent} done={done} isCurrent={waiting !== 0} label={t("range.title")} valueText={text} />
      <p role="status">{text}</p>
      <div className={classes.end}>
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </Dialog>
  );
}
