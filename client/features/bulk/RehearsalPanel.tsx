import { useMutation } from "@apollo/client/react";
import { NumberInput } from "@mantine/core";
import { bulkPermissions, type BulkRowState } from "@tierline/shared/bulk.ts";
import { bulkRatePerMinuteMax } from "@tierline/shared/limits.ts";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatNumber } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressSegments } from "../../ui/ProgressSegments.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StartBulkDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { CancelButton } from "./CancelButton.tsx";
import { countOf } from "../../api/bulk-counts.ts";

const told: readonly BulkRowState[] = ["READY", "REFUSED", "UNCHANGED"];

/** What would be done, what it takes, and the button that begins. */
export function RehearsalPanel({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { state, rowCount, stock, money } = shown;
  if (state === "UPLOADED") {
    return (
      <Panel title={t("rehearsal.title")} padded>
        <p>{t("rehearsal.notYet", { rows: formatNumber(rowCount, locale) })}</p>
        <CancelButton shown={shown} />
      </Panel>
    );
  }
  const looked = rowCount - countOf(shown, "STAGED");
  const facts: Fact[] = [
    ...told.map((each) => ({
      key: each,
      label: t(`rehearsal.${each as "READY"}`),
      value: formatNumber(countOf(shown, each), locale),
      isStrong: each === "READY",
    })),
    ...stock.map(({ templateId, label, needed, available }) => ({
      key: templateId,
      label,
      value: t("rehearsal.stock", {
        needed: formatNumber(needed, locale),
        available: formatNumber(available, locale),
      }),
    })),
    ...money.map(({ amount, currency }) => ({
      key: currency,
      label: t("rehearsal.money"),
      value: <MoneyText amount={amount} currency={currency} locale={locale} />,
    })),
  ];
  return (
    <Panel title={t("rehearsal.title")} padded>
      <div className={classes.form}>
        {state === "REHEARSING" && (
          <ProgressSegments
            total={rowCount}
            done={looked}
            isCurrent
            label={t("state.REHEARSING")}
            valueText={t("doneOf", { done: formatNumber(looked, locale), rows: formatNumber(rowCount, locale) })}
          />
        )}
        <p className={classes.dim}>{t("rehearsal.hint")}</p>
        <Facts items={facts} />
        <Start shown={shown} />
      </div>
    </Panel>
  );
}

function Start({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { id, kind, state } = shown;
  const [rate, setRate] = useState<number | string>("");
  const can = useCan(bulkPermissions[kind]);
  const [start] = useMutation(StartBulkDocument);
  const { send, isBusy, problem } = useSend();
  const ready = countOf(shown, "READY");
  const reason =
    can.reason ?? (state === "REHEARSING" ? t("rehearsal.wait") : ready === 0 ? t("rehearsal.nothing") : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== null) return;
    const input = { id, ratePerMinute: typeof rate === "number" ? rate : null };
    void send(async () => (await start({ variables: { input } })).data?.startBulk.userErrors);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <NumberInput
        label={t("rehearsal.rate")}
        description={t("rehearsal.rateHint")}
        min={1}
        max={bulkRatePerMinuteMax}
        allowDecimal={false}
        value={rate}
        onChange={setRate}
      />
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.end}>
        <CancelButton shown={shown} />
        <ReasonedButton type="submit" loading={isBusy} disabledReason={reason}>
          {t("rehearsal.start", { count: ready, rows: formatNumber(ready, locale) })}
        </ReasonedButton>
      </div>
    </form>
  );
}
