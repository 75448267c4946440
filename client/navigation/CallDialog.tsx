import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallRowFragment } from "../api/calls.generated.ts";
import { useCan, useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Facts, type Fact } from "../ui/Facts.tsx";
import { formatDateTime } from "../ui/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PhoneText } from "../ui/PhoneText.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { callClock, isDialled } from "./call-text.ts";
import { CorrectCall } from "./CorrectCall.tsx";

interface CallDialogProps {
  readonly call: CallRowFragment;
  readonly onClose: () => void;
  readonly onCorrected: () => void;
}

/** A call with all that is told of it, and what puts it right. */
export function CallDialog({ call, onClose, onCorrected }: CallDialogProps) {
  const { t } = useTranslation("calls");
  const can = useCan("call.record");
  const [isCorrecting, setCorrecting] = useState(false);
  const facts = useFacts(call);
  if (isCorrecting) return <CorrectCall call={call} onClose={onClose} onDone={onCorrected} />;
  const isFixed = call.state === "LIVE" || call.correctsId !== null;
  const reason = isFixed ? t(call.state === "LIVE" ? "correct.live" : "correct.isOne") : null;
  return (
    <Dialog title={t("detail")} onClose={onClose} closeLabel={t("close")} size="lg">
      <Facts items={facts} />
      <ReasonedButton
        variant="default"
        disabledReason={can.isAllowed ? reason : can.reason}
        onClick={() => setCorrecting(true)}
      >
        {t("correct.open")}
      </ReasonedButton>
    </Dialog>
  );
}

/** Of a call that was split, each with from when it counted and for how long. */
function Rates({ charge: { rate, cadence, parts } }: { readonly charge: NonNullable<CallRowFragment["charge"]> }) {
  const { t } = useTranslation("calls");
  if (parts.length === 0) return t("rateOf", { rate, cadence });
  return parts.map(({ fromSecond, freeSeconds, billedSeconds, ...part }) => (
    <div key={fromSecond}>
      {t("part", { from: callClock(fromSecond), billed: callClock(billedSeconds), rate: t("rateOf", part) })}
      {freeSeconds > 0 && ` · ${t("free", { duration: callClock(freeSeconds) })}`}
    </div>
  ));
}

function useFacts(call: CallRowFragment): Fact[] {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const number = (value: string) => (isDialled(value) ? <PhoneText value={`+${value}`} /> : value);
  const { charge, margin, problem, refusal, destination } = call;
  const result = problem === null ? (refusal ?? t(`state.${call.state}`)) : t(`problem.${problem}`);
  const facts: (Fact | null)[] = [
    {
      key: "at",
      label: t("column.at"),
      value: <time dateTime={call.startedAt}>{formatDateTime(call.startedAt, locale, { timeZone })}</time>,
    },
    { key: "customer", label: t("column.customer"), value: call.customer.label },
    { key: "direction", label: t("filter.direction"), value: t(`direction.${call.direction}`) },
    { key: "caller", label: t("column.caller"), value: number(call.caller) },
    { key: "called", label: t("column.called"), value: number(call.called) },
    destination === null ? null : { key: "destination", label: t("column.destination"), value: destination },
    { key: "state", label: t("column.state"), value: call.correctsId === null ? result : t("correction") },
    { key: "duration", label: t("column.duration"), value: callClock(call.seconds) },
    charge === null || charge.freeSeconds === 0
      ? null
      : { key: "free", label: t("totals.freeSeconds"), value: callClock(charge.freeSeconds) },
    charge === null ? null : { key: "rate", label: t("rate"), value: <Rates charge={charge} /> },
    charge === null
      ? null
      : {
          key: "price",
          label: t("column.price"),
          value: <MoneyText {...charge.amount} locale={locale} />,
          isStrong: true,
        },
    margin === null
      ? null
      : { key: "margin", label: t("column.margin"), value: <MoneyText {...margin} locale={locale} isSigned /> },
  ];
  return facts.filter((fact) => fact !== null);
}
