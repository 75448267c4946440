import { Alert, Button, Checkbox, Group, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel, PanelPart } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { TaskRail } from "../../ui/TaskRail.tsx";
import type { AssignQuoteQuery } from "./assign.generated.ts";
import classes from "./ReviewPanel.module.css";
import type { Placing } from "./use-place-order.ts";
import type { Draft } from "./use-draft.ts";

type Quote = AssignQuoteQuery["orderQuote"];

interface ReviewPanelProps {
  readonly draft: Draft;
  readonly quote: Quote | null;
  /** What is still to be chosen, in words; null when the order may be placed. */
  readonly missing: string | null;
  readonly autoRenew: boolean;
  readonly placing: Placing;
  readonly paysNow: boolean;
  readonly onPayNow: (paysNow: boolean) => void;
  readonly onCancel: () => void;
}

/** Everything once more before it counts: who, what, which items, the price, what was checked and what will run (O25, O47). */
export function ReviewPanel(props: ReviewPanelProps) {
  const { draft, quote, missing, autoRenew, placing, paysNow, onPayNow, onCancel } = props;
  const { t } = useTranslation("assign");
  const can = useCan("order.place");
  const reason = can.reason ?? missing;
  useShortcut("mod+enter", t("confirm"), () => {
    if (reason === null && !placing.isBusy) void placing.place();
  });
  return (
    <Panel
      title={t("review.title")}
      padded={false}
      aside={
        missing === null ? (
          <StateDot tone="ok">{t("review.ready")}</StateDot>
        ) : (
          <StateDot tone="neutral">{t("review.notReady")}</StateDot>
        )
      }
    >
      <PanelPart>
        <Facts items={useFacts(draft, quote, autoRenew)} />
      </PanelPart>
      {quote !== null && <PriceParts quote={quote} autoRenew={autoRenew} />}
      {quote !== null && <Checks checks={quote.checks} />}
      {quote !== null && <Plan quote={quote} slots={draft.slots} />}
      <div className={classes.footer}>
        {quote?.canPayNow === true && <PayNow quote={quote} placing={placing} paysNow={paysNow} onPayNow={onPayNow} />}
        {placing.problem !== null && !(placing.problem.about === "payment" && quote?.canPayNow === true) && (
          <Alert color={placing.problem.about === "price" ? "amber" : "red"} role="alert" mb="sm">
            {placing.problem.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onCancel}>
            {t("cancel")}
          </Button>
          <ReasonedButton
            className={classes.confirm}
            disabledReason={reason}
            loading={placing.isBusy}
            onClick={() => void placing.place()}
            rightSection={<KeyHint keys={keyLabel("mod+enter")} />}
          >
            {t("confirm")}
          </ReasonedButton>
        </Group>
      </div>
    </Panel>
  );
}

interface PayNowProps extends Pick<ReviewPanelProps, "placing" | "paysNow" | "onPayNow"> {
  readonly quote: Quote;
}

/** O41: set aside before anything is provisioned; why it was declined stands with the choice, and the order can be sent again. */
function PayNow({ quote: { dueToday, mustPayNow }, placing: { problem, isBusy }, paysNow, onPayNow }: PayNowProps) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  return (
    <Checkbox
      mb="sm"
      label={t("review.payNow", { amount: formatMoney(dueToday.amount, dueToday.currency, locale) })}
      description={t(mustPayNow ? "review.mustPayNowHint" : "review.payNowHint")}
      checked={paysNow}
      disabled={isBusy || mustPayNow}
      error={problem?.about === "payment" ? problem.message : null}
      onChange={(event) => onPayNow(event.currentTarget.checked)}
    />
  );
}

function useFacts({ offering, customer, slots }: Draft, quote: Quote | null, autoRenew: boolean): Fact[] {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const open = <span className={classes.dim}>{t("review.open")}</span>;
  const facts: Fact[] = [
    {
      key: "customer",
      label: t("review.customer"),
      value: customer === null ? open : <strong>{customer.label}</strong>,
    },
    { key: "product", label: t("review.product"), value: offering?.name ?? open },
    ...slots.map(({ requirement, reservation }) => ({
      key: requirement.slot,
      label: requirement.label,
      value:
        reservation === null ? (
          open
        ) : (
          <IdentifierText kind={requirement.template.identifierKind} value={reservation.item.identifier} />
        ),
    })),
  ];
  if (offering?.isRecurring === true && offering.whileSuspended === "BILL_WHILE_SUSPENDED")
    facts.push({ key: "whileSuspended", label: t("review.whileSuspended"), value: t("review.chargedAllTheSame") });
  if (quote?.asksAutoRenew !== true) return facts;
  const next = quote.nextRenewalOn === null ? "" : formatDate(quote.nextRenewalOn, locale);
  return [
    ...facts,
    {
      key: "renew",
      label: t("review.autoRenew"),
      value: autoRenew ? t("review.renewYes", { day: next }) : t("review.renewNo"),
    },
  ];
}

function PriceParts({ quote, autoRenew }: { quote: Quote; autoRenew: boolean }) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const lines: Fact[] = quote.lines.map(({ kind, label, amount, from, to }) => ({
    key: kind,
    label:
      from !== null && to !== null
        ? t("review.period", { label, from: formatDate(from, locale), to: formatDate(to, locale) })
        : label,
    value: <MoneyText amount={amount.amount} currency={amount.currency} locale={locale} />,
  }));
  const due: Fact = {
    key: "due",
    label: t("review.dueToday"),
    isStrong: true,
    value: <MoneyText amount={quote.dueToday.amount} currency={quote.dueToday.currency} locale={locale} />,
  };
  const later: Fact[] =
    quote.recurring === null || quote.nextRenewalOn === null || !autoRenew
      ? []
      : [
          {
            key: "later",
            label: t("review.then", { day: formatDate(quote.nextRenewalOn, locale) }),
            isDim: true,
            value: <MoneyText amount={quote.recurring.amount} currency={quote.recurring.currency} locale={locale} />,
          },
        ];
  return (
    <>
      <PanelPart>
        <Facts items={lines} />
      </PanelPart>
      <PanelPart>
        <Facts items={[due, ...later]} />
      </PanelPart>
    </>
  );
}

const checkIcons = {
  OK: <IconCheck size={15} stroke={1.8} aria-hidden />,
  WARNING: <IconAlertTriangle size={15} stroke={1.8} aria-hidden />,
  BLOCKING: <IconX size={15} stroke={1.8} aria-hidden />,
};

function Checks({ checks }: { checks: Quote["checks"] }) {
  const { t } = useTranslation("assign");
  return (
    <PanelPart title={t("review.checked")}>
      <ul className={classes.checks}>
        {checks.map(({ code, state, message }, index) => (
          <li key={`${code} ${index}`} data-state={state}>
            {checkIcons[state]}
            <span className={classes.hidden}>{t(`check.${state}`)}: </span>
            {message}
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}

/** Made by the code that will execute it: what stands here is what happens. The calls are there for who wants to see them. */
function Plan({ quote, slots }: { quote: Quote; slots: Draft["slots"] }) {
  const { t } = useTranslation("assign");
  const [showsCalls, setShowsCalls] = useState(false);
  const itemOf = (detail: string): string =>
    slots.find(({ requirement }) => requirement.slot === detail)?.reservation?.item.label ?? detail;
  return (
    <PanelPart
      title={t("review.willRun")}
      aside={
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={showsCalls}
          onClick={() => setShowsCalls((shown) => !shown)}
        >
          {showsCalls ? t("review.hideCalls") : t("review.tasks", { count: quote.plan.length })}
        </Button>
      }
    >
      <TaskRail
        variant="plan"
        label={t("review.willRun")}
        items={quote.plan.map(({ key, title, detail, calls, ignoresErrors }) => ({
          key,
          title,
          state: "pending" as const,
          ...(detail === null ? {} : { aside: <span className={classes.detail}>{itemOf(detail)}</span> }),
          ...(ignoresErrors ? { detail: t("review.onlyWarning") } : {}),
          ...(!showsCalls || calls.length === 0 ? {} : { children: <Calls calls={calls} /> }),
        }))}
      />
    </PanelPart>
  );
}

function Calls({ calls }: { calls: Quote["plan"][number]["calls"] }) {
  return (
    <>
      {calls.map(({ connector, method, target, body }, index) => (
        <Tooltip
          key={`${method} ${target} ${index}`}
          label={<pre className={classes.body}>{body ?? ""}</pre>}
          disabled={body === null}
          position="left"
          multiline
        >
          <code className={classes.call} tabIndex={0}>
            {connector} {method} {target}
          </code>
        </Tooltip>
      ))}
    </>
  );
}
